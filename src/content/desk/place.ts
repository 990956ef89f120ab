export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Room (CSS px) that is kept to the edge of the window and to the selection. */
const GAP = 8;

/**
 * Where a box of `size` goes beside `anchor` in a window of `view`: below it when it fits, else above, else as low as the
 * window allows; its left edge at the anchor's; moved in so that it is never cut, even
 * when the anchor has been scrolled away. All in CSS px of the viewport.
 */
export function placeBeside(anchor: DOMRectReadOnly, size: Size, view: Size): { left: number; top: number } {
  const left = Math.max(GAP, Math.min(anchor.left, view.width - size.width - GAP));
  const lowest = Math.max(GAP, view.height - size.height - GAP);
  const below = anchor.bottom + GAP;
  if (below + size.height <= view.height) return { left, top: Math.max(GAP, below) };
  const above = anchor.top - GAP - size.height;
  return { left, top: above >= GAP ? Math.min(above, lowest) : lowest };
}
