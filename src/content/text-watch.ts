/** Changes are gathered for this long (ms) before the article is read again ... */
const GATHER_MS = 200;
/** ... and for at least this many times what the last reading cost, so that a page that never rests is not slowed down. */
const COST_FACTOR = 20;

/**
 * Watches the document for changes of text and calls `onChange` with the text nodes that changed and the nodes that
 * came or went, gathered over a moment. `onChange`
 * returns when it is done; the next call waits in proportion to the time it took.
 */
export function watchText(
  root: Node,
  onChange: (nodes: ReadonlySet<Node>) => Promise<void>,
  signal: AbortSignal,
): void {
  let touched = new Set<Node>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running = false;
  let cost = 0;
  const observer = new MutationObserver((records) => {
    for (const record of records) {
      if (record.type === 'characterData') touched.add(record.target);
      for (const node of record.removedNodes) touched.add(node);
      for (const node of record.addedNodes) touched.add(node);
    }
    schedule();
  });
  observer.observe(root, { childList: true, characterData: true, subtree: true });
  const stop = (): void => {
    observer.disconnect();
    clearTimeout(timer);
  };
  signal.addEventListener('abort', stop, { once: true });

  function schedule(): void {
    if (running || timer !== undefined) return;
    timer = setTimeout(flush, Math.max(GATHER_MS, cost * COST_FACTOR));
  }
  async function flush(): Promise<void> {
    timer = undefined;
    running = true;
    const nodes = touched;
    touched = new Set();
    const start = performance.now();
    try {
      await onChange(nodes);
    } finally {
      cost = performance.now() - start;
      running = false;
      if (touched.size > 0 && !signal.aborted) schedule();
    }
  }
}
