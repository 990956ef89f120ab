interface Options {
  readonly published?: string | null;
  readonly paragraphs?: readonly string[];
  readonly head?: string;
  readonly style?: string;
  readonly after?: string;
  readonly lang?: string;
  readonly title?: string;
}

export const PARAGRAPHS: readonly string[] = [
  'The port of Rotterdam reopened on Tuesday after a three-day closure that held up more than 60 ships, the harbour master said.',
  'Marieke van Dalen, who runs the terminal for the shipping company Maersk, said the first vessels had left before dawn. “We lost 12 million euros in three days,” she told reporters.',
  'The European Commission in Brussels said it would look into the closure. Transport Minister Henrik Olsen will meet officials from Germany and Belgium on Friday.',
  'Van Dalen said the terminal had been inspected on 4 February 2026 and found safe. Critics of the operator disagree, and the United Nations has asked for a copy of the report.',
  'Rotterdam handles about 440 million tonnes of goods a year. The last closure of this length was in 1987, when a tanker ran aground near the mouth of the Maas.',
  'Officials in Germany said that barges on the Rhine would need another week to clear the queue, while rail operators reported no delays.',
];

/** A small news page of our own: head with metadata, a navigation, an article, a footer. */
export function articleHtml({
  published = '2026-03-12T08:30:00+01:00',
  paragraphs = PARAGRAPHS,
  head = '',
  style = '',
  after = '',
  lang = 'en',
  title = 'Port of Rotterdam reopens after three days',
}: Options = {}): string {
  const date =
    published === null
      ? ''
      : `<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"${title}","datePublished":"${published}"}</script>`;
  return `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>${title} | The Daily Test</title>
<meta property="og:type" content="article"><meta property="og:title" content="${title}">${date}${head}
<style>body{font:18px/1.6 Georgia,serif;max-width:680px;margin:40px auto;padding:0 20px}${style}</style></head>
<body><nav><a href="/">Home</a> <a href="/world">World</a> <a href="/sport">Sport</a></nav>
<main><article><h1>${title}</h1>${paragraphs.map((text) => `<p>${text}</p>`).join('\n')}</article></main>
<footer>The Daily Test, all rights reserved</footer>${after}</body></html>`;
}
