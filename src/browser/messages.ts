import browser from 'webextension-polyfill';
import type { Analysis } from '../analysis/types.ts';
import type { PassageSelectors, Resolution } from '../anchoring/types.ts';
import type { MarkKind, Settings } from '../annotations/settings.ts';
import type { DeleteResult, StoreResult } from '../annotations/store.ts';
import type { Annotation, Draft, PageIndexEntry, PageInfo, PageRecord } from '../annotations/types.ts';
import type { ArticleMeta, GateResult, PublicationDate } from '../article/types.ts';
import type { Block, Span } from '../text/text-model.ts';

/**
 * Everything that is said between the parts of the extension, as one typed map from a message's name to a function: what
 * the asker passes and what comes back. On the wire a message is `{ type, data }`.
 */
type Protocol = Record<string, (data: never) => unknown>;
type DataOf<P extends Protocol, K extends keyof P> = Parameters<P[K]>[0];
type ReplyOf<P extends Protocol, K extends keyof P> = Awaited<ReturnType<P[K]>>;

/** A text model as plain data. */
interface ArticleText {
  readonly text: string;
  readonly blocks: readonly Block[];
}

/** What the background answers. It alone writes storage. */
export type BackgroundProtocol = {
  'get-page': (data: { key: string }) => StoreResult<PageRecord | null>;
  'get-index': (data: undefined) => StoreResult<readonly PageIndexEntry[]>;
  'put-annotation': (data: { page: PageInfo; annotation: Annotation }) => StoreResult<PageRecord>;
  'delete-annotation': (data: { key: string; id: string }) => DeleteResult;
  'get-settings': (data: undefined) => Settings;
  'save-settings': (data: Settings) => StoreResult<Settings>;
  'get-draft': (data: { key: string }) => Draft | null;
  'save-draft': (data: { key: string; draft: Draft }) => StoreResult<Draft>;
  'clear-draft': (data: { key: string }) => StoreResult<null>;
  /** Where stored passages are in a text, in their order. Done here and not in the page: it may take longer than a frame. */
  'resolve-passages': (data: ArticleText & { passages: readonly PassageSelectors[] }) => readonly Resolution[];
  /** How a passage of a text is to be stored. */
  'describe-passage': (data: ArticleText & { span: Span }) => PassageSelectors;
};

export type PageStatus =
  /** The page is an article; its text has not settled yet, or its analysis is under way. */
  | 'reading'
  | 'marked'
  /** Marks are switched off here or everywhere. */
  | 'off'
  /** The gate says that this is no news article; nothing was read. */
  | 'not-article'
  /** An article, but by the reader's settings it is marked on a click only. */
  | 'not-allowed'
  /** The text is not English; notes work, marks do not. */
  | 'unsupported'
  /** An article by its metadata, but no body was found. */
  | 'no-body'
  | 'failed';

/** Where a stored note's passage is on the page as it is now. */
export interface ResolvedPassage {
  /** The annotation's id. */
  readonly id: string;
  readonly resolution: Resolution;
}

export interface FoundDate {
  readonly text: string;
  readonly value: string;
  readonly reason: string;
}

/** What the content script knows about its page, for popup and command. Times in ms since navigation start. */
export interface PageState {
  readonly status: PageStatus;
  /** In words for the reader, when something could not be done. */
  readonly problems: readonly string[];
  readonly url: string;
  /** The key under which notes on this page are stored. */
  readonly key: string;
  readonly gate: GateResult;
  readonly meta: ArticleMeta | null;
  readonly published: PublicationDate | null;
  readonly language: Analysis['language'] | null;
  /** Marked places by kind, before the reader's switches are applied. */
  readonly counts: Readonly<Record<MarkKind, number>>;
  /** Distinct names by kind and the number of places of each, most named first, for the popup. */
  readonly names: readonly { readonly type: MarkKind; readonly name: string; readonly mentions: number }[];
  readonly dates: readonly FoundDate[];
  readonly passages: readonly ResolvedPassage[];
  /** Reader's choice for this page view alone; null follows the settings. */
  readonly marksHere: boolean | null;
  readonly times: {
    readonly gateMs: number;
    readonly readMs: number;
    readonly analysisMs: number;
    readonly paintedAt: number | null;
  };
}

/** What a content script answers to popup and background. */
export type PageProtocol = {
  'page-state': (data: undefined) => PageState;
  'mark-anyway': (data: undefined) => PageState;
  'set-marks-here': (data: { on: boolean }) => PageState;
  'note-selection': (data: undefined) => { opened: boolean };
  'toggle-marks': (data: undefined) => PageState;
  /** Opens the editor in the page on a stored note. */
  'edit-annotation': (data: { id: string }) => { opened: boolean };
  'show-passage': (data: { id: string }) => { shown: boolean };
};

/** A request for analysis, sent over a port of this name; the reply is `AnalysisReply` as JSON text (fast in both browsers). */
export const ANALYSIS_PORT = 'analysis';
export interface AnalysisRequest extends ArticleText {
  readonly published: PublicationDate | null;
}
export type AnalysisReply =
  | { readonly status: 'ok'; readonly analysis: Analysis; readonly ms: number }
  | { readonly status: 'failed'; readonly message: string };

/** Asks the background; starts it when it is stopped. Rejects when the extension was updated or removed under us. */
export function askBackground<K extends keyof BackgroundProtocol>(
  type: K,
  data: DataOf<BackgroundProtocol, K>,
): Promise<ReplyOf<BackgroundProtocol, K>> {
  return browser.runtime.sendMessage({ type, data });
}

/** Asks the content script in a tab's main frame. Rejects when there is none: a browser page, or a tab older than the extension. */
export function askPage<K extends keyof PageProtocol>(
  tabId: number,
  type: K,
  data: DataOf<PageProtocol, K>,
): Promise<ReplyOf<PageProtocol, K>> {
  return browser.tabs.sendMessage(tabId, { type, data }, { frameId: 0 });
}

/** One function for each message of a protocol. */
export type Handlers<P extends Protocol> = {
  readonly [K in keyof P]: (data: DataOf<P, K>) => ReplyOf<P, K> | Promise<ReplyOf<P, K>>;
};

/**
 * Answers the messages of one protocol until `signal` aborts. Messages that are not of the protocol are left to others;
 * messages from other extensions never arrive here (they need `onMessageExternal`).
 */
export function answer<P extends Protocol>(handlers: Handlers<P>, signal?: AbortSignal): void {
  const listener = (message: unknown): Promise<unknown> | undefined => {
    if (typeof message !== 'object' || message === null || !('type' in message)) return undefined;
    const { type, data } = message as { type: unknown; data?: unknown };
    if (typeof type !== 'string' || !Object.hasOwn(handlers, type)) return undefined;
    const handler = handlers[type] as (data: unknown) => unknown;
    return Promise.resolve().then(() => handler(data));
  };
  browser.runtime.onMessage.addListener(listener as never);
  signal?.addEventListener('abort', () => browser.runtime.onMessage.removeListener(listener as never), { once: true });
}
