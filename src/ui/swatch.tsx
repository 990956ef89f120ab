import type { ComponentChildren } from 'preact';
import type { MarkKind } from '../annotations/settings.ts';

interface Props {
  readonly kind: MarkKind;
  readonly children: ComponentChildren;
}

/** Words underlined as the kind is underlined in the page: style and colour both, so that neither alone must tell. */
export function Swatch({ kind, children }: Props) {
  return <span class={`swatch swatch-${kind.toLowerCase()}`}>{children}</span>;
}
