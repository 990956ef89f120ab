import { Gazetteer } from './gazetteer.ts';
import { LABELS } from './labels.ts';
import { CLUSTERINGS, type Lexicon, lexiconOf } from './lexicon.ts';
import { PackedTable } from './packed-table.ts';
import { PackedWeights } from './packed-weights.ts';

/** "NGTM" in little-endian order: Newsgloss tagger model. */
export const MAGIC = 0x4d54474e;
/** Raised whenever the layout, a feature or the tokenizer changes: weights fit one version of them only. */
export const VERSION = 2;
/** Magic, version, length of the file and checksum, 32 bits each; then the lengths of the sections in bytes. */
export const HEADER_WORDS = 4;

/** The parts of the file in their order. Each is padded to a multiple of four bytes. */
export const SECTIONS = [
  'wordGroups',
  'wordPrints',
  'clusters',
  'habitGroups',
  'habitPrints',
  'habits',
  'listGroups',
  'listPrints',
  'listMaskOf',
  'listMasks',
  'weightGroups',
  'weightPrints',
  'weightRows',
  'moves',
] as const;
export type SectionName = (typeof SECTIONS)[number];

/** Number of bytes before the first section. */
export const DATA_START: number = (HEADER_WORDS + SECTIONS.length) * 4;

export interface ModelParts {
  readonly lexicon: Lexicon;
  readonly gazetteer: Gazetteer;
  readonly weights: PackedWeights;
}

export type ModelResult =
  | { readonly status: 'ok'; readonly parts: ModelParts }
  | { readonly status: 'damaged' | 'unsupported-version'; readonly message: string };

/** FNV-1a over 32-bit words from the fifth on; every changed bit changes it. */
export function checksum(words: Int32Array): number {
  let hash = 0x811c9dc5 | 0;
  for (let i = HEADER_WORDS; i < words.length; i += 1) hash = Math.imul(hash ^ words[i]!, 0x01000193);
  return hash;
}

function damaged(message: string): ModelResult {
  return { status: 'damaged', message: `the tagger's file is damaged (${message})` };
}

/** Reads a model file. Nothing is copied where the layout allows: keep the buffer unchanged. Never throws. */
export function readModel(bytes: ArrayBuffer): ModelResult {
  if (bytes.byteLength < DATA_START || bytes.byteLength % 4 !== 0) return damaged('it is too short or cut off');
  const words = new Int32Array(bytes);
  if (words[0] !== MAGIC) return damaged('it does not begin as a tagger file does');
  if (words[1] !== VERSION) {
    return {
      status: 'unsupported-version',
      message: `the tagger's file has format ${words[1]}, this version reads ${VERSION}`,
    };
  }
  if (words[2] !== bytes.byteLength) return damaged('its length is not the one it states');
  if (words[3] !== checksum(words)) return damaged('its checksum is wrong');
  const offsets = new Map<SectionName, { start: number; length: number }>();
  let at = DATA_START;
  for (let s = 0; s < SECTIONS.length; s += 1) {
    const length = words[HEADER_WORDS + s]!;
    if (length < 0 || at + length > bytes.byteLength) return damaged('a section is out of bounds');
    offsets.set(SECTIONS[s]!, { start: at, length });
    at += (length + 3) & ~3;
  }
  const u8 = (name: SectionName) => new Uint8Array(bytes, offsets.get(name)!.start, offsets.get(name)!.length);
  const u16 = (name: SectionName) => new Uint16Array(bytes, offsets.get(name)!.start, offsets.get(name)!.length >> 1);
  const table = (groups: SectionName, prints: SectionName) => {
    const counts = u8(groups);
    return new PackedTable(31 - Math.clz32(counts.length), counts, u16(prints));
  };
  const moves = new Float32Array(bytes, offsets.get('moves')!.start, offsets.get('moves')!.length >> 2);
  const clusters = u16('clusters');
  const wordTable = table('wordGroups', 'wordPrints');
  if (moves.length !== LABELS * LABELS || clusters.length !== wordTable.size * CLUSTERINGS)
    return damaged('sections do not fit each other');
  const masks = new Uint32Array(bytes, offsets.get('listMasks')!.start, offsets.get('listMasks')!.length >> 2);
  return {
    status: 'ok',
    parts: {
      lexicon: lexiconOf(wordTable, clusters, table('habitGroups', 'habitPrints'), u8('habits')),
      gazetteer: new Gazetteer(table('listGroups', 'listPrints'), u16('listMaskOf'), masks),
      weights: new PackedWeights(table('weightGroups', 'weightPrints'), u8('weightRows'), moves),
    },
  };
}
