/**
 * Whether saved pages are news, read off the pages themselves. In `aeb` and `readability` every page marked `englishNews` is
 * news and an English page that is not marked is not; below stand the pages in other languages that are news all the same,
 * the whole of `dated`, which has no such mark, and the pages on which two readers could differ.
 *
 * News is a report, analysis, review or comment of a news desk, magazine or agency about something current. Company and
 * personal blogs, how-tos, recipes, encyclopedias, forums, products, papers, campaign pages and front pages are not.
 */
export const OTHER_LANGUAGE_NEWS = new Set([
  '0ec95c72', // entermedia.co.kr, television column of a media daily
  '9da36ae4', // the same
  'heise',
  'lemonde-1',
  'folha',
  'aktualne',
]);

/** Counted apart: celebrity lists, a city hall's press office, an aggregator, lifestyle guides, advocacy, news on a fan blog. */
export const UNCLEAR = new Set(
  '3c6d3381 c82b3d1d b6fb53e9 f6ac15a4 d007 d013 d022 d027 d044 d068 d096 d111 d119 d120'.split(' '),
);

/** The pages of `dated` that are no news; the others are, but for the unclear ones. */
export const DATED_NOT_NEWS = new Set(
  (
    'd000 d016 d018 d019 d020 d026 d028 d038 d039 d048 d054 d056 d058 d061 d066 d069 d071 d073 d078 d079 d088 d092 d097 d103 ' +
    'd108 d110 d114 d118 d124 d126 d130 d132 d133 d135'
  ).split(' '),
);
