import { isOpen, LABELS, needsOpen } from '../src/entities/labels.ts';
import { ARCS, ARCS_FROM, ARCS_TO } from '../src/entities/viterbi.ts';

/** Chains of candidate tokens in compressed rows. */
export interface Chains {
  /** First row of each chain, and one past the last. */
  readonly chainStart: Int32Array;
  /** Features of each row: `features[rowStart[r] .. rowStart[r + 1]]`, numbers below `featureCount`. */
  readonly rowStart: Int32Array;
  readonly features: Int32Array;
  /** Gold label of each row, or -1 where any label is possible. */
  readonly gold: Int8Array;
  /** Weight of each chain in the learning. */
  readonly weight: Float32Array;
  readonly featureCount: number;
}

export interface CrfOptions {
  readonly epochs: number;
  readonly rate: number;
  /** Strength of the pull to zero (L2) on each weight that is touched. */
  readonly decay: number;
  /** Share of features hidden from each token while learning, so that no single feature is leant on. */
  readonly dropout: number;
  readonly seed: number;
  readonly log: (line: string) => void;
}

export interface Weights {
  /** `featureCount` rows of LABELS numbers. */
  readonly emit: Float32Array;
  /** LABELS × LABELS, from * LABELS + to. */
  readonly moves: Float32Array;
}

/** A small generator with a seed (mulberry32, Tommy Ettinger, public domain): numbers from 0 to 1. */
export function random(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

class Lattice {
  alpha = new Float64Array(0);
  beta = new Float64Array(0);
  emit = new Float64Array(0);
  scale = new Float64Array(0);

  /** Forward-backward in probability space with scaling (Rabiner 1989). Returns nothing; marginals are alpha × beta. */
  run(length: number, scores: Float32Array, expMoves: Float64Array, gold: Int8Array | null, goldAt: number): void {
    if (this.alpha.length < length * LABELS) {
      this.alpha = new Float64Array(length * 2 * LABELS);
      this.beta = new Float64Array(length * 2 * LABELS);
      this.emit = new Float64Array(length * 2 * LABELS);
      this.scale = new Float64Array(length * 2);
    }
    const { alpha, beta, emit, scale } = this;
    for (let i = 0; i < length; i += 1) {
      const base = i * LABELS;
      let top = -1e30;
      for (let y = 0; y < LABELS; y += 1) if (scores[base + y]! > top) top = scores[base + y]!;
      const only = gold === null ? -1 : gold[goldAt + i]!;
      for (let y = 0; y < LABELS; y += 1)
        emit[base + y] = only >= 0 && only !== y ? 0 : Math.exp(Math.max(-60, scores[base + y]! - top));
    }
    for (let y = 0; y < LABELS; y += 1) alpha[y] = needsOpen(y) ? 0 : expMoves[y]! * emit[y]!;
    this.normalise(0);
    for (let i = 1; i < length; i += 1) {
      const now = i * LABELS;
      const before = now - LABELS;
      alpha.fill(0, now, now + LABELS);
      for (let k = 0; k < ARCS; k += 1) {
        const from = ARCS_FROM[k]!;
        const to = ARCS_TO[k]!;
        alpha[now + to]! += alpha[before + from]! * expMoves[from * LABELS + to]!;
      }
      for (let y = 0; y < LABELS; y += 1) alpha[now + y]! *= emit[now + y]!;
      this.normalise(i);
    }
    const end = (length - 1) * LABELS;
    let sum = 0;
    for (let y = 0; y < LABELS; y += 1) {
      beta[end + y] = isOpen(y) ? 0 : expMoves[y * LABELS]!;
      sum += alpha[end + y]! * beta[end + y]!;
    }
    for (let y = 0; y < LABELS; y += 1) beta[end + y]! /= sum;
    for (let i = length - 2; i >= 0; i -= 1) {
      const now = i * LABELS;
      const after = now + LABELS;
      beta.fill(0, now, now + LABELS);
      const c = scale[i + 1]!;
      for (let k = 0; k < ARCS; k += 1) {
        const from = ARCS_FROM[k]!;
        const to = ARCS_TO[k]!;
        beta[now + from]! += (expMoves[from * LABELS + to]! * emit[after + to]! * beta[after + to]!) / c;
      }
    }
  }

  private normalise(i: number): void {
    const base = i * LABELS;
    let sum = 0;
    for (let y = 0; y < LABELS; y += 1) sum += this.alpha[base + y]!;
    if (sum === 0) sum = 1e-300;
    for (let y = 0; y < LABELS; y += 1) this.alpha[base + y]! /= sum;
    this.scale[i] = sum;
  }
}

/**
 * Trains a linear-chain conditional random field (Lafferty, McCallum, Pereira 2001) with AdaGrad (Duchi, Hazan, Singer 2011).
 * Rows without a gold label are summed out, so that they teach nothing wrong. The weights returned are the mean over the
 * ends of the later half of the epochs.
 */
export function trainCrf(chains: Chains, options: CrfOptions): Weights {
  const { chainStart, rowStart, features, gold, weight, featureCount } = chains;
  const count = chainStart.length - 1;
  const emit = new Float32Array(featureCount * LABELS);
  const squares = new Float32Array(featureCount * LABELS);
  const mean = new Float32Array(featureCount * LABELS);
  const moves = new Float32Array(LABELS * LABELS);
  const moveSquares = new Float32Array(LABELS * LABELS);
  const moveMean = new Float32Array(LABELS * LABELS);
  const expMoves = new Float64Array(LABELS * LABELS);
  const order = Int32Array.from({ length: count }, (_, i) => i);
  const next = random(options.seed);
  const free = new Lattice();
  const bound = new Lattice();
  let scores = new Float32Array(64 * LABELS);
  let kept = new Int32Array(64 * 256);
  let keptStart = new Int32Array(65);
  let taken = 0;
  const gradient = new Float64Array(LABELS);
  for (let epoch = 0; epoch < options.epochs; epoch += 1) {
    for (let i = count - 1; i > 0; i -= 1) {
      const j = Math.floor(next() * (i + 1));
      const swap = order[i]!;
      order[i] = order[j]!;
      order[j] = swap;
    }
    let loss = 0;
    const rate = options.rate * (1 - (0.8 * epoch) / options.epochs);
    for (let n = 0; n < count; n += 1) {
      const chain = order[n]!;
      const w = weight[chain]!;
      if (w === 0) continue;
      const from = chainStart[chain]!;
      const length = chainStart[chain + 1]! - from;
      if (length * LABELS > scores.length) {
        scores = new Float32Array(length * 2 * LABELS);
        kept = new Int32Array(length * 2 * 256);
        keptStart = new Int32Array(length * 2 + 1);
      }
      let partial = false;
      let at = 0;
      for (let i = 0; i < length; i += 1) {
        const row = i * LABELS;
        scores.fill(0, row, row + LABELS);
        keptStart[i] = at;
        for (let k = rowStart[from + i]!; k < rowStart[from + i + 1]!; k += 1) {
          if (options.dropout > 0 && next() < options.dropout) continue;
          const base = features[k]! * LABELS;
          kept[at++] = base;
          for (let y = 0; y < LABELS; y += 1) scores[row + y]! += emit[base + y]!;
        }
        if (gold[from + i]! < 0) partial = true;
      }
      keptStart[length] = at;
      if ((n & 15) === 0) for (let k = 0; k < LABELS * LABELS; k += 1) expMoves[k] = Math.exp(moves[k]!);
      free.run(length, scores, expMoves, null, 0);
      if (partial) bound.run(length, scores, expMoves, gold, from);
      for (let i = 0; i < length; i += 1) {
        const row = i * LABELS;
        const label = gold[from + i]!;
        let touched = false;
        for (let y = 0; y < LABELS; y += 1) {
          const p = free.alpha[row + y]! * free.beta[row + y]!;
          const q = partial ? bound.alpha[row + y]! * bound.beta[row + y]! : y === label ? 1 : 0;
          const g = (p - q) * w;
          gradient[y] = g > 0.0005 || g < -0.0005 ? g : 0;
          if (gradient[y] !== 0) touched = true;
          if (!partial && y === label) loss -= Math.log(Math.max(p, 1e-12)) * w;
        }
        if (!touched) continue;
        for (let k = keptStart[i]!; k < keptStart[i + 1]!; k += 1) {
          const base = kept[k]!;
          for (let y = 0; y < LABELS; y += 1) {
            const g0 = gradient[y]!;
            if (g0 === 0) continue;
            const g = g0 + options.decay * emit[base + y]!;
            const s = squares[base + y]! + g * g;
            squares[base + y] = s;
            emit[base + y]! -= (rate * g) / Math.sqrt(s + 1e-4);
          }
        }
      }
      if (!partial) {
        // The border's O before and after the chain, then each pair inside.
        for (let i = -1; i < length; i += 1) {
          const now = i * LABELS;
          const after = now + LABELS;
          const goldFrom = i < 0 ? 0 : gold[from + i]!;
          const goldTo = i + 1 < length ? gold[from + i + 1]! : 0;
          for (let k = 0; k < ARCS; k += 1) {
            const a = ARCS_FROM[k]!;
            const b = ARCS_TO[k]!;
            if ((i < 0 && a !== 0) || (i + 1 === length && b !== 0)) continue;
            const pa = i < 0 ? 1 : free.alpha[now + a]!;
            const tail = i + 1 === length ? 0 : (free.emit[after + b]! * free.beta[after + b]!) / free.scale[i + 1]!;
            let p = 0;
            if (i + 1 === length) p = free.alpha[now + a]! * free.beta[now + a]!;
            else if (i < 0) p = free.alpha[b]! * free.beta[b]!;
            else p = pa * expMoves[a * LABELS + b]! * tail;
            const g = (p - (a === goldFrom && b === goldTo ? 1 : 0)) * w;
            if (g < 0.001 && g > -0.001) continue;
            const m = a * LABELS + b;
            moveSquares[m]! += g * g;
            moves[m]! -= (0.5 * rate * g) / Math.sqrt(moveSquares[m]! + 1e-4);
          }
        }
      }
    }
    if (epoch >= Math.floor(options.epochs / 2)) {
      taken += 1;
      for (let k = 0; k < mean.length; k += 1) mean[k]! += emit[k]!;
      for (let k = 0; k < moves.length; k += 1) moveMean[k]! += moves[k]!;
    }
    options.log(`  epoch ${epoch + 1}: loss ${loss.toFixed(0)}`);
  }
  for (let k = 0; k < mean.length; k += 1) mean[k]! /= taken;
  for (let k = 0; k < moves.length; k += 1) moveMean[k]! /= taken;
  return { emit: mean, moves: moveMean };
}
