import { type ReadonlySignal, signal } from '@preact/signals';
import { badEvidenceLinks, withoutEmptyEvidence } from '../annotations/evidence.ts';
import type { Annotation, Draft } from '../annotations/types.ts';
import { storageProblem, troubleInWords } from '../ui/storage-words.ts';
import type { PopupEnvironment } from './environment.ts';
import type { Notebook } from './notebook.ts';

/**
 * Why a form can't be saved yet: nothing in it, or an evidence link (by its place in the list) that is no web address. Or
 * why another note can't be edited yet: what was begun is `unfinished`, and would be lost.
 */
export type FormError = 'empty' | 'unfinished' | { readonly badLinks: readonly number[] };

export interface PageNote {
  /** What the reader has typed, restored from where they left off. */
  readonly form: ReadonlySignal<Draft>;
  readonly error: ReadonlySignal<FormError | null>;
  /** In words, when the note could not be stored or the typed text not kept for later. */
  readonly problem: ReadonlySignal<string | null>;
  /** Counts the times that the reader asked to edit, so that the view can bring the form into sight. */
  readonly edits: ReadonlySignal<number>;
  /** Takes up what was left unfinished on this page; never overwrites what is being typed. */
  restore(): Promise<void>;
  change(part: Partial<Pick<Draft, 'note' | 'tags' | 'flag'>>): void;
  /** Takes a stored note into the form, unless something unfinished is there. */
  edit(annotation: Annotation): void;
  /** Resolves to whether the note is stored. If not, the form stays as it is. */
  save(): Promise<boolean>;
  /** Empties the form and forgets its draft. */
  discard(): void;
}

const EMPTY: Draft = { id: null, target: { kind: 'page' }, note: '', tags: [], flag: null };

/** A page has one draft for its passages, written by the editor in the page; the popup keeps its own beside it. */
const draftKey = (key: string): string => `page-note ${key}`;

/** The form for a note on the page as a whole. */
export function createPageNote(env: PopupEnvironment, notebook: Notebook): PageNote {
  const form = signal<Draft>(EMPTY);
  const error = signal<FormError | null>(null);
  const problem = signal<string | null>(null);
  const edits = signal(0);
  let touched = false;
  let latest: Draft | null = null;
  let keeping = false;

  /** Writes the newest text, one write at a time: a reader types faster than storage writes. */
  async function keep(draft: Draft): Promise<void> {
    latest = draft;
    if (keeping) return;
    keeping = true;
    while (latest !== null) {
      const next = latest;
      latest = null;
      await keepOne(next);
    }
    keeping = false;
  }

  async function keepOne(draft: Draft): Promise<void> {
    const page = notebook.pageInfo.value?.key;
    if (page === undefined) return;
    const key = draftKey(page);
    try {
      const kept =
        draft === EMPTY
          ? await env.askBackground('clear-draft', { key })
          : await env.askBackground('save-draft', { key, draft });
      problem.value = storageProblem(kept);
    } catch (thrown) {
      problem.value = troubleInWords(thrown);
    }
  }

  /** Whether the form holds anything that is not stored. */
  function isUnfinished(): boolean {
    const { id, note, flag } = form.value;
    const stored = notebook.record.value?.annotations.find((one) => one.id === id);
    return note !== (stored?.note ?? '') || JSON.stringify(flag) !== JSON.stringify(stored?.flag ?? null);
  }

  function fill(draft: Draft): void {
    touched = true;
    error.value = null;
    form.value = draft;
    void keep(draft);
  }

  return {
    form,
    error,
    problem,
    edits,
    async restore() {
      const key = notebook.pageInfo.value?.key;
      if (key === undefined || touched) return;
      try {
        const draft = await env.askBackground('get-draft', { key: draftKey(key) });
        if (draft !== null && !touched) form.value = draft;
      } catch (thrown) {
        problem.value = troubleInWords(thrown);
      }
    },
    change: (part) => fill({ ...form.value, ...part }),
    edit({ id, target, note, tags, flag }) {
      edits.value += 1;
      if (form.value.id === id) return;
      if (isUnfinished()) error.value = 'unfinished';
      else fill({ id, target, note, tags, flag });
    },
    async save() {
      const draft = { ...form.value, flag: withoutEmptyEvidence(form.value.flag) };
      const wrong = errorOf(draft);
      error.value = wrong;
      if (wrong !== null) return false;
      const now = env.now().toISOString();
      const before = notebook.record.value?.annotations.find(({ id }) => id === draft.id);
      const { stored, problem: trouble } = await notebook.put({
        id: draft.id ?? env.newId(),
        target: draft.target,
        note: draft.note.trim(),
        tags: draft.tags,
        flag: draft.flag,
        created: before?.created ?? now,
        modified: now,
        author: before?.author ?? null,
      });
      if (stored) fill(EMPTY);
      problem.value = trouble;
      return stored;
    },
    discard: () => fill(EMPTY),
  };
}

function errorOf({ note, tags, flag }: Draft): FormError | null {
  if (note.trim() === '' && tags.length === 0 && flag === null) return 'empty';
  const badLinks = badEvidenceLinks(flag);
  return badLinks.length === 0 ? null : { badLinks };
}
