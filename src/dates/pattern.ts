import type { Expression } from './expression.ts';
import { intern, MAX_IDS, PSEUDO } from './lexicon.ts';
import type { Captures, Matcher } from './matchers.ts';
import { MATCHERS, newCaptures } from './matchers.ts';
import type { Scan } from './scan.ts';

/** What a rule saw: the tokens `[from, to)` of `scan`. Builders use it to look at the neighbours. */
export interface Match {
  readonly scan: Scan;
  readonly from: number;
  readonly to: number;
}

/** Turns what was captured into the meaning of the expression; null refuses the match. */
export type Build = (captures: Captures, match: Match) => Expression | null;

/**
 * A line of the grammar. The pattern is a row of elements, divided by spaces: a NAME of a matcher (see `MATCHERS`), or literal
 * words `a|b`; a `?` at the end makes an element optional. `[` and `]` around elements leave them outside of the extent:
 * they are looked at, not marked.
 */
export type Rule = readonly [pattern: string, build: Build];

interface Element {
  readonly matcher: Matcher;
  readonly optional: boolean;
}

interface CompiledRule {
  readonly elements: readonly Element[];
  /** Elements before and after the extent, for context only. */
  readonly lead: number;
  readonly trail: number;
  readonly build: Build;
}

/**
 * Rules filed under the word they can begin with, and under pairs of a first and a second word: most pairs of a text ("the
 * company") have no rule, and cost one look.
 */
export interface Grammar {
  readonly byFirst: readonly (readonly CompiledRule[])[];
  /** 1 for the ids of words that a rule can begin with. */
  readonly starts: Uint8Array;
  /** Filled as pairs turn up; the key is first id * `MAX_IDS` + second id. */
  readonly byPair: Map<number, readonly CompiledRule[]>;
}

function literal(words: string): Matcher {
  const ids = new Set(words.split('|').map(intern));
  return {
    field: null,
    single: true,
    starts: (lex) => ids.has(lex),
    match: (scan, at) => (at < scan.count && ids.has(scan.lex[at] as number) ? at + 1 : -1),
  };
}

function compile([pattern, build]: Rule): CompiledRule {
  let lead = 0;
  let trail = 0;
  const elements: Element[] = [];
  let inside = false;
  for (const part of pattern.split(' ')) {
    let name = part;
    const opens = name.startsWith('[');
    if (opens) {
      name = name.slice(1);
      inside = true;
    }
    const closes = name.endsWith(']');
    if (closes) name = name.slice(0, -1);
    const optional = name.length > 1 && name.endsWith('?');
    if (optional) name = name.slice(0, -1);
    const matcher = /^[A-Z]/.test(name) ? MATCHERS[name] : literal(name);
    if (matcher === undefined) throw new Error(`dates grammar: unknown element ${name} in "${pattern}"`);
    if (inside) {
      if (elements.length === lead) lead++;
      else trail++;
    }
    elements.push({ matcher, optional });
    if (closes) inside = false;
  }
  return { elements, lead, trail, build };
}

/** Compiles the rules; throws on a pattern that names an unknown element. */
export function compileGrammar(rules: readonly Rule[]): Grammar {
  const byFirst: CompiledRule[][] = Array.from({ length: MAX_IDS }, () => []);
  const starts = new Uint8Array(MAX_IDS);
  for (const rule of rules.map(compile)) {
    for (let lex = 0; lex < MAX_IDS; lex++) {
      for (const { matcher, optional } of rule.elements) {
        if (matcher.starts(lex)) {
          byFirst[lex]?.push(rule);
          starts[lex] = 1;
          break;
        }
        if (!optional) break;
      }
    }
  }
  return { byFirst, starts, byPair: new Map() };
}

function rulesFor(grammar: Grammar, first: number, second: number): readonly CompiledRule[] {
  const key = first * MAX_IDS + second;
  const known = grammar.byPair.get(key);
  if (known !== undefined) return known;
  const rules = (grammar.byFirst[first] ?? []).filter(({ elements }) => canBegin(elements, first, second));
  grammar.byPair.set(key, rules);
  return rules;
}

/** Whether a rule can match a text that begins with these two words, as far as they tell. */
function canBegin(elements: readonly Element[], first: number, second: number): boolean {
  for (let i = 0; i < elements.length; i++) {
    const { matcher, optional } = elements[i] as Element;
    if (matcher.starts(first) && (!matcher.single || canGoOn(elements, i + 1, second))) return true;
    if (!optional) return false;
  }
  return false;
}

function canGoOn(elements: readonly Element[], from: number, second: number): boolean {
  for (let i = from; i < elements.length; i++) {
    const { matcher, optional } = elements[i] as Element;
    if (matcher.starts(second)) return true;
    if (!optional) return false;
  }
  return true;
}

/** An expression over the tokens `[from, to)`. */
export interface Found {
  from: number;
  to: number;
  expression: Expression;
}

const captures = newCaptures();
const NOTHING: Readonly<Captures> = newCaptures();
const marks = new Int32Array(32);

/** The longest expression that begins at token `at`, or null; among equals the rule that stands first. */
export function longestAt(grammar: Grammar, scan: Scan, at: number): Found | null {
  const first = scan.lex[at] as number;
  if (grammar.starts[first] === 0) return null;
  const rules = rulesFor(grammar, first, at + 1 < scan.count ? (scan.lex[at + 1] as number) : PSEUDO.lineBreak);
  let best: Found | null = null;
  let bestEnd = 0;
  for (const rule of rules) {
    const end = matchElements(rule, scan, at, 0);
    if (end < 0) continue;
    // What failed has cleared what it caught; what matched leaves it for the builder, and is cleared after.
    const accepted = accept(rule, scan, at, end, bestEnd);
    Object.assign(captures, NOTHING);
    if (accepted === null) continue;
    best = accepted;
    bestEnd = end;
  }
  return best;
}

function accept(rule: CompiledRule, scan: Scan, at: number, end: number, bestEnd: number): Found | null {
  if (end <= bestEnd) return null;
  const from = rule.lead > 0 ? (marks[rule.lead - 1] as number) : at;
  const to = rule.trail > 0 ? (marks[rule.elements.length - rule.trail - 1] as number) : end;
  if (to <= from) return null;
  const expression = rule.build(captures, { scan, from, to });
  return expression === null ? null : { from, to, expression };
}

function matchElements(rule: CompiledRule, scan: Scan, at: number, index: number): number {
  const element = rule.elements[index];
  if (element === undefined) return at;
  const { matcher, optional } = element;
  const next = matcher.match(scan, at, captures);
  if (next >= 0) {
    marks[index] = next;
    const end = matchElements(rule, scan, next, index + 1);
    if (end >= 0) return end;
  }
  if (matcher.field !== null) captures[matcher.field] = 0;
  if (!optional) return -1;
  marks[index] = at;
  return matchElements(rule, scan, at, index + 1);
}
