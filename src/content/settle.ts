/** A page whose text rests this long (ms) has settled. */
const QUIET_MS = 80;
/** A page that never rests (tickers, adverts) is read after this long (ms) anyway; later changes are followed. */
const LIMIT_MS = 2500;

/**
 * Resolves when the document is parsed and its tree has rested for a moment, so that hydration and late text are not read half
 * done; at the latest after `LIMIT_MS`. Rejects with the signal's reason when aborted. Observes only while waiting.
 */
export function settled(root: Node, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    let quiet = setTimeout(done, QUIET_MS);
    const limit = setTimeout(done, LIMIT_MS);
    const observer = new MutationObserver(() => {
      clearTimeout(quiet);
      quiet = setTimeout(done, QUIET_MS);
    });
    observer.observe(root, { childList: true, characterData: true, subtree: true });
    signal.addEventListener('abort', aborted, { once: true });
    function stop(): void {
      clearTimeout(quiet);
      clearTimeout(limit);
      observer.disconnect();
      signal.removeEventListener('abort', aborted);
    }
    function done(): void {
      stop();
      resolve();
    }
    function aborted(): void {
      stop();
      reject(signal.reason);
    }
  });
}
