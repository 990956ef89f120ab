import type { PublicationDate } from '../article/types.ts';
import { findDates } from '../dates/index.ts';
import type { Recogniser } from '../entities/recogniser.ts';
import { detectLanguage } from '../text/language.ts';
import type { TextModel } from '../text/text-model.ts';
import type { Analysis } from './types.ts';

/** What is known about a text besides the text itself. */
export interface AnalysisContext {
  /** Against what relative dates are resolved; null leaves them unresolved. */
  readonly published: PublicationDate | null;
  /** The loaded tagger, or why there is none, in words for the reader. Without it the rest of the analysis goes on. */
  readonly recogniser: Recogniser | { readonly problem: string };
}

/**
 * The one door to everything that is understood of an article: names, dates and, later, quotes, claims and checks. Offsets in
 * the result count UTF-16 code units of `model.text`. A text in another language than English gives an empty analysis that
 * says so. Pure: the same input gives the same output. Never throws on any text.
 */
export function analyse(model: TextModel, context: AnalysisContext): Analysis {
  const language = detectLanguage(model.text);
  const empty = {
    language,
    published: context.published,
    entities: [],
    dates: [],
    quotes: [],
    claims: [],
    checks: [],
    problems: [],
  };
  if (language === 'unsupported') return empty;
  const { recogniser } = context;
  const dates = findDates(model, { published: context.published?.value ?? null });
  if ('problem' in recogniser) return { ...empty, dates, problems: [recogniser.problem] };
  return { ...empty, entities: recogniser.recognise(model), dates };
}
