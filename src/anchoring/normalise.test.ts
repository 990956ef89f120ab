import { expect, test } from 'vitest';
import { normalise } from './normalise.ts';

test.each([
  ['curly quotation marks become straight', '“It’s ‘done’,” he said', "\"It's 'done',\" he said"],
  ['guillemets too', '«Oui»', '"Oui"'],
  ['dashes and the minus sign become a hyphen', 'a – b—c ‑ −5 -- d', 'a - b-c - -5 - d'],
  ['an ellipsis becomes three full stops', 'Well…', 'Well...'],
  ['runs of white space become one space', 'a\u00a0 b\n\n\tc', 'a b c'],
  ['soft hyphens and zero width characters go', 're\u00adport\u200bed \ufeffnow', 'reported now'],
  ['white space around an invisible character is one run', 'a \u200b b', 'a b'],
  ['decomposed letters are composed', 'Cafe\u0301 re\u0301sume\u0301', 'Café résumé'],
  ['case is kept', 'NATO Nato', 'NATO Nato'],
])('%s', (_, text, expected) => {
  expect(normalise(text).text).toBe(expected);
  expect(normalise(expected).text).toBe(expected);
});

test('a span of the normalised text leads back to the characters it came from', () => {
  const text = 'The “re\u00adport”…  was\n\nlate';
  const normalised = normalise(text);
  expect(normalised.text).toBe('The "report"... was late');
  const at = (part: string) => {
    const start = normalised.text.indexOf(part);
    const span = normalised.toOriginal({ start, end: start + part.length });
    return text.slice(span.start, span.end);
  };
  expect(at('report')).toBe('re\u00adport');
  expect(at('"..')).toBe('”…');
  expect(at('was late')).toBe('was\n\nlate');
  expect(at('late')).toBe('late');
});

test('a span of the original leads to all that is left of it, and back', () => {
  const text = 'a  b\u00adc …';
  const normalised = normalise(text);
  for (let start = 0; start < text.length; start++) {
    for (let end = start + 1; end <= text.length; end++) {
      const there = normalised.fromOriginal({ start, end });
      const back = normalised.toOriginal(there);
      expect(normalised.text.slice(there.start, there.end)).toContain(normalise(text.slice(start, end)).text);
      expect(normalise(text.slice(back.start, back.end)).text).toBe(normalised.text.slice(there.start, there.end));
    }
  }
});
