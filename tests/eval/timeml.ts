import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/** One annotated expression; offsets in UTF-16 code units of the document's text. */
export interface GoldTimex {
  readonly start: number;
  readonly end: number;
  readonly type: string;
  readonly value: string;
}

export interface GoldDocument {
  readonly id: string;
  readonly text: string;
  readonly published: string | null;
  readonly gold: readonly GoldTimex[];
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
};

const attribute = (tag: string, name: string): string => new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? '';

/** Reads one TimeML document: the text of `<TEXT>`, its TIMEX3 tags, the creation time as the date of publication. */
export function parseTimeMl(id: string, source: string): GoldDocument {
  const creation = /<DCT>[\s\S]*?<TIMEX3([^>]*)>/.exec(source)?.[1] ?? '';
  const body = /<TEXT>([\s\S]*?)<\/TEXT>/.exec(source)?.[1] ?? '';
  const gold: GoldTimex[] = [];
  const open: { start: number; tag: string }[] = [];
  let text = '';
  for (const [token] of body.matchAll(/<[^>]*>|&[a-z]+;|[^<&]+|&/g)) {
    if (token.startsWith('<TIMEX3')) {
      // Tags without text mark what is only implied; there is nothing to find.
      if (!token.endsWith('/>')) open.push({ start: text.length, tag: token });
    } else if (token === '</TIMEX3>') {
      const tag = open.pop();
      if (tag !== undefined && text.length > tag.start) {
        gold.push({
          start: tag.start,
          end: text.length,
          type: attribute(tag.tag, 'type'),
          value: attribute(tag.tag, 'value'),
        });
      }
    } else if (!token.startsWith('<')) text += ENTITIES[token] ?? token;
  }
  gold.sort((a, b) => a.start - b.start);
  return { id, text, published: attribute(creation, 'value') || null, gold };
}

/** Reads a folder of `.tml` files, or one JSON-lines file with `text`, `published` and `dates`. */
export function readCorpus(where: string): GoldDocument[] {
  if (statSync(where).isDirectory()) {
    return readdirSync(where)
      .filter((name) => name.endsWith('.tml'))
      .sort()
      .map((name) => parseTimeMl(name.slice(0, -'.tml'.length), readFileSync(path.join(where, name), 'utf8')));
  }
  return readFileSync(where, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const { id, text, published, dates } = JSON.parse(line) as {
        id: string;
        text: string;
        published: string | null;
        dates: GoldTimex[];
      };
      return { id, text, published, gold: dates };
    });
}
