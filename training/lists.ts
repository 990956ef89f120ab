import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { extend, LISTS, LONGEST, PHRASE } from '../src/entities/gazetteer.ts';
import type { Lexicon } from '../src/entities/lexicon.ts';
import { WordTable } from '../src/entities/words.ts';
import { tokenize } from '../src/text/tokenize.ts';

type ListName = (typeof LISTS)[number];

/** Which list each file of shared/ner/gazetteers belongs to. */
const FILES: readonly (readonly [string, ListName])[] = [
  ['first-names.txt', 'first-name'],
  ['surnames.txt', 'surname'],
  ['freebase-last-names.txt', 'surname'],
  ['freebase-family-names.txt', 'surname'],
  ['universities.txt', 'university'],
  ['freebase-universities.txt', 'university'],
  ['football-clubs.txt', 'team'],
  ['freebase-sports-teams.txt', 'team'],
  ['political-parties.txt', 'party'],
  ['freebase-companies.txt', 'company'],
  ['freebase-brands.txt', 'company'],
  ['freebase-sponsors.txt', 'company'],
  ['freebase-government-agencies.txt', 'agency'],
  ['freebase-newspapers.txt', 'media'],
  ['freebase-tv-networks.txt', 'media'],
  ['us-congress.txt', 'person'],
  ['heads-of-state-and-government.txt', 'person'],
  ['freebase-recurring-events.txt', 'event'],
  ['freebase-holidays.txt', 'event'],
  ['freebase-sports-leagues.txt', 'league'],
  ['freebase-awards.txt', 'award'],
  ['freebase-tv-programmes.txt', 'programme'],
  ['freebase-video-games.txt', 'game'],
  ['freebase-products.txt', 'product'],
  ['freebase-car-models.txt', 'product'],
  ['freebase-car-makes.txt', 'company'],
  ['freebase-museums.txt', 'agency'],
];

/** Titles of shows, games and the like are often plain words: one word of them alone proves nothing. */
const MANY_WORDS_ONLY = new Set<ListName>(['programme', 'game', 'product', 'award']);

/** Entries of our own lists (training/lists/*.txt, the file's name is the list's), with `#` for comments. */
function ownLists(folder: string): [string, ListName][] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .flatMap((name) => {
      const list = path.basename(name, '.txt') as ListName;
      if (!LISTS.includes(list)) throw new Error(`training/lists/${name}: no such list`);
      return readFileSync(path.join(folder, name), 'utf8')
        .split(/[\n;]/)
        .map((line) => line.trim())
        .filter((line) => line !== '' && !line.startsWith('#'))
        .flatMap((line): [string, ListName][] =>
          list === 'known-person' ? [[line, list], ...surnameEntry(line)] : [[line, list]],
        );
    });
}

/** The bare surname of a well-known person, as articles repeat it. */
function surnameEntry(name: string): [string, ListName][] {
  const words = name.split(' ').filter((word) => !/^(Jr\.|Sr\.|I+|X)$/.test(word));
  const last = words.at(-1)!;
  return words.length > 1 && last.length > 2 ? [[last, 'known-surname']] : [];
}

function countryEntries(file: string): [string, ListName][] {
  interface Country {
    name: string;
    official: string;
    also: string[];
    capital: string[];
    demonym?: { f?: string; m?: string };
    region: string;
    subregion: string;
  }
  const entries: [string, ListName][] = [];
  for (const country of JSON.parse(readFileSync(file, 'utf8')) as Country[]) {
    for (const name of [country.name, country.official, ...country.also])
      if (name.length > 2) entries.push([name, 'country']);
    for (const name of country.capital) entries.push([name, 'city']);
    for (const name of [country.demonym?.f, country.demonym?.m])
      if (name) entries.push([name, 'demonym'], [`${name}s`, 'demonym']);
    for (const name of [country.region, country.subregion]) if (name) entries.push([name, 'region']);
  }
  return entries;
}

function cityEntries(file: string): [string, ListName][] {
  const entries: [string, ListName][] = [];
  for (const row of readFileSync(file, 'utf8').split('\n')) {
    const [city, region] = row.split('\t');
    if (city) entries.push([city, 'city']);
    if (region) entries.push([region, 'region']);
  }
  return entries;
}

function clean(entry: string): string {
  return entry
    .replace(/\s*\([^)]*\)\s*/g, ' ')
    .replace(/["“”«»]/g, '')
    .replace(/^the\s+(?=\S+\s)/i, '')
    .replace(/,\s*$/, '')
    .trim();
}

/**
 * Compiles all name lists into masks by phrase key. One-word entries that running text writes in lower case ("reading",
 * "it") are left out: they are ordinary words far more often than names.
 */
export function compileLists(shared: string, own: string, lexicon: Lexicon): Map<number, number> {
  const at = (name: string) => path.join(shared, 'ner/gazetteers', name);
  const entries: [string, ListName][] = [
    ...FILES.flatMap(([file, list]) =>
      readFileSync(at(file), 'utf8')
        .split('\n')
        .map((line): [string, ListName] => [line, list]),
    ),
    ...countryEntries(at('countries.json')),
    ...cityEntries(at('cities.tsv')),
    ...ownLists(own),
  ];
  const masks = new Map<number, number>();
  const words = new WordTable(lexicon);
  for (const [raw, list] of entries) {
    const text = clean(raw);
    if (text === '') continue;
    const tokens = tokenize({ text, blocks: [{ start: 0, end: text.length, role: 'paragraph' }] });
    if (tokens.count === 0 || tokens.count > LONGEST) continue;
    const mine =
      list.startsWith('known') ||
      list.endsWith('-word') ||
      list === 'title' ||
      list === 'acronym' ||
      list === 'state-code';
    if (tokens.count === 1 && MANY_WORDS_ONLY.has(list)) continue;
    if (words.size > 50000) words.reset();
    let phrase = PHRASE;
    let habit = 0;
    for (let i = 0; i < tokens.count; i += 1) {
      const id = words.idOf(text, tokens.starts[i]!, tokens.ends[i]!);
      habit = words.caseHabit[id]!;
      phrase = extend(phrase, words.folded[id]!);
    }
    if (tokens.count === 1 && !mine && (habit === 1 || habit === 2 || text.length < 2)) continue;
    masks.set(phrase, (masks.get(phrase) ?? 0) | (1 << LISTS.indexOf(list)));
  }
  return masks;
}
