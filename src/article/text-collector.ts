import type { Block, BlockRole } from '../text/text-model.ts';
import { SegmentBuilder, type Segments } from './segments.ts';
import { isInvisibleCode, isSpaceCode } from './white-space.ts';

/** A finished block on its way into the text. */
export interface DraftBlock {
  readonly text: string;
  readonly role: BlockRole;
  /** How much of the text stands in links, in UTF-16 code units. */
  readonly linked: number;
}

const SENTENCE_END = /[.!?…:;。！？]["'”’»)\]]*$/;

/**
 * Turns DOM text, handed over in document order, into blocks of normalised text: white space collapsed, invisible
 * characters dropped, each remaining character traced to its node.
 */
export class TextCollector {
  private readonly parts: string[] = [];
  private readonly blocks: Block[] = [];
  private readonly segments = new SegmentBuilder();
  private readonly keep: (block: DraftBlock) => boolean;
  private length = 0;
  private current = '';
  private currentStart = 0;
  private linked = 0;
  private role: BlockRole = 'paragraph';
  private gap = false;
  private gapNode: Text | null = null;
  private gapOffset = 0;
  private lineBroken = false;

  /** `keep` decides on each block once its text is complete; a block that is not kept leaves no trace. */
  constructor(keep: (block: DraftBlock) => boolean) {
    this.keep = keep;
  }

  /** Ends the block at hand; what follows has the given role. */
  startBlock(role: BlockRole): void {
    this.endBlock();
    this.role = role;
  }

  /**
   * A `<br>`: two in a row end the block; one ends it where the line reads like a complete sentence, else the words run on
   * with a space (a wrapped heading, an address).
   */
  breakLine(): void {
    if (this.lineBroken) this.endBlock();
    else if (this.current !== '') {
      this.lineBroken = true;
      this.openGap(null, 0);
    }
  }

  /** Adds the data of a text node; `preformatted` keeps its white space. */
  add(node: Text, linked: boolean, preformatted: boolean): void {
    const data = node.data;
    const before = this.current.length;
    let runStart = -1;
    for (let i = 0; i < data.length; i++) {
      const code = data.charCodeAt(i);
      const space = !preformatted && isSpaceCode(code);
      if (!space && !isInvisibleCode(code)) {
        if (runStart < 0) {
          this.closeGap();
          runStart = i;
        }
        continue;
      }
      if (runStart >= 0) {
        this.append(node, runStart, data.slice(runStart, i));
        runStart = -1;
      }
      if (space) this.openGap(node, i);
    }
    if (runStart >= 0) this.append(node, runStart, data.slice(runStart));
    if (linked) this.linked += Math.max(0, this.current.length - before);
  }

  /** Ends the last block and returns the whole. */
  finish(): { text: string; blocks: Block[]; segments: Segments } {
    this.endBlock();
    return { text: this.parts.join(''), blocks: this.blocks, segments: this.segments.finish() };
  }

  private endBlock(): void {
    const text = this.role === 'preformatted' ? this.current.trimEnd() : this.current;
    if (text.trim() !== '' && this.keep({ text, role: this.role, linked: this.linked })) {
      if (this.blocks.length > 0) this.parts.push('\n');
      this.parts.push(text);
      this.length = this.currentStart + text.length;
      this.segments.cutFrom(this.length);
      this.blocks.push({ start: this.currentStart, end: this.length, role: this.role });
    } else {
      this.segments.cutFrom(this.currentStart);
    }
    this.currentStart = this.blocks.length > 0 ? this.length + 1 : 0;
    this.current = '';
    this.linked = 0;
    this.gap = false;
    this.lineBroken = false;
  }

  private append(node: Text, nodeStart: number, run: string): void {
    this.segments.add(node, nodeStart, this.currentStart + this.current.length, run.length);
    this.current += run;
  }

  private openGap(node: Text | null, offset: number): void {
    // At the start of a block there is nothing to keep apart; in a run of white space the first character stands for all.
    if (this.gap || this.current === '') return;
    this.gap = true;
    this.gapNode = node;
    this.gapOffset = offset;
  }

  private closeGap(): void {
    if (this.lineBroken && SENTENCE_END.test(this.current)) this.endBlock();
    this.lineBroken = false;
    if (!this.gap) return;
    this.gap = false;
    if (this.gapNode !== null) {
      this.segments.add(this.gapNode, this.gapOffset, this.currentStart + this.current.length, 1);
    }
    this.current += ' ';
  }
}
