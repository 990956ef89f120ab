const BLOCK_TAGS = new Set(
  'address article aside blockquote body center dd details dir div dl dt fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre search section summary table caption colgroup tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);
/** Where the parser puts running text; a custom element inside one of these is part of the sentence. */
const TEXT_TAGS = new Set('p span a b i em strong h1 h2 h3 h4 h5 h6 li dt dd figcaption td th u small'.split(' '));

/**
 * Whether an element ends the line before and after it, by its tag alone: asking for the computed style would force a layout.
 * A custom element counts as a block unless it stands in running text.
 */
export function isBlockElement(element: Element): boolean {
  const tag = element.localName;
  if (BLOCK_TAGS.has(tag)) return true;
  if (!tag.includes('-')) return false;
  const parent = element.parentElement;
  return parent === null || !TEXT_TAGS.has(parent.localName);
}

const ELEMENT_NODE = 1;
const TEXT_NODE = 3;

export function isElement(node: Node): node is Element {
  return node.nodeType === ELEMENT_NODE;
}

export function isText(node: Node): node is Text {
  return node.nodeType === TEXT_NODE;
}

/**
 * Visits the children of an element as the reader sees them: of an open shadow root those of the shadow tree, with what the
 * page put into its slots in their place.
 */
export function forEachRenderedChild(element: Element, visit: (child: Node) => void): void {
  const assigned = element.localName === 'slot' ? assignedNodes(element) : [];
  if (assigned.length > 0) {
    for (const node of assigned) visit(node);
    return;
  }
  // The next sibling is read first: a page may answer a visit (a style query) by removing the child.
  let child = (element.shadowRoot ?? element).firstChild;
  while (child !== null) {
    const next: Node | null = child.nextSibling;
    visit(child);
    child = next as ChildNode | null;
  }
}

function assignedNodes(slot: Element): readonly Node[] {
  return (slot as Partial<HTMLSlotElement>).assignedNodes?.() ?? [];
}

/** The parent as the reader sees it: out of a shadow root the host, null above the document. */
export function renderedParent(node: Node): Node | null {
  return node.parentNode ?? (node as Partial<ShadowRoot>).host ?? null;
}

/** Whether `node` is `root` or lies below it, shadow roots included. Cost: the depth of the node. */
export function isInside(root: Node, node: Node): boolean {
  for (let at: Node | null = node; at !== null; at = renderedParent(at)) if (at === root) return true;
  return false;
}

/**
 * The element that holds the whole page. Not `document.body`, nor always `document.documentElement`: where a page breaks off
 * its head, linkedom makes a second body, or leaves what stands before `<html>` outside of it.
 */
export function topElement(document: Document): Element | null {
  const pages = Array.from(document.children).filter((element) => element.localName === 'html');
  return pages.at(-1) ?? (document.documentElement as Element | null);
}
