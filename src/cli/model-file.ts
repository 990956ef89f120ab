import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { loadRecogniser, type Recogniser } from '../entities/recogniser.ts';

/** The tagger's file beside the built command, or why there are no names, in words. */
export function loadModelFile(): Recogniser | { readonly problem: string } {
  const file = fileURLToPath(new URL('../public/model/en.bin', import.meta.url));
  try {
    const bytes = readFileSync(file);
    const result = loadRecogniser(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
    return result.status === 'ok' ? result.recogniser : { problem: `${file}: ${result.message}; names are not marked` };
  } catch (error) {
    return { problem: `${file} cannot be read (${String(error)}); names are not marked` };
  }
}
