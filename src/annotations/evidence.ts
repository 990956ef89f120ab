import type { Evidence, Flag } from './types.ts';

/** The places in a flag's evidence whose link is no address that may be opened by a click (http or https). */
export function badEvidenceLinks(flag: Flag | null): number[] {
  return (flag?.evidence ?? []).flatMap(({ link }, index) => (link === null || isWebLink(link) ? [] : [index]));
}

/** A flag without the evidence that was begun and left empty; a link loses the spaces that came with pasting. */
export function withoutEmptyEvidence(flag: Flag | null): Flag | null {
  if (flag === null) return null;
  const trimmed = flag.evidence.map((one): Evidence => ({ ...one, link: one.link?.trim() || null }));
  const evidence = trimmed.filter(({ link, title, publisher, quote, archived }) =>
    [link, title, publisher, quote, archived].some((field) => field !== null),
  );
  return { ...flag, evidence };
}

function isWebLink(text: string): boolean {
  return /^https?:\/\/\S+$/i.test(text) && URL.canParse(text);
}
