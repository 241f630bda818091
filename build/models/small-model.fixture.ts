import { data, type FlatNode, int8, int32, ints, table, tables, text } from './flatbuffer-node.ts';
import { prependTables } from './flatbuffer-writer.ts';
import { BUFFER, MODEL, OPERATOR, OPERATOR_CODE, SUBGRAPH, TENSOR } from './tflite-model.ts';

const int32s = (...values: number[]): Buffer => Buffer.from(Int32Array.from(values).buffer);

function tensor(name: string, shape: number[], buffer: number): FlatNode {
  return table({ [TENSOR.shape]: ints(shape), [TENSOR.buffer]: int32(buffer), [TENSOR.name]: text(name) });
}

/** The smallest model that has what the batch patch must tell apart: a RESHAPE of a batch of two, and weights. */
export function smallModel(): Buffer {
  const graph = table({
    [SUBGRAPH.tensors]: tables([
      tensor('input', [2, 8], 0),
      tensor('weights', [2, 4], 1),
      tensor('target shape', [2], 2),
      tensor('output', [2, 2, 4], 0),
    ]),
    [SUBGRAPH.inputs]: ints([0]),
    [SUBGRAPH.outputs]: ints([3]),
    [SUBGRAPH.operators]: tables([
      table({
        [OPERATOR.inputs]: ints([0, 2]),
        [OPERATOR.outputs]: ints([3]),
        [OPERATOR.options]: table({ 0: ints([2, 2, 4]) }),
      }),
    ]),
  });
  const model = table({
    [MODEL.version]: int32(3),
    [MODEL.operatorCodes]: tables([table({ [OPERATOR_CODE.deprecatedCode]: int8(22) })]),
    [MODEL.subgraphs]: tables([graph]),
    [MODEL.buffers]: tables([
      table({}),
      table({ [BUFFER.data]: data(int32s(1, 2, 3, 4, 5, 6, 7, 8)) }),
      table({ [BUFFER.data]: data(int32s(2, 2, 4)) }),
    ]),
  });
  return prependTables(model, 'TFL3');
}
