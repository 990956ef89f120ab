import { LABELS } from '../src/entities/labels.ts';
import type { Weights } from '../src/entities/tagger.ts';
import type { Weights as Learnt } from './crf.ts';
import type { KeyIndex } from './dataset.ts';

/** The learnt weights as the runtime sees them, before anything is rounded or dropped. */
export function floatWeights(index: KeyIndex, learnt: Learnt): Weights {
  return {
    moves: learnt.moves,
    add(keys, n, out, at) {
      for (let k = 0; k < n; k += 1) {
        const id = index.find(keys[k]!);
        if (id < 0) continue;
        for (let y = 0; y < LABELS; y += 1) out[at + y]! += learnt.emit[id * LABELS + y]!;
      }
    },
  };
}
