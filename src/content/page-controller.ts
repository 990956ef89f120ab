import type { Analysis } from '../analysis/types.ts';
import type { Resolution } from '../anchoring/types.ts';
import { type MarkKind, mayMark, type Settings } from '../annotations/settings.ts';
import type { Annotation, PageInfo, PageRecord } from '../annotations/types.ts';
import { touchedBlocks } from '../article/dom-text.ts';
import { gate } from '../article/gate.ts';
import { pageKey } from '../article/page-key.ts';
import { readArticle } from '../article/read-article.ts';
import type { ArticleMeta, DomTextModel, GateResult } from '../article/types.ts';
import { askBackground, type PageState, type PageStatus } from '../browser/messages.ts';
import { MarkLayer } from '../marks/mark-layer.ts';
import { schemeOf } from '../marks/scheme.ts';
import type { Span } from '../text/text-model.ts';
import { requestAnalysis } from './analysis-client.ts';
import type { Lifetime } from './lifetime.ts';
import { markCounts, markSpans, namesOf, passageSpans } from './marks-of.ts';
import { settled } from './settle.ts';
import { watchText } from './text-watch.ts';

/** A page that is no article yet is asked again so long (ms) after its load: late hydration brings text and metadata. */
const LATE_LOOKS_MS = [0, 1200];
/** After a soft navigation there is no load to wait for. */
const SOFT_LOOKS_MS = [60, 400, 1200, 2500];

interface Article {
  readonly model: DomTextModel;
  readonly meta: ArticleMeta;
}

/**
 * One page from its gate to its marks: decides whether it is an article, reads it when it has settled, has it analysed,
 * paints, finds stored passages again, and follows its changes. What it learns is read through `state`.
 */
export class PageController {
  readonly #lifetime: Lifetime;
  readonly #layer = new MarkLayer();
  #visit = new AbortController();
  #gate: GateResult = { isNews: false, score: 0, reasons: [] };
  #gateMs = 0;
  #status: PageStatus = 'not-article';
  #problems: string[] = [];
  #forced = false;
  #marksHere: boolean | null = null;
  #settings: Settings | null = null;
  #article: Article | null = null;
  #analysis: Analysis | null = null;
  #analysed = '';
  #record: PageRecord | null = null;
  #resolutions: ReadonlyMap<string, Resolution> = new Map();
  #preview: Span | null = null;
  #times = { readMs: 0, analysisMs: 0, paintedAt: null as number | null };
  #queue: Promise<void> = Promise.resolve();
  /** The head of a single-page app may still describe the article before: what it said when this one was opened. */
  #headBefore: { canonical: string | null; published: string | null } | null = null;
  #onRead: (signal: AbortSignal) => void = () => {};

  constructor(lifetime: Lifetime) {
    this.#lifetime = lifetime;
    lifetime.signal.addEventListener('abort', () => this.#leave(), { once: true });
  }

  /** Calls `start` once in a visit, when its reading begins; its signal ends with the visit. */
  set onRead(start: (signal: AbortSignal) => void) {
    this.#onRead = start;
  }

  get article(): Article | null {
    return this.#article;
  }

  /** Looks at the page as it stands, by itself after a load or a soft navigation. Does nothing more unless it is an article. */
  open(kind: 'load' | 'soft' = 'load'): void {
    if (kind === 'soft' && this.#article !== null) {
      const { meta } = this.#article;
      this.#headBefore = { canonical: meta.canonical, published: meta.published?.value ?? null };
    }
    this.#leave();
    if (!this.#lifetime.alive()) return;
    this.#visit = new AbortController();
    const { signal } = this.#visit;
    if (kind === 'load' && this.#look()) {
      this.#begin();
      return;
    }
    const later = (): void => {
      for (const delay of kind === 'load' ? LATE_LOOKS_MS : SOFT_LOOKS_MS) {
        setTimeout(() => {
          if (signal.aborted || this.#status !== 'not-article' || !this.#look()) return;
          this.#begin();
        }, delay);
      }
    };
    if (kind === 'soft' || document.readyState === 'complete') later();
    else window.addEventListener('load', later, { once: true, signal });
  }

  /** Reads and marks this page whatever gate and settings say. Resolves when it is painted. */
  async markAnyway(): Promise<void> {
    this.#forced = true;
    this.#marksHere = true;
    if (this.#article === null) this.#begin();
    else void this.#enqueue(() => this.#paint());
    await this.#queue;
  }

  /** Reads the page so that notes can be made on it, whatever gate and settings say; paints no marks by itself. */
  async readForNotes(): Promise<void> {
    this.#forced = true;
    this.#marksHere ??= false;
    if (this.#article === null) this.#begin();
    await this.#queue;
  }

  async setMarksHere(on: boolean): Promise<void> {
    this.#marksHere = on;
    if (this.#article === null) {
      if (on) await this.markAnyway();
      return;
    }
    await this.#enqueue(() => this.#read(null));
  }

  /** The reader changed a setting elsewhere. */
  async settingsChanged(): Promise<void> {
    if (this.#status === 'not-article') return;
    this.#settings = await askBackground('get-settings', undefined);
    if (this.#article === null) {
      if (this.#status === 'not-allowed') this.#begin();
      return;
    }
    if (!this.#forced && !mayMark(this.#settings, location.hostname)) {
      this.#leave();
      this.#status = 'not-allowed';
      return;
    }
    await this.#enqueue(() => this.#read(null));
  }

  /** The notes of this page changed in storage. */
  async notesChanged(): Promise<void> {
    if (this.#article === null) return;
    await this.#enqueue(async () => {
      await this.#loadRecord();
      await this.#resolvePassages();
      await this.#paint();
    });
  }

  /** The page was frozen (back/forward cache) and lives again: notes or settings may have changed since. */
  async revive(): Promise<void> {
    if (!this.#lifetime.alive()) return;
    await this.settingsChanged();
    await this.notesChanged();
  }

  get key(): string {
    if (this.#article !== null) return pageKey(location.href, this.#article.meta.canonical);
    // Notes on a page that was not read must be found when it is: its canonical link counts all the same.
    const link = this.#headBefore === null ? document.querySelector<HTMLLinkElement>('link[rel~="canonical" i]') : null;
    return pageKey(location.href, link?.href ?? null);
  }

  /** What is stored about the page beside its notes. */
  get info(): PageInfo {
    const meta = this.#article?.meta;
    return {
      key: this.key,
      url: location.href,
      canonical: meta?.canonical ?? null,
      title: meta?.title ?? document.title,
      siteName: meta?.siteName ?? null,
      published: meta?.published?.value ?? null,
      modified: meta?.modified ?? null,
    };
  }

  /** Where a stored note's passage is now, or null when the note is not on this page. */
  resolutionOf(id: string): Resolution | null {
    return this.#resolutions.get(id) ?? null;
  }

  /** Shows the passage that the reader is writing on as a note, until called with null. */
  preview(span: Span | null): void {
    this.#preview = span;
    if (this.#article !== null) void this.#enqueue(() => this.#paintPassages());
  }

  annotation(id: string): Annotation | null {
    return this.#record?.annotations.find((annotation) => annotation.id === id) ?? null;
  }

  get state(): PageState {
    const analysis = this.#analysis;
    const text = this.#article?.model.text ?? '';
    return {
      status: this.#status,
      problems: [...this.#problems, ...(analysis?.problems ?? [])],
      url: location.href,
      key: this.key,
      gate: this.#gate,
      meta: this.#article?.meta ?? null,
      published: this.#article?.meta.published ?? null,
      language: analysis?.language ?? null,
      counts: markCounts(analysis),
      names: namesOf(analysis),
      dates: (analysis?.dates ?? []).map(({ start, end, value, reason }) => ({
        text: text.slice(start, end),
        value,
        reason: reason.words,
      })),
      passages: [...this.#resolutions].map(([id, resolution]) => ({ id, resolution })),
      marksHere: this.#marksHere,
      times: { gateMs: this.#gateMs, ...this.#times },
    };
  }

  #look(): boolean {
    const start = performance.now();
    this.#gate = gate(document, location.href);
    this.#gateMs = performance.now() - start;
    return this.#gate.isNews;
  }

  #begin(): void {
    // A visit of its own: begun twice (the reader asks again), the first one must not go on watching beside the second.
    this.#visit.abort();
    this.#visit = new AbortController();
    const { signal } = this.#visit;
    this.#status = 'reading';
    void this.#enqueue(async () => {
      this.#settings = await askBackground('get-settings', undefined);
      if (!this.#forced && !mayMark(this.#settings, location.hostname)) {
        this.#status = 'not-allowed';
        return;
      }
      await settled(document, signal);
      // The first reading comes before the watch, and what changes meanwhile is read by the second.
      watchText(document, (nodes) => this.#enqueue(() => this.#read(nodes)), signal);
      this.#onRead(signal);
      await this.#read(null);
    });
  }

  /** One thing at a time: readings, paintings and changes of notes follow each other. */
  #enqueue(work: () => Promise<void>): Promise<void> {
    const { signal } = this.#visit;
    this.#queue = this.#queue.then(async () => {
      if (signal.aborted) return;
      try {
        await work();
      } catch (error) {
        if (signal.aborted || !this.#lifetime.alive()) return;
        this.#status = 'failed';
        this.#problems = [error instanceof Error ? error.message : String(error)];
      }
    });
    return this.#queue;
  }

  /** Reads the article again if `touched` (null: in any case) concerns it; analyses and paints what is new. */
  async #read(touched: ReadonlySet<Node> | null): Promise<void> {
    if (!this.#lifetime.alive()) return;
    if (touched !== null && this.#article !== null) {
      const blocks = touchedBlocks(this.#article.model, touched);
      if (blocks !== 'all' && blocks.length === 0) return;
    }
    const start = performance.now();
    const read = readArticle(document, location.href, { anyPage: this.#forced });
    if (read.status === 'no-body') {
      this.#status = 'no-body';
      this.#article = null;
      this.#analysed = '';
      this.#layer.clear();
      return;
    }
    this.#article = { model: read.model, meta: this.#trustedMeta(read.meta) };
    this.#times.readMs = performance.now() - start;
    const known = this.#record?.key === this.key;
    const loading = known ? Promise.resolve() : this.#loadRecord();
    await Promise.all([loading, this.#analyse()]);
    await this.#resolvePassages();
    await this.#paint();
  }

  /** Metadata of a page whose head was left from the article before says nothing of this one. */
  #trustedMeta(meta: ArticleMeta): ArticleMeta {
    const before = this.#headBefore;
    if (before === null || before.canonical === null || meta.canonical !== before.canonical) return meta;
    const samePublished = meta.published !== null && meta.published.value === before.published;
    return {
      ...meta,
      canonical: null,
      published: samePublished && meta.published?.source !== 'url' ? null : meta.published,
    };
  }

  async #analyse(): Promise<void> {
    if (this.#article === null || !this.#marksWanted()) return;
    const { model, meta } = this.#article;
    const signature = `${meta.published?.value ?? ''}\n${model.text}`;
    if (signature === this.#analysed) return;
    const { text, blocks } = model;
    const reply = await requestAnalysis({ text, blocks, published: meta.published }, this.#visit.signal);
    if (reply.status === 'failed') throw new Error(reply.message);
    this.#analysis = reply.analysis;
    this.#analysed = signature;
    this.#times.analysisMs = reply.ms;
  }

  async #loadRecord(): Promise<void> {
    const result = await askBackground('get-page', { key: this.key });
    this.#record = result.status === 'ok' || result.status === 'damaged' ? result.value : null;
    if (result.status === 'ok') this.#problems = [];
    else this.#problems = [result.status === 'damaged' ? result.damage.message : result.message];
  }

  async #resolvePassages(): Promise<void> {
    if (this.#article === null) return;
    const stored = (this.#record?.annotations ?? []).flatMap(({ id, target }) =>
      target.kind === 'passage' ? [{ id, selectors: target.selectors }] : [],
    );
    const { text, blocks } = this.#article.model;
    const passages = stored.map(({ selectors }) => selectors);
    const resolutions = stored.length === 0 ? [] : await askBackground('resolve-passages', { text, blocks, passages });
    this.#resolutions = new Map(stored.map(({ id }, index) => [id, resolutions[index]!]));
  }

  #marksWanted(): boolean {
    return this.#marksHere ?? this.#settings?.marksOn ?? true;
  }

  async #paint(): Promise<void> {
    if (this.#article === null || this.#settings === null) return;
    const { model } = this.#article;
    const { signal } = this.#visit;
    const wanted = this.#marksWanted();
    const kinds = wanted ? this.#settings.kinds : null;
    this.#layer.setScheme(schemeOf(model.root));
    const spans = markSpans(this.#analysis, (kind: MarkKind) => kinds?.[kind] === true);
    await Promise.all(spans.map(([kind, list]) => this.#layer.paint(kind, model, list, signal)));
    await this.#paintPassages();
    this.#times.paintedAt ??= performance.now();
    this.#status = !wanted ? 'off' : this.#analysis?.language === 'unsupported' ? 'unsupported' : 'marked';
  }

  async #paintPassages(): Promise<void> {
    if (this.#article === null) return;
    const { model } = this.#article;
    const { signal } = this.#visit;
    const stored = this.#marksWanted() ? (this.#record?.annotations ?? []) : [];
    const layers = passageSpans(stored, this.#resolutions, this.#preview);
    await Promise.all(layers.map(([kind, list]) => this.#layer.paint(kind, model, list, signal)));
  }

  #leave(): void {
    this.#visit.abort();
    this.#layer.clear();
    this.#status = 'not-article';
    this.#problems = [];
    this.#forced = false;
    this.#marksHere = null;
    this.#article = null;
    this.#analysis = null;
    this.#analysed = '';
    this.#record = null;
    this.#resolutions = new Map();
    this.#preview = null;
    this.#times = { readMs: 0, analysisMs: 0, paintedAt: null };
  }
}
