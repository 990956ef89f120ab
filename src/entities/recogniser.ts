import type { TextModel } from '../text/text-model.ts';
import { Document } from './document.ts';
import { link } from './link.ts';
import { type ModelParts, readModel } from './model-file.ts';
import { spansOf } from './spans.ts';
import { Tagger } from './tagger.ts';
import type { Entity, NameSpan } from './types.ts';

/** Finds the names of English texts. One text at a time; keeps nothing of a text once the call returns. */
export interface Recogniser {
  /** The entities of a text in order of first mention; offsets in UTF-16 code units of `model.text`. Never throws on text. */
  recognise(model: TextModel): Entity[];
  /** The names alone, before they are linked, in text order. */
  names(model: TextModel): NameSpan[];
}

export type LoadResult =
  | { readonly status: 'ok'; readonly recogniser: Recogniser }
  | { readonly status: 'damaged' | 'unsupported-version'; readonly message: string };

class TrainedRecogniser implements Recogniser {
  private readonly doc: Document;
  private readonly tagger: Tagger;
  constructor(parts: ModelParts) {
    this.doc = new Document(parts.lexicon, parts.gazetteer);
    this.tagger = new Tagger(parts.weights);
  }

  names(model: TextModel): NameSpan[] {
    this.doc.read(model);
    return spansOf(this.doc, model.text, this.tagger.tag(this.doc));
  }

  recognise(model: TextModel): Entity[] {
    return link(model.text, this.names(model));
  }
}

/**
 * Makes a recogniser of the trained file (public/model/en.bin). The buffer is used as it is and must not change afterwards.
 * A file that is cut off, altered or of another format gives its status with a message for people; this never throws.
 */
export function loadRecogniser(bytes: ArrayBuffer): LoadResult {
  const result = readModel(bytes);
  return result.status === 'ok' ? { status: 'ok', recogniser: new TrainedRecogniser(result.parts) } : result;
}
