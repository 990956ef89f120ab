import type { PassageSelectors } from '../anchoring/types.ts';
import type { Annotation, Draft } from '../annotations/types.ts';
import { askBackground } from '../browser/messages.ts';
import { randomUuid } from '../browser/uuid.ts';
import { rangeOf } from '../marks/mark-layer.ts';
import type { Span } from '../text/text-model.ts';
import { t } from '../ui/i18n.ts';
import { storageProblem } from '../ui/storage-words.ts';
import { Desk } from './desk/desk.tsx';
import type { NoteFields } from './desk/note-editor.tsx';
import { selectedSpan } from './desk/selected-span.ts';
import { watchSelection } from './desk/selection-watch.ts';
import type { Lifetime } from './lifetime.ts';
import type { PageController } from './page-controller.ts';

/** A draft is stored when typing has rested this long (ms). */
const DRAFT_REST_MS = 400;

/**
 * Notes on passages, made in the page: the button by a selection, the editor, saving through the background. A write that
 * fails leaves the editor open with the reason; what is typed is kept as a draft of the page until it is saved or given up.
 */
export class NoteTaking {
  readonly #page: PageController;
  readonly #lifetime: Lifetime;
  readonly #desk = new Desk();
  #draftTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(page: PageController, lifetime: Lifetime) {
    this.#page = page;
    this.#lifetime = lifetime;
    lifetime.signal.addEventListener('abort', () => this.#desk.close(), { once: true });
  }

  /** Shows the button beside selections in the article until `signal` aborts. */
  watch(signal: AbortSignal): void {
    watchSelection(() => this.#selectionRested(), signal);
    signal.addEventListener('abort', () => this.#desk.close(), { once: true });
  }

  /** Opens the editor on the selection. False when nothing of the article is selected. */
  async noteSelection(): Promise<boolean> {
    const span = this.#selection();
    if (span === null || this.#page.article === null) return false;
    const { text, blocks } = this.#page.article.model;
    const selectors = await askBackground('describe-passage', { text, blocks, span });
    await this.#open(null, selectors, span, { note: '', flag: null });
    return true;
  }

  /** Opens the editor on a stored note of this page. False when its passage is not on the page. */
  async edit(id: string): Promise<boolean> {
    const annotation = this.#page.annotation(id);
    const span = this.#placeOf(id);
    if (annotation === null || span === null || annotation.target.kind !== 'passage') return false;
    this.show(id);
    await this.#open(annotation, annotation.target.selectors, span, { note: annotation.note, flag: annotation.flag });
    return true;
  }

  /** Scrolls a stored note's passage into view. False when it is not on the page. */
  show(id: string): boolean {
    const span = this.#placeOf(id);
    const at = span === null ? null : this.#page.article?.model.locate(span);
    if (at == null) return false;
    const element = at.startContainer.parentElement;
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    element?.scrollIntoView({ block: 'center', behavior: calm ? 'instant' : 'smooth' });
    return true;
  }

  #placeOf(id: string): Span | null {
    const resolution = this.#page.resolutionOf(id);
    if (resolution === null || resolution.status === 'missing') return null;
    return resolution.status === 'ambiguous' ? (resolution.candidates[0] ?? null) : resolution;
  }

  #selection(): Span | null {
    const { article } = this.#page;
    return article === null ? null : selectedSpan(getSelection(), article.model);
  }

  #selectionRested(): void {
    if (this.#desk.editing || !this.#lifetime.alive()) return;
    const span = this.#selection();
    if (span === null) {
      this.#desk.hideButton();
      return;
    }
    const range = getSelection()?.getRangeAt(0);
    this.#desk.showButton(
      () => range?.getBoundingClientRect() ?? new DOMRect(),
      () => void this.noteSelection(),
    );
  }

  async #open(stored: Annotation | null, selectors: PassageSelectors, span: Span, fields: NoteFields): Promise<void> {
    const { info } = this.#page;
    const draft = await askBackground('get-draft', { key: info.key });
    const target = { kind: 'passage', selectors } as const;
    this.#page.preview(span);
    this.#desk.openEditor({
      quote: this.#page.article?.model.text.slice(span.start, span.end) ?? selectors.quote.exact,
      initial: fields,
      isNew: stored === null,
      unsaved:
        draft === null || draft.target.kind !== 'passage'
          ? null
          : { note: draft.note || draft.target.selectors.quote.exact, resume: () => void this.#resume(draft) },
      anchor: () => this.#rectOf(span),
      onClosed: () => this.#page.preview(null),
      onDraft: ({ note, flag }) => {
        clearTimeout(this.#draftTimer);
        const typed: Draft = { id: stored?.id ?? null, target, note, tags: stored?.tags ?? [], flag };
        // What fails here is told when the note itself is saved; the words are still in the editor.
        this.#draftTimer = setTimeout(
          () => void askBackground('save-draft', { key: info.key, draft: typed }).catch(() => {}),
          DRAFT_REST_MS,
        );
      },
      onSave: async ({ note, flag }) => {
        const now = new Date().toISOString();
        const annotation: Annotation = {
          id: stored?.id ?? randomUuid(),
          target,
          note,
          tags: stored?.tags ?? [],
          flag,
          created: stored?.created ?? now,
          modified: now,
          author: stored?.author ?? null,
        };
        return this.#save(annotation);
      },
    });
  }

  async #resume(draft: Draft): Promise<void> {
    if (draft.target.kind !== 'passage') return;
    const { selectors } = draft.target;
    const stored = draft.id === null ? null : this.#page.annotation(draft.id);
    const { start, end } = selectors.position;
    await this.#open(stored, selectors, { start, end }, { note: draft.note, flag: draft.flag });
  }

  /** Null when stored, else the reason in words. */
  async #save(annotation: Annotation): Promise<string | null> {
    const { info } = this.#page;
    try {
      const result = await askBackground('put-annotation', { page: info, annotation });
      if (result.status !== 'ok') return storageProblem(result);
      clearTimeout(this.#draftTimer);
      await askBackground('clear-draft', { key: info.key });
      await this.#page.notesChanged();
      return null;
    } catch {
      return this.#lifetime.alive() ? t('editorNoBackground') : t('editorExtensionGone');
    }
  }

  #rectOf(span: Span): DOMRectReadOnly {
    const at = this.#page.article?.model.locate(span) ?? null;
    if (at === null) return new DOMRect(innerWidth / 2, innerHeight / 3, 0, 0);
    return rangeOf(at).getBoundingClientRect();
  }
}
