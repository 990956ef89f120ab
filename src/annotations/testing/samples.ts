import type { Annotation, Flag, PageInfo } from '../types.ts';

/** A valid UUID that is told apart by its number. */
export function uuid(number: number): string {
  return `00000000-0000-4000-8000-${number.toString(16).padStart(12, '0')}`;
}

/** Sample annotations for tests: a note on a passage, changed as wished. */
export function annotation(number: number, changes: Partial<Annotation> = {}): Annotation {
  return {
    id: uuid(number),
    target: {
      kind: 'passage',
      selectors: {
        quote: {
          type: 'TextQuoteSelector',
          exact: '12 people were killed',
          prefix: 'Police said ',
          suffix: ' in the fire.',
        },
        position: { type: 'TextPositionSelector', start: 120, end: 141 },
        block: { ordinal: 3, fingerprint: 'b7c1' },
      },
    },
    note: `Note ${number}`,
    tags: ['fire'],
    flag: null,
    created: `2026-03-0${1 + (number % 9)}T10:00:00.000Z`,
    modified: `2026-03-0${1 + (number % 9)}T10:00:00.000Z`,
    author: null,
    ...changes,
  };
}

export const FLAG: Flag = {
  kind: 'number-unclear',
  status: 'open',
  rating: 'Too low',
  evidence: [
    {
      link: 'https://fire.example/report?id=7&lang=en',
      title: 'Report of the fire service',
      publisher: 'Fire service',
      quote: 'twenty-one dead',
      stance: 'refutes',
      accessed: '2026-03-02',
      archived: null,
    },
  ],
};

export const PAGE: PageInfo = {
  key: 'https://news.example/fire',
  url: 'https://news.example/fire?utm_source=mail',
  canonical: 'https://news.example/fire',
  title: 'Fire in the harbour',
  siteName: 'News Example',
  published: '2026-03-01T06:03:00-05:00',
  modified: null,
};
