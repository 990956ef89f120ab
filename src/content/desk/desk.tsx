import { render } from 'preact';
import { t } from '../../ui/i18n.ts';
import { type DeskHost, insertDeskHost } from './desk-host.ts';
import { NoteEditor, type NoteFields } from './note-editor.tsx';
import { placeBeside } from './place.ts';

export interface EditorRequest {
  readonly quote: string;
  readonly initial: NoteFields;
  readonly isNew: boolean;
  readonly unsaved: { readonly note: string; readonly resume: () => void } | null;
  /** Where the passage stands now, in CSS px of the viewport. */
  readonly anchor: () => DOMRectReadOnly;
  readonly onSave: (fields: NoteFields) => Promise<string | null>;
  readonly onClosed: () => void;
  readonly onDraft: (fields: NoteFields) => void;
}

/**
 * What we show in the page itself: a small button beside a selection, or the editor of one note. The host stands in the page
 * only while one of them is shown. The button never takes the focus by itself; the editor takes it because the reader asked,
 * and gives it back with the selection when it closes.
 */
export class Desk {
  #host: DeskHost | null = null;
  #view: HTMLElement | null = null;
  #anchor: () => DOMRectReadOnly = () => new DOMRect();
  #editing = false;
  #save: () => void = () => {};
  #closed: () => void = () => {};
  #restoreFocus: () => void = () => {};
  #restoreSelection: () => void = () => {};
  #following: AbortController | null = null;

  get editing(): boolean {
    return this.#editing;
  }

  showButton(anchor: () => DOMRectReadOnly, onPress: () => void): void {
    if (this.#editing) return;
    const view = this.#mount(anchor);
    render(
      // The press must not take the selection away, so the mouse's own doing is stopped before it moves the focus.
      <button type="button" class="note-button" onMouseDown={(event) => event.preventDefault()} onClick={onPress}>
        {t('selectionButton')}
      </button>,
      view,
    );
    this.#place();
  }

  openEditor(request: EditorRequest): void {
    const focused = document.activeElement;
    const selection = getSelection();
    const range = selection !== null && selection.rangeCount > 0 ? selection.getRangeAt(0).cloneRange() : null;
    if (!this.#editing) {
      this.#restoreFocus = () => {
        if (focused instanceof HTMLElement && focused.isConnected) focused.focus({ preventScroll: true });
      };
      this.#restoreSelection = () => {
        if (range?.startContainer.isConnected) {
          selection?.removeAllRanges();
          selection?.addRange(range);
        }
      };
    }
    // A fresh tree for a new request: the fields of the last one must not show through.
    this.#unmount();
    const view = this.#mount(request.anchor);
    this.#editing = true;
    this.#closed = request.onClosed;
    render(
      <NoteEditor
        {...request}
        onSave={async (fields) => {
          const problem = await request.onSave(fields);
          // What was selected is a note now, and seen as one: the selection would only hide it.
          if (problem === null) this.close('saved');
          return problem;
        }}
        onClose={() => this.close()}
        bindSave={(save) => {
          this.#save = save;
        }}
      />,
      view,
    );
    this.#place();
  }

  /** Takes everything away; if the editor had the focus, gives it back and, unless a note was saved, the selection too. */
  close(how: 'saved' | 'left' = 'left'): void {
    const wasEditing = this.#editing;
    const restore = wasEditing && this.#host?.hasFocus() === true;
    this.#unmount();
    if (wasEditing) this.#closed();
    if (!restore) return;
    this.#restoreFocus();
    if (how === 'left') this.#restoreSelection();
    else getSelection()?.removeAllRanges();
  }

  hideButton(): void {
    if (!this.#editing) this.#unmount();
  }

  #mount(anchor: () => DOMRectReadOnly): HTMLElement {
    this.#anchor = anchor;
    if (this.#host === null) {
      this.#host = insertDeskHost((event) => this.#key(event));
      this.#following = new AbortController();
      const options = { signal: this.#following.signal, passive: true, capture: true } as const;
      for (const type of ['scroll', 'resize'] as const)
        addEventListener(type, () => requestAnimationFrame(() => this.#place()), options);
      this.#view = document.createElement('div');
      this.#view.className = 'desk';
      this.#host.root.append(this.#view);
    }
    return this.#view!;
  }

  #unmount(): void {
    this.#editing = false;
    this.#following?.abort();
    if (this.#view !== null) render(null, this.#view);
    this.#host?.remove();
    this.#host = null;
    this.#view = null;
  }

  #place(): void {
    if (this.#view === null) return;
    const { offsetWidth: width, offsetHeight: height } = this.#view;
    const { left, top } = placeBeside(this.#anchor(), { width, height }, { width: innerWidth, height: innerHeight });
    this.#view.style.transform = `translate(${Math.round(left)}px, ${Math.round(top)}px)`;
  }

  #key(event: KeyboardEvent): void {
    if (!this.#editing) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      this.close();
    } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      this.#save();
    }
  }
}
