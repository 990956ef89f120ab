import { nearness, weightOutward } from './align.ts';
import type { PageIndex, WordIndex } from './page-index.ts';
import type { Passage, PassageWords } from './passage.ts';
import { weightOf } from './words.ts';

/** How well the words on one side of a place agree with the stored context of that side. */
export interface SideFit {
  /** Share of the context's weight that stands there too, 0 to 1. */
  readonly score: number;
  /** Whether that is evidence enough that the passage stood beside it. */
  readonly strong: boolean;
  /** The very next word is the context's. */
  readonly adjacent: boolean;
  /** There was no context: the edge of the text is all that agrees. */
  readonly isEdge: boolean;
}

/** Words of context that are compared; those nearest to the passage. */
const CONTEXT_WORDS = 14;
/** So many more words of the page are looked at, for words that were inserted. */
const SLACK = 4;
const STRONG_SCORE = 0.6;
/** The same when the nearest word is another: short words agree by chance. */
const STRONG_SCORE_APART = 0.7;
/** Two words that are not short, or a few more that are: less agrees by chance. */
const STRONG_WEIGHT = 1.8;
/** A word in more places than this tells nothing about where the passage was. */
const COMMON_WORD = 40;
/** Of the weight of all that can vote, a place needs this much; what was put in between splits the votes. */
const LEAST_VOTES = 0.25;
const MOST_BOUNDARIES = 6;
const CLEARLY_BETTER = 0.15;
const NEARBY = [0, -1, 1, -2, 2, -3, 3] as const;

/** One side's stored context, as numbers of the page's words, going outward from the passage. */
export interface Context {
  readonly ids: Int32Array;
  readonly weight: number;
  /** 1 when the page is read to the right from the passage, -1 to the left. */
  readonly step: 1 | -1;
  /** The passage stood at the edge of the text, so that the edge itself is the context. */
  readonly atEdge: boolean;
}

/** The two stored contexts of a passage in terms of a page. */
export function contextsOf(
  index: WordIndex,
  passage: Passage,
  { all, first, last }: PassageWords,
): { before: Context; after: Context } {
  const context = (keys: readonly string[], step: 1 | -1, atEdge: boolean): Context => ({
    ids: Int32Array.from(keys, index.idOf),
    weight: keys.reduce((sum, key, distance) => sum + weightOf(key) * nearness(distance), 0),
    step,
    atEdge,
  });
  const before = all.keys.slice(Math.max(0, first - CONTEXT_WORDS), first).reverse();
  const after = all.keys.slice(last, last + CONTEXT_WORDS);
  return {
    before: context(
      before,
      -1,
      before.length < CONTEXT_WORDS && passage.selectors.position.start <= passage.prefix.length * 2,
    ),
    after: context(after, 1, after.length === 0),
  };
}

/** Compares a context with the page's words outward from the gap before word `at`. */
export function sideFit(index: WordIndex, context: Context, at: number): SideFit {
  const { ids, weights } = index;
  const available = context.step === 1 ? ids.length - at : at;
  if (context.ids.length === 0) {
    const score = context.atEdge && available === 0 ? 1 : 0;
    return { score, strong: score === 1, adjacent: score === 1, isEdge: true };
  }
  const from = context.step === 1 ? at : at - 1;
  const count = Math.min(available, context.ids.length + SLACK);
  const common = Math.max(0, weightOutward(context.ids, ids, from, count, context.step, weights));
  const score = common / context.weight;
  const whole = context.atEdge && available <= context.ids.length + 1 && score > 0.9;
  const adjacent = count > 0 && ids[from] === context.ids[0];
  return {
    score,
    strong: score >= (adjacent ? STRONG_SCORE : STRONG_SCORE_APART) && (common >= STRONG_WEIGHT || whole),
    adjacent,
    isEdge: false,
  };
}

/** A place between two words of the page where a stored context ends; `at` is the word after it. */
export interface Boundary extends SideFit {
  readonly at: number;
}

/**
 * The places on the page that have this context beside them, best first: every word of the context that is not everywhere
 * votes for the place it would put the passage at. Cost: the number of votes, and an alignment for each of the few winners.
 */
export function boundariesOf(page: PageIndex, context: Context): Boundary[] {
  const index = page.wordIndex();
  const length = index.ids.length;
  if (context.ids.length === 0) {
    if (!context.atEdge) return [];
    return [{ at: context.step === 1 ? length : 0, score: 1, strong: true, adjacent: true, isEdge: true }];
  }
  const votes = new Map<number, number>();
  let votable = 0;
  const rarest = Math.min(...Array.from(context.ids, (id) => index.placesOf(id).length || Number.POSITIVE_INFINITY));
  for (let distance = 0; distance < context.ids.length; distance++) {
    const id = context.ids[distance]!;
    const places = index.placesOf(id);
    if (places.length > Math.max(COMMON_WORD, rarest)) continue;
    const weight = (id < 0 ? 1 : index.weights[id]!) * nearness(distance);
    votable += weight;
    for (const place of places) {
      const at = context.step === 1 ? place - distance : place + 1 + distance;
      if (at >= 0 && at <= length) votes.set(at, (votes.get(at) ?? 0) + weight);
    }
  }
  const best = [...votes]
    .filter(([, weight]) => weight >= votable * LEAST_VOTES)
    .sort((a, b) => b[1] - a[1])
    .slice(0, MOST_BOUNDARIES)
    // Words put in, or taken out, next to the passage shift the votes of those behind them.
    .flatMap(([at]) => NEARBY.map((shift) => at + shift))
    .filter((at, rank, all) => at >= 0 && at <= length && all.indexOf(at) === rank)
    .map((at) => ({ at, ...sideFit(index, context, at) }))
    .filter(({ strong }) => strong)
    .sort((a, b) => b.score - a.score);
  // The places beside a boundary fit nearly as well as it does, those a little further off by chance.
  const isShadow = (boundary: Boundary, better: Boundary): boolean => {
    const distance = Math.abs(better.at - boundary.at);
    return distance <= SLACK || (distance <= CONTEXT_WORDS && better.score - boundary.score > CLEARLY_BETTER);
  };
  return best.filter((boundary, rank) => !best.slice(0, rank).some((better) => isShadow(boundary, better)));
}
