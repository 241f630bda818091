/** The sound that it hears: 8 kHz, in pieces of 32 ms. */
export const SPEECH_RATE = 8_000;
export const PIECE = 256;

/** Of Fourier's transform: as long as a window, cosines first. */
const WINDOW = 128;
const HOP = 64;
const BINS = WINDOW / 2 + 1;
/** Heard again with the next piece, and mirrored behind it. */
const CONTEXT = 32;
/** Windows in a piece. */
const TIMES = 4;
/** Channels that each convolution takes and makes, and how many times it goes on by. */
const LAYERS = [
  { taken: BINS, made: 128, step: 1 },
  { taken: 128, made: 64, step: 2 },
  { taken: 64, made: 64, step: 2 },
  { taken: 64, made: 128, step: 1 },
] as const;
const PLACES = 3;
/** Of the recurrent layer (LSTM), and its gates: input, forget, cell, output. */
const CELLS = 128;
const GATES = 4;

interface Layer {
  taken: number;
  made: number;
  step: number;
  weights: Float32Array;
  bias: Float32Array;
}

export interface SpeechNet {
  /** How surely the next piece is speech, 0..1; what was heard before counts. */
  hear(piece: Float32Array): number;
}

const logistic = (value: number): number => 1 / (1 + Math.exp(-value));

/** The sum of products of as many numbers of both, from those places on. */
function product(one: Float32Array, from: number, other: Float32Array, at: number, count: number): number {
  let sum = 0;
  for (let index = 0; index < count; index += 1) sum += (one[from + index] as number) * (other[at + index] as number);
  return sum;
}

/** What the layer makes of rows of channels, one row a time: negative numbers become 0. */
function convolve({ taken, made, step, weights, bias }: Layer, rows: Float32Array): Float32Array {
  const times = rows.length / taken;
  const out = new Float32Array(made * Math.ceil(times / step));
  for (let time = 0, to = 0; time < times; time += step, to += made) {
    const first = Math.max(0, 1 - time);
    const count = (Math.min(PLACES, times - time + 1) - first) * taken;
    for (let channel = 0; channel < made; channel += 1) {
      const from = (channel * PLACES + first) * taken;
      const sum = (bias[channel] ?? 0) + product(weights, from, rows, (time + first - 1) * taken, count);
      if (sum > 0) out[to + channel] = sum;
    }
  }
  return out;
}

/**
 * Silero's voice activity detector (v5, its branch for 8 kHz), written out: a Fourier transform, four convolutions and a recurrent layer.
 * 400,000 multiplications a piece are so few that a runtime for models, of 11 MB and with SIMD only, would cost more than it saves.
 * `numbers`: as `build/models/speech-model.ts` lays them.
 */
export function createSpeechNet(numbers: Float32Array): SpeechNet {
  let at = 0;
  const next = (count: number): Float32Array => {
    at += count;
    return numbers.subarray(at - count, at);
  };
  const basis = next(2 * BINS * WINDOW);
  const layers = LAYERS.map((layer) => ({
    ...layer,
    weights: next(layer.made * PLACES * layer.taken),
    bias: next(layer.made),
  }));
  const ofInput = next(GATES * CELLS * CELLS);
  const ofState = next(GATES * CELLS * CELLS);
  const gateBias = next(GATES * CELLS);
  const decision = next(CELLS);
  const [decisionBias = 0] = next(1);
  if (at !== numbers.length) throw new Error(`a speech model has ${at} numbers, not ${numbers.length}`);

  const heard = new Float32Array(CONTEXT + PIECE + CONTEXT);
  const state = new Float32Array(CELLS);
  const cells = new Float32Array(CELLS);
  const gates = new Float32Array(GATES * CELLS);

  function spectrum(): Float32Array {
    const rows = new Float32Array(TIMES * BINS);
    for (let time = 0; time < TIMES; time += 1)
      for (let bin = 0; bin < BINS; bin += 1) {
        const real = product(basis, bin * WINDOW, heard, time * HOP, WINDOW);
        const imaginary = product(basis, (BINS + bin) * WINDOW, heard, time * HOP, WINDOW);
        rows[time * BINS + bin] = Math.sqrt(real * real + imaginary * imaginary);
      }
    return rows;
  }

  return {
    hear(piece) {
      heard.copyWithin(0, PIECE, PIECE + CONTEXT);
      heard.set(piece, CONTEXT);
      const end = CONTEXT + PIECE;
      for (let index = 0; index < CONTEXT; index += 1) heard[end + index] = heard[end - 2 - index] ?? 0;
      let rows = spectrum();
      for (const layer of layers) rows = convolve(layer, rows);
      for (let gate = 0; gate < GATES * CELLS; gate += 1)
        gates[gate] =
          (gateBias[gate] ?? 0) +
          product(ofInput, gate * CELLS, rows, 0, CELLS) +
          product(ofState, gate * CELLS, state, 0, CELLS);
      let sum = decisionBias;
      for (let cell = 0; cell < CELLS; cell += 1) {
        const [input, forget, now, output] = [0, 1, 2, 3].map((gate) => gates[gate * CELLS + cell] ?? 0) as [
          number,
          number,
          number,
          number,
        ];
        const kept = logistic(forget) * (cells[cell] ?? 0) + logistic(input) * Math.tanh(now);
        const told = logistic(output) * Math.tanh(kept);
        cells[cell] = kept;
        state[cell] = told;
        if (told > 0) sum += told * (decision[cell] ?? 0);
      }
      return logistic(sum);
    },
  };
}
