// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { Button } from './button.tsx';
import { Notice } from './notice.tsx';
import { Select } from './select.tsx';
import { Switch } from './switch.tsx';
import { TextField } from './text-field.tsx';

afterEach(cleanup);

test('a switch shows what it is told, not what was pressed', () => {
  const wanted: boolean[] = [];
  render(
    <Switch on={true} onChange={(on) => wanted.push(on)}>
      People
    </Switch>,
  );
  const input = screen.getByRole('switch', { name: 'People' });
  fireEvent.click(input);
  expect(wanted).toEqual([false]);
  expect(input).toHaveProperty('checked', true);
});

test('an error is said with its field', () => {
  render(<TextField label="Site" value="x" error="No such name" hint="As in the address" onInput={() => {}} />);
  const field = screen.getByRole('textbox', { name: 'Site' });
  const described = field.getAttribute('aria-describedby')!.split(' ');
  expect(described.map((id) => document.getElementById(id)?.textContent)).toEqual([
    'No such name',
    'As in the address',
  ]);
  expect(field.getAttribute('aria-invalid')).toBe('true');
});

test('a label that is not drawn is still said', () => {
  render(<TextField label="Link" labelHidden value="" onInput={() => {}} />);
  expect(screen.getByRole('textbox', { name: 'Link' })).toBeDefined();
});

test('a choice gives its value, and shows the one that it is given', () => {
  const onChange = vi.fn();
  const options = [
    { value: 'a', text: 'First' },
    { value: 'b', text: 'Second' },
  ] as const;
  render(<Select label="Which" value="b" options={options} onChange={onChange} />);
  const select = screen.getByRole('combobox', { name: 'Which' });
  expect(select).toHaveProperty('value', 'b');
  fireEvent.change(select, { target: { value: 'a' } });
  expect(onChange).toHaveBeenCalledWith('a');
});

test('a button in a form does not send it', () => {
  const sent = vi.fn();
  const pressed = vi.fn();
  render(
    <form onSubmit={sent}>
      <Button onPress={pressed}>Go</Button>
    </form>,
  );
  fireEvent.click(screen.getByRole('button', { name: 'Go' }));
  expect(pressed).toHaveBeenCalledOnce();
  expect(sent).not.toHaveBeenCalled();
});

test('an error is announced at once, a remark when there is time', () => {
  render(
    <>
      <Notice tone="error">Full</Notice>
      <Notice tone="info">Older</Notice>
    </>,
  );
  expect(screen.getByRole('alert').textContent).toBe('Full');
  expect(screen.getByRole('status').textContent).toBe('Older');
});
