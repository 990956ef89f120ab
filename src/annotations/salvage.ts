import { at, fail, type Invalid, parse, readList, readObject } from './fields.ts';
import type { Annotation, PageRecord } from './types.ts';
import { LIMITS, parseAnnotation, parsePageHead } from './validate.ts';

/** What can be read of a damaged page. `page` is null when not even its head can be read; `problems` is in page order. */
export interface Salvage {
  readonly page: PageRecord | null;
  readonly problems: readonly Invalid[];
}

/**
 * Reads as much of a page as can be read: each annotation is taken or left alone by itself, so that one bad note does not
 * take its neighbours with it. Of annotations with the same id the first is taken. `path` is put before the paths of bad
 * fields.
 */
export function salvagePage(value: unknown, path = ''): Salvage {
  const head = parsePageHead(value, path);
  if (head.status === 'invalid') return { page: null, problems: [head] };
  const listPath = at(path, 'annotations');
  const list = parse(() =>
    readList(readObject(value, path).annotations, listPath, Number.POSITIVE_INFINITY, (item) => item),
  );
  if (list.status === 'invalid') return { page: null, problems: [list] };
  const annotations = new Map<string, Annotation>();
  const problems: Invalid[] = [];
  for (const [position, item] of list.value.entries()) {
    const itemPath = at(listPath, position);
    const read = parseAnnotation(item, itemPath);
    const refused = read.status === 'invalid' ? read : refusal(read.value, itemPath, annotations);
    if (refused !== null) problems.push(refused);
    else if (read.status === 'ok') annotations.set(read.value.id, read.value);
  }
  return { page: { ...head.value, annotations: [...annotations.values()] }, problems };
}

function refusal(annotation: Annotation, path: string, taken: ReadonlyMap<string, Annotation>): Invalid | null {
  const result = parse(() => {
    if (taken.has(annotation.id)) fail(at(path, 'id'), `${annotation.id} is given twice`);
    if (taken.size >= LIMITS.annotations) fail(path, `is beyond the ${LIMITS.annotations} allowed on one page`);
  });
  return result.status === 'invalid' ? result : null;
}
