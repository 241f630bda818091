import { describe, expect, it } from 'vitest';
import { landmarkOrder } from './attention-landmarks.ts';
import { ints, table, tables, text } from './flatbuffer-node.ts';
import { prependTables } from './flatbuffer-writer.ts';
import { withJoinedLandmarks } from './landmark-surgery.ts';
import { BUFFER, MODEL, OPERATOR, OPERATOR_CODE, readModel, SUBGRAPH, TENSOR } from './tflite-model.ts';

describe('landmarkOrder', () => {
  const order = landmarkOrder();

  it('names 478 points of three numbers, and uses each of the 464 refined numbers once', () => {
    expect(order).toHaveLength(478 * 3);
    const refined = order.filter((place) => place >= 1404).sort((left, right) => left - right);
    expect(refined).toEqual(Array.from({ length: 464 }, (_, index) => 1404 + index));
  });

  it('takes x and y of refined points from the refinement and their depth from the mesh', () => {
    // Point 61 is the first of the lips (1404 on), 33 of the left eye (after 80 lip points), 263 of the right eye.
    expect(order.slice(3 * 61, 3 * 61 + 3)).toEqual([1404, 1405, 3 * 61 + 2]);
    expect(order.slice(3 * 33, 3 * 33 + 3)).toEqual([1404 + 160, 1404 + 161, 3 * 33 + 2]);
    expect(order.slice(3 * 263, 3 * 263 + 3)).toEqual([1404 + 160 + 142, 1404 + 160 + 143, 3 * 263 + 2]);
  });

  it('leaves every other point to the mesh', () => {
    expect(order.slice(3 * 1, 3 * 1 + 3)).toEqual([3, 4, 5]);
  });

  it('gives the irises the depth of the lower lids', () => {
    expect(order.slice(3 * 468, 3 * 468 + 3)).toEqual([1848, 1849, 3 * 145 + 2]);
    expect(order.slice(3 * 477)).toEqual([1866, 1867, 3 * 374 + 2]);
  });
});

describe('withJoinedLandmarks', () => {
  const parts = { mesh_identity: 1404, lips: 160, left_eye: 142, right_eye: 142, left_iris: 10, right_iris: 10 };
  const named = Object.entries(parts).map(([part, width]) => [`output_${part}`, width] as const);
  const outputs = [...named, ['conv_faceflag', 1] as const];
  const model = prependTables(
    table({
      [MODEL.subgraphs]: tables([
        table({
          [SUBGRAPH.tensors]: tables(
            outputs.map(([name, width]) =>
              table({ [TENSOR.name]: text(name), [TENSOR.shape]: ints([1, 1, 1, width]) }),
            ),
          ),
          [SUBGRAPH.inputs]: ints([]),
          [SUBGRAPH.outputs]: ints(outputs.map((_, index) => index)),
        }),
      ]),
      [MODEL.buffers]: tables([table({})]),
    }),
    'TFL3',
  );
  const { root, graph } = readModel(withJoinedLandmarks(model));
  const tensors = graph.tables(SUBGRAPH.tensors);
  const [join, gather] = graph.tables(SUBGRAPH.operators);

  it('leaves two outputs: 1434 numbers, then the presence', () => {
    const found = graph.ints(SUBGRAPH.outputs).map((output) => tensors[output]);
    expect(found.map((tensor) => tensor?.text(TENSOR.name))).toEqual(['landmarks', 'conv_faceflag']);
    expect(found[0]?.ints(TENSOR.shape)).toEqual([1, 1, 1, 1434]);
  });

  it('joins the six parts and gathers them along the last axis', () => {
    const codes = root.tables(MODEL.operatorCodes).map((code) => code.int32(OPERATOR_CODE.code));
    expect([join, gather].map((operator) => codes[operator?.int32(OPERATOR.opcode) ?? -1])).toEqual([2, 36]);
    expect(join?.ints(OPERATOR.inputs)).toEqual([0, 1, 2, 3, 4, 5]);
    expect(tensors[join?.ints(OPERATOR.outputs)[0] ?? -1]?.ints(TENSOR.shape)).toEqual([1, 1, 1, 1868]);
    expect(gather?.ints(OPERATOR.inputs)[0]).toBe(join?.ints(OPERATOR.outputs)[0]);
    expect([join, gather].map((operator) => operator?.table(OPERATOR.options)?.int32(0))).toEqual([3, 3]);
  });

  it('gathers in landmark order', () => {
    const orderTensor = tensors[gather?.ints(OPERATOR.inputs)[1] ?? -1];
    const bytes = root.tables(MODEL.buffers)[orderTensor?.int32(TENSOR.buffer) ?? -1]?.vectorBytes(BUFFER.data);
    expect(Array.from({ length: 1434 }, (_, index) => bytes?.readInt32LE(4 * index))).toEqual(landmarkOrder());
  });

  it('says which tensor a model lacks', () => {
    const other = prependTables(table({ [MODEL.subgraphs]: tables([table({})]) }), 'TFL3');
    expect(() => withJoinedLandmarks(other)).toThrow('no tensor output_mesh_identity');
  });
});
