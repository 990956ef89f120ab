import { parseHttpUrl, siteOf } from './site.ts';

/**
 * Query parameters that say how a reader came to a page, never which page it is. `ref`, `source`, `t` and `id` are not among
 * them: on some sites they choose the page, and dropping them would merge two articles.
 */
const CLICK_PARAMETERS = new RegExp(
  `^(?:${[
    'utm_\\w+',
    'gclid|gclsrc|dclid|gbraid|wbraid|srsltid|_ga|_gl',
    'fbclid|fb_action_ids|fb_action_types|fb_ref',
    'msclkid|yclid|ysclid|twclid|ttclid|igshid|igsh|li_fat_id|epik|rdt_cid|scid|s_kwcid|ef_id|irclickid|clickid|cx_click',
    'mc_cid|mc_eid|_hsenc|_hsmi|__hssc|__hstc|hsctatracking|mkt_tok|vero_id|vero_conv|oly_enc_id|oly_anon_id|_openstat|wickedid',
    '__twitter_impression|guccounter|guce_referrer\\w*',
    'at_medium|at_campaign\\w*|at_custom\\d+|at_link_\\w+|at_bbc_team|at_ptr_name|at_format',
    'ns_mchannel|ns_source|ns_campaign|ns_linkname|ns_fee',
    'cmpid|ocid|smid|smtyp|xtor|ito|wprov|wt_mc|pk_campaign|pk_kwd|mtm_\\w+',
  ].join('|')})$`,
  'i',
);

/**
 * Under which key the notes of a page are stored: its canonical address when that is usable, else its own; in both cases
 * without fragment and click ids. A URL that can't be parsed is its own key.
 */
export function pageKey(url: string, canonical: string | null): string {
  const usable = canonical === null ? null : usableCanonical(canonical, url);
  const address = parseHttpUrl(usable ?? url);
  if (address === null) return url.replace(/#.*$/s, '');
  address.hash = '';
  // Not by its iterator: in a content script Firefox wraps the page's URL objects, and those iterators do not iterate.
  const doomed: string[] = [];
  address.searchParams.forEach((_, name) => {
    if (CLICK_PARAMETERS.test(name)) doomed.push(name);
  });
  // Only when needed: touching searchParams rewrites the whole query (`%20` -> `+`), and with it the key.
  for (const name of doomed) address.searchParams.delete(name);
  return address.href;
}

/**
 * The absolute address that a page calls canonical, or null when it can't stand for the page: no http(s) address, another
 * site, or a front or section page that a template names on every article. `url` is the page's own address, empty when it
 * is not known.
 */
export function usableCanonical(canonical: string, url: string): string | null {
  const written = canonical.trim();
  if (written === '') return null;
  const page = parseHttpUrl(url);
  const target = parseHttpUrl(written, page?.href ?? '');
  if (target === null) return null;
  target.hash = '';
  if (page === null) return isFrontPage(target) ? null : target.href;
  if (siteOf(target.hostname) !== siteOf(page.hostname)) return null;
  if (isFrontPage(target) && !isFrontPage(page)) return null;
  if (isSectionOf(target, page)) return null;
  return target.href;
}

/** Whether an address is that of a site's front page: no path to speak of and nothing asked for. */
export function isFrontPage(url: URL): boolean {
  return (
    url.search === '' &&
    /^\/?(?:[a-z]{2}(?:[-_][a-z]{2})?\/?)?(?:(?:index|home|default)(?:\.\w+)?\/?)?$/i.test(url.pathname)
  );
}

/** Whether `target` is a folder above the page, where the page's own last step names an article and the folder's does not. */
function isSectionOf(target: URL, page: URL): boolean {
  const above = segmentsOf(target);
  const below = segmentsOf(page);
  if (above.length >= below.length || above.some((segment, i) => segment !== below[i])) return false;
  return target.search === '' && namesArticle(below.at(-1)!) && !namesArticle(above.at(-1) ?? '');
}

function segmentsOf(url: URL): string[] {
  return url.pathname.split('/').filter((segment) => segment !== '');
}

/** Whether a step of a path looks like that of one article: several words, or a long number. */
export function namesArticle(segment: string): boolean {
  return segment.split('-').length >= 4 || /\d{5,}/.test(segment);
}
