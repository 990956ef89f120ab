/** Second-level names under which country domains register sites: `bbc.co.uk` is a site, `co.uk` is not. */
const SHARED_SECOND_LEVEL = /^(?:co|com|org|net|gov|gob|ac|edu|or|ne|go|nom|ltd|plc|sch|asn|id|web|mil|me)$/;
/** Hosts whose subdomains are sites of different people. */
const SHARED_HOSTS =
  /(?:^|\.)(?:blogspot\.[a-z.]+|wordpress\.com|github\.io|substack\.com|tumblr\.com|medium\.com|wixsite\.com|weebly\.com|livejournal\.com|netlify\.app|pages\.dev|vercel\.app)$/;

/**
 * The registered domain of a host, by rule of thumb: the full public suffix list would weigh more than the rest of the
 * adapter, and an error here only costs the use of one canonical link.
 */
export function siteOf(host: string): string {
  const name = host
    .toLowerCase()
    .replace(/\.$/, '')
    .replace(/^www\./, '');
  if (SHARED_HOSTS.test(name) || /^[\d.:[\]]+$/.test(name)) return name;
  const labels = name.split('.');
  const [second = '', top = ''] = labels.slice(-2);
  return labels.slice(top.length === 2 && SHARED_SECOND_LEVEL.test(second) ? -3 : -2).join('.');
}

/** The URL, or null when it can't be parsed or is no http(s) address. */
export function parseHttpUrl(url: string, base?: string): URL | null {
  if (!URL.canParse(url, base === '' ? undefined : base)) return null;
  const parsed = new URL(url, base === '' ? undefined : base);
  return parsed.protocol === 'https:' || parsed.protocol === 'http:' ? parsed : null;
}
