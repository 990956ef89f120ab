/** The part of the Navigation API that is used; TypeScript's DOM library does not carry it in every version. */
interface NavigationLike extends EventTarget {}

/**
 * Calls `onNavigate` after the address of this document changed without a load (single-page apps). A page's own
 * `history.pushState` is not seen from a content script's world, but the `navigation` object tells of it. Listens, and
 * observes nothing else.
 */
export function onSoftNavigation(onNavigate: () => void, signal: AbortSignal): void {
  let url = withoutHash(location.href);
  const check = (): void => {
    const now = withoutHash(location.href);
    if (now === url) return;
    url = now;
    onNavigate();
  };
  const { navigation } = window as unknown as { navigation?: NavigationLike };
  navigation?.addEventListener('currententrychange', check, { signal });
  window.addEventListener('popstate', check, { signal });
}

/** Calls `onShow` when the page comes back from the back/forward cache, its scripts frozen since. */
export function onRevival(onShow: () => void, signal: AbortSignal): void {
  window.addEventListener('pageshow', (event) => event.persisted && onShow(), { signal });
}

export function withoutHash(url: string): string {
  const hash = url.indexOf('#');
  return hash < 0 ? url : url.slice(0, hash);
}
