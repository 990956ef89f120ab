import { parseHTML } from 'linkedom';
import { analyse } from '../analysis/analyse.ts';
import type { Analysis } from '../analysis/types.ts';
import { gate } from '../article/gate.ts';
import { readMeta } from '../article/meta.ts';
import { readArticle } from '../article/read-article.ts';
import type { PublicationDate } from '../article/types.ts';
import type { Recogniser } from '../entities/recogniser.ts';
import { type TextModel, textModelOf } from '../text/text-model.ts';

type LoadedRecogniser = Recogniser | { readonly problem: string };

/**
 * One line of `newsgloss analyze`. `input` is `{id, text, published?}` or `{id, html, url?}`; the result has the shape that
 * docs/architecture.md lists. Throws an Error that names the field when the input is not of that shape.
 */
export function analyseLine(input: Record<string, unknown>, recogniser: LoadedRecogniser): object {
  const id = input.id ?? null;
  if (typeof input.html === 'string')
    return { id, ...analyseHtml(input.html, optionalString(input, 'url') ?? 'about:blank', recogniser) };
  if (typeof input.text !== 'string') throw new Error('"text" or "html" must be a string');
  const published = givenDate(optionalString(input, 'published'));
  return { id, ...fieldsOf(analyse(textModelOf(input.text), { published, recogniser })) };
}

function analyseHtml(html: string, url: string, recogniser: LoadedRecogniser): object {
  // linkedom makes no document of text that is in no element; a browser puts it into a body.
  const { document } = parseHTML(
    /<(?:html|head|body|!doctype)/i.test(html) ? html : `<html><body>${html}</body></html>`,
  );
  const { isNews, score } = gate(document, url);
  const read = readArticle(document, url, {});
  const meta = read.status === 'ok' ? read.meta : readMeta(document, url);
  const model: TextModel = read.status === 'ok' ? read.model : textModelOf('');
  const { title, byline, canonical, modified, published } = meta;
  const fields = fieldsOf(analyse(model, { published, recogniser }));
  return { text: model.text, ...fields, article: { isNews, score, title, byline, canonical, modified } };
}

function fieldsOf({ published, entities, dates, quotes, claims, checks }: Analysis): object {
  return {
    published,
    entities,
    dates: dates.map(({ start, end, type, value, reason }) => ({ start, end, type, value, reason: reason.words })),
    quotes,
    claims,
    checks,
  };
}

function optionalString(input: Record<string, unknown>, field: string): string | null {
  const value = input[field];
  if (value === undefined || value === null) return null;
  if (typeof value !== 'string') throw new Error(`"${field}" must be a string, not ${typeof value}`);
  return value;
}

/** ISO 8601: a day, or a day with a time and perhaps a zone. */
const ISO_8601 = /^\d{4}(?:-\d{2}(?:-\d{2}(?:[T ]\d{2}:?\d{2}.*)?)?)?$/;

function givenDate(value: string | null): PublicationDate | null {
  if (value === null || value === '') return null;
  if (!ISO_8601.test(value) || Number.isNaN(Date.parse(value.slice(0, 10))))
    throw new Error(`"published" must be an ISO 8601 date, not "${value}"`);
  return { value, source: 'given' };
}
