/** Why no content script answers in a tab, as far as its address tells. */
export type Unreadable =
  /** A page of the browser itself or of another extension. */
  | 'browser-page'
  /** The browser's shop for extensions, where none of them may work. */
  | 'store'
  | 'pdf'
  /** A saved page: possible when the reader has allowed it. */
  | 'file'
  /** A page of the web on which we have not been started, as one that was open before the extension was installed. */
  | 'not-started'
  /** The browser does not tell us the address. */
  | 'unknown';

/** Hosts and folders that Chrome, Edge and Firefox close to extensions. */
const STORES =
  /^https?:\/\/(?:chromewebstore\.google\.com\/|chrome\.google\.com\/webstore|microsoftedge\.microsoft\.com\/addons|addons\.mozilla\.org\/)/;

/** Says why the page at `url` (null: not known) can't be read, given that nothing of ours answers there. */
export function whyUnreadable(url: string | null): Unreadable {
  if (url === null || !URL.canParse(url)) return 'unknown';
  const { protocol, pathname } = new URL(url);
  if (STORES.test(url)) return 'store';
  const web = protocol === 'http:' || protocol === 'https:';
  if ((web || protocol === 'file:') && /\.pdf$/i.test(pathname)) return 'pdf';
  if (web) return 'not-started';
  return protocol === 'file:' ? 'file' : 'browser-page';
}

/** Whether it is worth trying to start the content script there. */
export function mayBeStarted(why: Unreadable): boolean {
  return why === 'not-started' || why === 'file';
}
