import { MemoryArea } from '../annotations/memory-area.ts';
import { createStore } from '../annotations/store.ts';
import type { Annotation } from '../annotations/types.ts';
import { answersOf } from '../background/answers.ts';
import type { askBackground, askPage, BackgroundProtocol, PageProtocol, PageState } from '../browser/messages.ts';
import type { PopupEnvironment, PopupTab } from './environment.ts';

export const URL_OF_PAGE = 'https://www.courier.example/world/pact';

/** An article that was read and marked, with `changes`. */
export function pageState(changes: Partial<PageState> = {}): PageState {
  const published = { value: '2019-11-08T06:03:00-05:00', source: 'json-ld' } as const;
  return {
    status: 'marked',
    problems: [],
    url: URL_OF_PAGE,
    key: URL_OF_PAGE,
    gate: { isNews: true, score: 0.9, reasons: [] },
    meta: {
      title: 'Pact signed',
      byline: 'Ada Strand',
      siteName: 'The Courier',
      canonical: URL_OF_PAGE,
      lang: 'en',
      published,
      publishedConflicts: [],
      modified: null,
    },
    published,
    language: 'en',
    counts: { PERSON: 3, ORG: 2, PLACE: 1, GROUP: 0, EVENT: 0, WORK: 0, PRODUCT: 0, DATE: 4 },
    names: [{ type: 'PERSON', name: 'Ingrid Halvorsen', mentions: 3 }],
    dates: [{ text: 'Friday', value: '2019-11-08', reason: 'published on a Friday' }],
    passages: [],
    marksHere: null,
    times: { gateMs: 1, readMs: 1, analysisMs: 1, paintedAt: 1 },
    ...changes,
  };
}

/** A page that was not read: nothing is known of it but its address. */
export function unreadState(changes: Partial<PageState>): PageState {
  const counts = { PERSON: 0, ORG: 0, PLACE: 0, GROUP: 0, EVENT: 0, WORK: 0, PRODUCT: 0, DATE: 0 };
  return pageState({ meta: null, published: null, language: null, counts, names: [], dates: [], ...changes });
}

/** An annotation with an id made of `digit`, on a passage that reads `exact` unless `changes` say otherwise. */
export function annotation(digit: number, exact: string, changes: Partial<Annotation> = {}): Annotation {
  const created = `2026-11-0${digit}T09:00:00.000Z`;
  return {
    id: `00000000-0000-4000-8000-00000000000${digit}`,
    target: {
      kind: 'passage',
      selectors: {
        quote: { type: 'TextQuoteSelector', exact, prefix: 'It said ', suffix: ' on Friday.' },
        position: { type: 'TextPositionSelector', start: 8, end: 8 + exact.length },
        block: { ordinal: 0, fingerprint: '0123abcd' },
      },
    },
    note: '',
    tags: [],
    flag: null,
    created,
    modified: created,
    author: null,
    ...changes,
  };
}

/** The tab's side of a test: what its page answers, null when no content script is there. */
export interface Page {
  state: PageState | null;
  readonly asked: { readonly type: keyof PageProtocol; readonly data: unknown }[];
  reply: Partial<{ [K in keyof PageProtocol]: (data: Parameters<PageProtocol[K]>[0]) => ReturnType<PageProtocol[K]> }>;
}

/** An environment whose background is the real store over memory, and whose page answers as the test tells it. */
export function testBench(tab: Partial<PopupTab> | null = {}) {
  const area = new MemoryArea();
  const store = createStore(area, () => new Date('2026-11-20T12:00:00Z'));
  const page: Page = { state: pageState(), asked: [], reply: {} };
  const bench = {
    area,
    store,
    page,
    tab: tab === null ? null : { id: 7, url: URL_OF_PAGE, title: 'Pact signed', loading: false, ...tab },
    startInTab: async (): Promise<void> => {},
    openedSettings: 0,
    stored: (_keys: readonly string[]): void => {},
    env: null as unknown as PopupEnvironment,
  };

  const answers = answersOf(store);

  bench.env = {
    // On the wire everything is JSON, so that nothing is shared by reference.
    askBackground: (async (type: keyof BackgroundProtocol, data: never) =>
      structuredClone(await (answers[type] as (data: never) => unknown)(data))) as typeof askBackground,
    askPage: (async (_tabId: number, type: keyof PageProtocol, data: never) => {
      page.asked.push({ type, data });
      const reply = page.reply[type] as ((data: never) => unknown) | undefined;
      if (reply !== undefined) return reply(data);
      if (page.state === null) throw new Error('Could not establish connection. Receiving end does not exist.');
      return page.state;
    }) as typeof askPage,
    findTab: async () => bench.tab,
    startInTab: () => bench.startInTab(),
    onStored: (changed) => {
      bench.stored = changed;
    },
    openSettings: () => {
      bench.openedSettings += 1;
    },
    generator: 'Newsgloss 0.1.0',
    now: () => new Date('2026-11-20T12:00:00Z'),
    newId: () => '00000000-0000-4000-8000-0000000000ff',
  };
  return bench;
}
