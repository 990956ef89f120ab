import { isElement, isText } from './blocks.ts';

/** A list of which this share of the text is linked leads elsewhere: related articles, topics, sections. */
const ALL_LINK = 0.9;

/** Whether a list is nothing but links. Cost: one visit of each node below it. */
export function isLinkList(list: Element): boolean {
  let text = 0;
  let linked = 0;
  const visit = (node: Node, inLink: boolean): void => {
    for (let child = node.firstChild; child !== null; child = child.nextSibling) {
      if (isText(child)) {
        const length = child.data.trim().length;
        text += length;
        if (inLink) linked += length;
      } else if (isElement(child)) visit(child, inLink || child.localName === 'a');
    }
  };
  visit(list, false);
  return text > 0 && linked >= text * ALL_LINK;
}
