import type { Expression } from './expression.ts';
import { intern } from './lexicon.ts';
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

/** Rules filed under the id of the words they can begin with, so that most words of a text try none. */
export type Grammar = readonly (readonly CompiledRule[] | undefined)[];

function literal(words: string): Matcher {
  const ids = new Set(words.split('|').map(intern));
  return {
    field: null,
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
  const grammar: CompiledRule[][] = [];
  for (const rule of rules.map(compile)) {
    for (let lex = 0; lex < 2048; lex++) {
      for (const { matcher, optional } of rule.elements) {
        if (matcher.starts(lex)) {
          grammar[lex] ??= [];
          grammar[lex]?.push(rule);
          break;
        }
        if (!optional) break;
      }
    }
  }
  return grammar;
}

/** An expression over the tokens `[from, to)`. */
export interface Found {
  from: number;
  to: number;
  expression: Expression;
}

const captures = newCaptures();
const marks = new Int32Array(32);

/** The longest expression that begins at token `at`, or null; among equals the rule that stands first. */
export function longestAt(grammar: Grammar, scan: Scan, at: number): Found | null {
  const rules = grammar[scan.lex[at] as number];
  if (rules === undefined) return null;
  let best: Found | null = null;
  let bestEnd = 0;
  for (const rule of rules) {
    const end = matchElements(rule, scan, at, 0);
    if (end <= bestEnd) continue;
    const from = rule.lead > 0 ? (marks[rule.lead - 1] as number) : at;
    const to = rule.trail > 0 ? (marks[rule.elements.length - rule.trail - 1] as number) : end;
    if (to <= from) continue;
    const expression = rule.build(captures, { scan, from, to });
    if (expression === null) continue;
    best = { from, to, expression };
    bestEnd = end;
  }
  return best;
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
