/** What was found on a page, as text for a terminal. */

/**
 * @typedef {import('../browser/messages.ts').PageState} PageState
 * @typedef {PageState['counts']} Counts
 */

/** Names listed one by one; the rest is summed up. */
const mostNames = 20;
/** Dates listed one by one. */
const mostDates = 40;

/** @type {Record<keyof Counts, string>} */
const words = {
  PERSON: 'people',
  ORG: 'organisations',
  PLACE: 'places',
  GROUP: 'groups',
  EVENT: 'events',
  WORK: 'works',
  PRODUCT: 'products',
  DATE: 'dates',
};

/** @type {Record<PageState['status'], string>} */
const statuses = {
  reading: 'The page is still being read.',
  marked: '',
  off: 'Marks are switched off for this page.',
  'not-article': 'This is not a news article, so nothing was marked.',
  'not-allowed': 'By the settings this page is marked on a click only.',
  unsupported: 'The text is not in English, so nothing was marked.',
  'no-body': 'The page says that it is an article, but no article text was found.',
  failed: 'The page could not be marked.',
};

/**
 * The report, several lines without an end of line at the end. What comes from the page is stripped of control
 * characters: a page must not be able to command a terminal.
 * @param {PageState} state
 * @returns {string}
 */
export function describe(state) {
  const { status, meta, published, problems, gate } = state;
  const lines = [meta?.title ?? null, state.url, publishedLine(published)];
  if (status === 'marked') lines.push('', foundLine(state.counts), ...nameLines(state), ...dateLines(state));
  else lines.push('', statuses[status]);
  if (status === 'not-article' && gate.reasons.length > 0) lines.push(`Reasons: ${gate.reasons.join('; ')}`);
  lines.push(...problems, '', timesLine(state.times));
  return lines
    .filter((line) => line !== null)
    .map(printable)
    .join('\n');
}

/** @param {PageState['published']} published */
function publishedLine(published) {
  return published === null
    ? 'Published: no date found on the page'
    : `Published: ${published.value} (from ${published.source})`;
}

/** @param {Counts} counts */
function foundLine(counts) {
  const kinds = /** @type {(keyof Counts)[]} */ (Object.keys(words));
  const found = kinds.filter((kind) => counts[kind] > 0);
  const total = found.reduce((sum, kind) => sum + counts[kind], 0);
  const parts = found.map((kind) => `${counts[kind]} on ${words[kind]}`);
  return total === 0 ? 'Nothing was found to mark.' : `${total} ${total === 1 ? 'mark' : 'marks'}: ${parts.join(', ')}`;
}

/** @param {PageState} state */
function nameLines({ names }) {
  if (names.length === 0) return [];
  const rows = names
    .slice(0, mostNames)
    .map(({ type, name, mentions }) => `  ${type.padEnd(8)} ${name}${mentions > 1 ? ` (${mentions} times)` : ''}`);
  return ['', 'Names', ...rows, ...more(names.length - mostNames)];
}

/** @param {PageState} state */
function dateLines({ dates }) {
  if (dates.length === 0) return [];
  const shown = dates.slice(0, mostDates);
  const textWidth = Math.min(28, Math.max(...shown.map((date) => date.text.length)));
  const valueWidth = Math.max(...shown.map((date) => date.value.length));
  const rows = shown.map(({ text, value, reason }) =>
    `  ${text.padEnd(textWidth)}  ${value.padEnd(valueWidth)}  ${reason}`.trimEnd(),
  );
  return ['', 'Dates', ...rows, ...more(dates.length - mostDates)];
}

/** @param {number} count */
function more(count) {
  return count > 0 ? [`  and ${count} more`] : [];
}

/** @param {PageState['times']} times */
function timesLine({ gateMs, readMs, analysisMs, paintedAt }) {
  const ms = (/** @type {number} */ value) => `${value.toFixed(value < 10 ? 1 : 0)} ms`;
  const steps = [
    `${ms(gateMs)} to decide`,
    // A page that was left alone was neither read nor analysed.
    ...(readMs > 0 ? [`${ms(readMs)} to read`] : []),
    ...(analysisMs > 0 ? [`${ms(analysisMs)} to analyse`] : []),
    ...(paintedAt === null ? [] : [`painted ${ms(paintedAt)} after navigation began`]),
  ];
  return `Time: ${steps.join(', ')}`;
}

/** @param {string} line */
function printable(line) {
  return line.replace(/\p{Cc}+/gu, ' ');
}
