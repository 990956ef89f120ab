import type { Expression, Kind } from './expression.ts';
import { intern, PARTS, valuesOf } from './lexicon.ts';
import type { Found } from './pattern.ts';
import type { Scan } from './scan.ts';
import { MARK } from './tokens.ts';

/** Joins neighbours that are one expression: "10 a.m." + "Friday", "Monday" + night, early + "January", "May" of "this year". */

const part = valuesOf('part');
const portion = valuesOf('portion');
const words = (list: string): ReadonlySet<number> => new Set(list.split(' ').map(intern));
const THE = intern('the');
const OF = intern('of');
const S = intern('s');
const BEFORE = intern('before');
const AFTER = intern('after');
const JOIN_CLOCK = words('at , on around by about');
const ADJECTIVES = words('early mid late');
const HALF = intern('half');
const IN = intern('in');

const TAKES_TIME: ReadonlySet<Kind> = new Set<Kind>(['day', 'weekday', 'move', 'holiday', 'counted-from']);
const TAKES_PORTION: ReadonlySet<Kind> = new Set<Kind>([
  'day',
  'month',
  'year',
  'decade',
  'century',
  'season',
  'fraction',
  'weekday',
  'move',
  'within',
  'holiday',
  'week-of',
]);
const IN_A_YEAR: ReadonlySet<Kind> = new Set<Kind>(['month', 'season', 'fraction', 'day']);

const isYear = (e: Expression): boolean => e.kind === 'year' || (e.kind === 'move' && e.unit === 'year');
const isPlainDay = (e: Expression): boolean =>
  TAKES_TIME.has(e.kind) && e.time === undefined && !(e.kind === 'move' && e.unit !== 'day');
const lacksYear = (e: Expression): boolean =>
  IN_A_YEAR.has(e.kind) && 'year' in e && e.year === null && !('shift' in e && e.shift !== undefined);

/** Number of tokens of the gap when the joint can be bridged, else -1. */
function bridge(scan: Scan, a: Found, b: Found, through: ReadonlySet<number>, longest: number): boolean {
  if (b.from - a.to > longest) return false;
  for (let at = a.to; at < b.from; at++) if (!through.has(scan.lex[at] as number)) return false;
  return true;
}

function join(scan: Scan, a: Found, b: Found): Expression | null {
  const gap = b.from - a.to;
  const first = scan.lex[a.to] as number;
  const left = a.expression;
  const right = b.expression;
  if (right.kind === 'time-of-day' && isPlainDay(left) && bridge(scan, a, b, JOIN_CLOCK, 2))
    return { ...left, time: right.time ?? {} };
  if (left.kind === 'time-of-day' && isPlainDay(right) && bridge(scan, a, b, JOIN_CLOCK, 2))
    return { ...right, time: left.time ?? {} };
  if (lacksYear(left) && isYear(right)) {
    const joined =
      gap === 0
        ? left.kind === 'fraction'
        : (gap === 1 && (first === OF || first === IN)) || (gap === 1 && first === MARK.comma && left.kind !== 'day');
    if (joined && (first !== IN || left.kind === 'fraction')) return { kind: 'within', inner: left, year: right };
  }
  if (isYear(left) && lacksYear(right) && gap === 2 && first === MARK.apostrophe && scan.lex[a.to + 1] === S) {
    return { kind: 'within', inner: right, year: left };
  }
  if (
    left.kind === 'move' &&
    left.unit === 'week' &&
    left.count === 0 &&
    left.origin === 'narrative' &&
    gap === 1 &&
    first === OF &&
    right.kind === 'day'
  ) {
    return { kind: 'week-of', of: right };
  }
  // "the night of Oct. 23"
  if (
    left.kind === 'move' &&
    left.time?.part !== undefined &&
    left.origin === 'narrative' &&
    gap === 1 &&
    first === OF &&
    isPlainDay(right)
  ) {
    return { ...right, time: left.time };
  }
  if (gap === 1 && (first === BEFORE || first === AFTER) && (isPlainDay(right) || right.kind === 'year')) {
    const sign = first === BEFORE ? -1 : 1;
    if (left.kind === 'duration' && left.amount > 0)
      return { kind: 'counted-from', unit: left.unit, count: sign * left.amount, of: right };
    if (left.kind === 'move' && left.origin === 'narrative' && left.count === 0 && left.unit === 'day') {
      return { kind: 'counted-from', unit: 'day', count: sign, of: right };
    }
  }
  return null;
}

/** "Monday night", "yesterday afternoon": a part of the day right after a date. */
function takePart(scan: Scan, found: Found): void {
  if (!isPlainDay(found.expression)) return;
  const value = part[scan.lex[found.to] as number] as number;
  if (!(value > 0) || found.to >= scan.count) return;
  found.expression = { ...found.expression, time: { part: PARTS[value - 1] as string } };
  found.to++;
}

/** early January, the end of 2025, mid-1998: the words belong to the extent; the value stays that of the whole. */
function takePortion(scan: Scan, found: Found, floor: number): void {
  if (!TAKES_PORTION.has(found.expression.kind)) return;
  let at = found.from - 1;
  if (scan.lex[at] === MARK.hyphen || scan.lex[at] === OF) at--;
  else if (scan.lex[at] === THE && scan.lex[at - 1] === OF) at -= 2;
  if (at < floor) return;
  const lex = scan.lex[at] as number;
  const half = lex === HALF && at < found.from - 1;
  if (!((portion[lex] as number) > 0) && !half) return;
  const noun = !ADJECTIVES.has(lex);
  // "end Friday" is a verb; nouns need their "of".
  if (noun && scan.lex[at + 1] !== OF) return;
  found.from = at;
  if (at - 1 >= floor && scan.lex[at - 1] === THE) found.from = at - 1;
}

const RANGE = words('and to or - – until till through');

/** "between March and April 1918", "Nov. 8 to Nov. 10, 2019": the year that stands once belongs to both. */
function takeYear(scan: Scan, a: Found, b: Found): void {
  const left = a.expression;
  const right = b.expression;
  if ((left.kind !== 'month' && left.kind !== 'day') || !lacksYear(left)) return;
  if ((right.kind !== 'month' && right.kind !== 'day') || right.year === null) return;
  if (b.from - a.to > 2 || b.from === a.to || !RANGE.has(scan.lex[a.to] as number)) return;
  if (b.from - a.to === 2 && scan.lex[a.to + 1] !== THE) return;
  a.expression = { ...left, year: left.month <= right.month ? right.year : right.year - 1 };
}

/** "Between 2pm and 4pm on 6 November": both times are of that day. */
function takeDay(scan: Scan, a: Found, b: Found): void {
  const left = a.expression;
  const right = b.expression;
  if (left.kind !== 'time-of-day' || right.time?.seconds === undefined || right.kind === 'time-of-day') return;
  if (b.from - a.to === 1 && RANGE.has(scan.lex[a.to] as number)) a.expression = { ...right, time: left.time ?? {} };
}

/** Joins, in text order, what was found in one text; changes and returns the list. */
export function compose(scan: Scan, found: readonly Found[]): Found[] {
  const out: Found[] = [];
  for (const next of found) {
    takePart(scan, next);
    takePortion(scan, next, out.length > 0 ? (out[out.length - 1] as Found).to : 0);
    const before = out[out.length - 1];
    if (before !== undefined) takeYear(scan, before, next);
    let current = next;
    // A joint can make a second one possible: "10 a.m." + "Friday" + "Dec. 6".
    for (;;) {
      const previous = out[out.length - 1];
      if (previous === undefined) break;
      const joined = join(scan, previous, current);
      if (joined === null) break;
      out.pop();
      current = { from: previous.from, to: current.to, expression: joined };
    }
    const earlier = out[out.length - 1];
    if (earlier !== undefined) takeDay(scan, earlier, current);
    out.push(current);
  }
  return out;
}
