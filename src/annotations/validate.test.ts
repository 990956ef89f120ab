import { describe, expect, it } from 'vitest';
import { salvagePage } from './salvage.ts';
import { annotation, FLAG, PAGE, uuid } from './testing/samples.ts';
import type { PageRecord } from './types.ts';
import { LIMITS, parseAnnotation, parseDraft, parsePageInfo, parsePageRecord } from './validate.ts';

const RECORD: PageRecord = {
  ...PAGE,
  firstSeen: '2026-03-01T00:00:00.000Z',
  lastSeen: '2026-03-01T00:00:00.000Z',
  annotations: [
    annotation(1),
    annotation(2, { target: { kind: 'entity', name: 'John Healey', type: 'PERSON' } }),
    annotation(3, { target: { kind: 'page' }, flag: FLAG, author: 'Desk' }),
  ],
};

/** A deep copy with the field at `path` (as in the errors) set to `value`, or taken out when it is undefined. */
function spoilt<T>(sound: T, path: string, value: unknown): unknown {
  const copy = structuredClone(sound);
  const steps = path.match(/[^.[\]]+/g)!;
  const last = steps.pop()!;
  // biome-ignore lint/suspicious/noExplicitAny: the point is to break the type
  const holder = steps.reduce((inner: any, step) => inner[step], copy as any);
  if (value === undefined) delete holder[last];
  else holder[last] = value;
  return copy;
}

describe('a page', () => {
  it('is read as it is, without fields that nobody knows', () => {
    expect(parsePageRecord(RECORD)).toEqual({ status: 'ok', value: RECORD });
    const more = { ...RECORD, colour: 'red', annotations: [{ ...annotation(1), score: 1 }] };
    expect(parsePageRecord(more)).toEqual({ status: 'ok', value: { ...RECORD, annotations: [annotation(1)] } });
  });

  it.each([
    ['key', '', 'is empty'],
    ['url', 'news.example/fire', 'is not an absolute URL'],
    ['url', 'javascript:alert(1)', 'is not a link of http or https or file'],
    ['canonical', undefined, 'nothing is not text'],
    ['title', null, 'null is not text'],
    ['title', 'x'.repeat(LIMITS.line + 1), '2001 characters are more than the 2000 allowed'],
    ['published', '8 November 2019', 'is not an ISO 8601 date'],
    ['published', '2019-02-30', 'is not an ISO 8601 date'],
    ['published', '2019-13-01', 'is not an ISO 8601 date'],
    ['modified', '2019-11-08T24:10:00Z', 'is not an ISO 8601 date'],
    ['firstSeen', '2026-03-01T00:00:00+01:00', 'is not an ISO 8601 time in UTC'],
    ['annotations', {}, 'an object is not a list'],
    ['annotations[1]', null, 'null is not an object'],
    ['annotations[0].id', '7', 'is not a UUID'],
    ['annotations[1].id', uuid(1), 'is given twice'],
    ['annotations[0].note', undefined, 'nothing is not text'],
    ['annotations[0].tags[0]', '  ', 'is empty'],
    ['annotations[0].tags', 'fire', '"fire" is not a list'],
    ['annotations[0].created', '2026-02-29T10:00:00Z', 'is not an ISO 8601 time in UTC'],
    ['annotations[0].flag', undefined, 'nothing is not an object'],
    ['annotations[0].target.kind', 'word', '"word" is not one of passage, entity, page'],
    ['annotations[0].target.selectors.quote.exact', '', 'is empty'],
    ['annotations[0].target.selectors.quote.type', 'CssSelector', 'is not one of TextQuoteSelector'],
    ['annotations[0].target.selectors.position.start', -1, '-1 is not a whole number from 0 on'],
    ['annotations[0].target.selectors.position.start', 1.5, '1.5 is not a whole number from 0 on'],
    ['annotations[0].target.selectors.position.end', 3, '3 is before the start, 120'],
    ['annotations[0].target.selectors.block', undefined, 'nothing is not an object'],
    ['annotations[1].target.type', 'DOG', '"DOG" is not one of PERSON, ORG'],
    ['annotations[2].flag.kind', 'x', '"x" is not one of needs-source, source-disagrees'],
    ['annotations[2].flag.status', 'done', '"done" is not one of open, checking, resolved'],
    ['annotations[2].flag.evidence[0].stance', null, 'null is not one of supports, refutes, context'],
    ['annotations[2].flag.evidence[0].accessed', 'today', 'is not an ISO 8601 date'],
    ['annotations[2].author', 5, '5 is not text'],
  ])('with %s = %j is refused with that path', (path, value, problem) => {
    const result = parsePageRecord(spoilt(RECORD, path, value), 'pages[4]');
    expect(result).toMatchObject({ status: 'invalid', path: `pages[4].${path}` });
    expect('message' in result && result.message).toMatch(
      new RegExp(`^pages\\[4\\]\\.${path.replace(/[.[\]]/g, '\\$&')}: `),
    );
    expect('message' in result && result.message).toContain(problem);
  });

  it.each([null, undefined, 7, 'text', [], true])('that is %j is refused', (value) => {
    expect(parsePageRecord(value)).toMatchObject({ status: 'invalid', path: '' });
  });

  it('is not fooled by inherited fields', () => {
    const inherited = JSON.parse('{"__proto__": {"kind": "page"}}');
    expect(parseAnnotation({ ...annotation(1), target: inherited })).toMatchObject({ path: 'target.kind' });
  });
});

describe('links of evidence', () => {
  const withLink = (link: unknown) => spoilt(annotation(1, { flag: FLAG }), 'flag.evidence[0].link', link);

  it.each([
    'javascript:alert(1)',
    'JavaScript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'file:///etc/passwd',
    'vbscript:x',
    'blob:https://a.example/1',
    '//a.example/',
    'a.example',
    'https://',
    ' https://a.example/',
    'https://a.example/\njavascript:alert(1)',
    'java\tscript:alert(1)',
    'https://a.example/\u202egnp.exe',
    '',
    7,
  ])('refuse %j', (link) => {
    expect(parseAnnotation(withLink(link))).toMatchObject({ status: 'invalid', path: 'flag.evidence[0].link' });
  });

  it.each(['http://a.example', 'HTTPS://A.example/ä?q=%20#x', 'https://user@a.example:8080/', null])(
    'take %j',
    (link) => {
      const result = parseAnnotation(withLink(link));
      expect('value' in result && result.value.flag?.evidence[0]?.link).toBe(link);
    },
  );

  it('may be half typed in a draft, but must be text', () => {
    const draft = { id: null, target: { kind: 'page' }, note: '', tags: [], flag: FLAG };
    expect(parseDraft(spoilt(draft, 'flag.evidence[0].link', 'htt')).status).toBe('ok');
    expect(parseDraft(spoilt(draft, 'flag.evidence[0].link', 3))).toMatchObject({ path: 'flag.evidence[0].link' });
  });
});

describe('an annotation', () => {
  it('has one spelling of its id and each tag once', () => {
    const given = { ...annotation(1), id: 'ABCDEF00-0000-4000-8000-00000000000A', tags: ['a', ' a ', 'b'] };
    expect(parseAnnotation(given)).toMatchObject({
      value: { id: 'abcdef00-0000-4000-8000-00000000000a', tags: ['a', 'b'] },
    });
  });
});

describe('what is known of a page', () => {
  it.each([
    '2019',
    '2019-11',
    '2019-11-08',
    '2019-11-08T06:03Z',
    '2019-11-08T06:03:00.123-05:00',
    '2020-02-29T23:59:60+0100',
  ])('takes the date %s at its own precision', (published) => {
    expect(parsePageInfo({ ...PAGE, published })).toMatchObject({ value: { published } });
  });
});

describe('a damaged page', () => {
  it('gives every sound annotation and names every bad one', () => {
    const damaged = {
      ...RECORD,
      annotations: [annotation(1), null, annotation(1), { ...annotation(4), note: 0 }, annotation(5)],
    };
    const { page, problems } = salvagePage(damaged, 'p');
    expect(page?.annotations.map(({ id }) => id)).toEqual([uuid(1), uuid(5)]);
    expect(problems.map(({ path }) => path)).toEqual([
      'p.annotations[1]',
      'p.annotations[2].id',
      'p.annotations[3].note',
    ]);
  });

  it('gives nothing when its head can not be read', () => {
    expect(salvagePage({ ...RECORD, url: 1 })).toMatchObject({ page: null, problems: [{ path: 'url' }] });
    expect(salvagePage({ ...RECORD, annotations: 'none' })).toMatchObject({
      page: null,
      problems: [{ path: 'annotations' }],
    });
  });
});
