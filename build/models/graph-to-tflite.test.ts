import { describe, expect, it } from 'vitest';
import { foldedConvolution } from './folded-convolution.ts';
import { graphToTflite } from './graph-to-tflite.ts';
import { readGraph } from './tensorflow-graph.ts';
import { BUFFER, MODEL, OPERATOR, OPERATOR_CODE, readModel, SUBGRAPH, TENSOR } from './tflite-model.ts';

const WEIGHTS: [name: string, shape: number[], values: number[]][] = [
  // One place, two channels taken, two made: row by row what each taken one gives to each made one.
  ['conv/weights', [1, 1, 2, 2], [1, 2, 3, 4]],
  ['norm/gamma', [2], [2, 3]],
  ['norm/beta', [2], [10, 20]],
  ['norm/mean', [2], [1, 2]],
  ['norm/variance', [2], [4, 9]],
  ['bias', [2], [0.5, 0.25]],
  ['axis', [], [1]],
  ['row', [], [2]],
];

const strides = (by: number) => ({ strides: { list: { i: [1, by, by, 1].map(String) } } });
const NODES = [
  ...WEIGHTS.map(([name]) => ({ name, op: 'Const' })),
  { name: 'picture', op: 'Placeholder' },
  { name: 'conv', op: 'Conv2D', input: ['picture', 'conv/weights'], attr: strides(2) },
  {
    name: 'norm',
    op: 'FusedBatchNorm',
    input: ['conv', 'norm/gamma', 'norm/beta', 'norm/mean', 'norm/variance'],
    attr: { epsilon: { f: 0 } },
  },
  { name: 'cut', op: 'Relu6', input: ['norm'] },
  { name: 'twice', op: 'AddN', input: ['cut', 'cut'] },
  { name: 'moved', op: 'Add', input: ['bias', 'twice'] },
  { name: 'shape', op: 'Pack', input: ['row', 'row'] },
  { name: 'rows', op: 'Reshape', input: ['moved', 'shape'] },
  { name: 'all', op: 'ConcatV2', input: ['rows', 'rows', 'axis'] },
  { name: 'odd', op: 'Tanh', input: ['cut'] },
];

const graph = () =>
  readGraph(
    JSON.stringify({
      modelTopology: { node: NODES },
      weightsManifest: [{ weights: WEIGHTS.map(([name, shape]) => ({ name, shape, dtype: 'float32' })) }],
    }),
    Buffer.from(Float32Array.from(WEIGHTS.flatMap(([, , values]) => values)).buffer),
  );
const PICTURE = { name: 'picture', shape: [1, 3, 3, 2] };

describe('a TensorFlow graph', () => {
  it('is read with its weights, and refused when they are not all there', () => {
    expect(graph().constant('norm/beta')).toEqual({ shape: [2], values: Float32Array.of(10, 20) });
    expect(graph().constant('conv')).toBeNull();
    expect(graph().takers('cut')).toBe(3);
    expect(() => readGraph('{"modelTopology":{"node":[]},"weightsManifest":[]}', Buffer.alloc(4))).toThrow(/4 bytes/);
  });

  it('has one convolution where scales and offsets follow it', () => {
    // gamma / sqrt(variance) is 1 in both channels; beta - mean is 9 and 18.
    const folded = foldedConvolution(graph(), 'cut');
    expect(folded).toMatchObject({ channels: 2, relu6: true });
    expect([...(folded?.scale ?? [])]).toEqual([1, 1]);
    expect([...(folded?.offset ?? [])]).toEqual([9, 18]);
    // Two take the cut one: what follows is not its own.
    expect(foldedConvolution(graph(), 'moved')).toBeNull();
  });

  it('becomes a TensorFlow Lite model of the same operators, shapes and weights', () => {
    const bytes = graphToTflite(graph(), PICTURE, ['all']);
    const { root, graph: subgraph } = readModel(bytes);
    const tensors = subgraph.tables(SUBGRAPH.tensors);
    const codes = root.tables(MODEL.operatorCodes).map((code) => code.int32(OPERATOR_CODE.code));
    const done = subgraph.tables(SUBGRAPH.operators).map((each) => ({
      code: codes[each.int32(OPERATOR.opcode)],
      makes: tensors[each.ints(OPERATOR.outputs)[0] ?? -1]?.ints(TENSOR.shape),
    }));
    expect(done).toEqual([
      { code: 3, makes: [1, 2, 2, 2] },
      { code: 0, makes: [1, 2, 2, 2] },
      { code: 0, makes: [1, 2, 2, 2] },
      { code: 22, makes: [1, 4, 2] },
      { code: 2, makes: [1, 8, 2] },
    ]);
    const weights = tensors.find((each) => each.text(TENSOR.name) === 'cut/weights');
    const buffer = root.tables(MODEL.buffers)[weights?.int32(TENSOR.buffer) ?? 0];
    expect(weights?.ints(TENSOR.shape)).toEqual([2, 1, 1, 2]);
    // Channel by channel what it takes.
    expect(buffer?.vectorBytes(BUFFER.data)).toEqual(Buffer.from(Float32Array.of(1, 3, 2, 4).buffer));
    expect(subgraph.ints(SUBGRAPH.outputs)).toEqual([tensors.length - 1]);
  });

  it('is refused where an operator is not known', () => {
    expect(() => graphToTflite(graph(), PICTURE, ['odd'])).toThrow('odd: no Tanh is known here');
  });
});
