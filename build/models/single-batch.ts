import { BUFFER, MODEL, OPERATOR, OPERATOR_CODE, readModel, SUBGRAPH, TENSOR } from './tflite-model.ts';

const RESHAPE = 22;
const OLD_BATCH = 2;

/**
 * A copy of the model that takes one picture at a time instead of two: the leading 2 in the shape of every tensor that
 * is computed (weights have data and stay), and in the target shape of every RESHAPE, becomes 1.
 */
export function withSingleBatch(model: Buffer): Buffer {
  const bytes = Buffer.from(model);
  const { root, graph } = readModel(bytes);
  const buffers = root.tables(MODEL.buffers);
  const codes = root.tables(MODEL.operatorCodes);
  const tensors = graph.tables(SUBGRAPH.tensors);
  const toOne = (at: number | undefined): void => {
    if (at !== undefined && bytes.readInt32LE(at) === OLD_BATCH) bytes.writeInt32LE(1, at);
  };
  for (const tensor of tensors) {
    const isComputed = buffers[tensor.int32(TENSOR.buffer)]?.vectorBytes(BUFFER.data).length === 0;
    if (isComputed) toOne(tensor.elements(TENSOR.shape)[0]);
  }
  for (const operator of graph.tables(SUBGRAPH.operators)) {
    const code = codes[operator.int32(OPERATOR.opcode)];
    if (!code || Math.max(code.int8(OPERATOR_CODE.deprecatedCode), code.int32(OPERATOR_CODE.code)) !== RESHAPE)
      continue;
    const shapeTensor = tensors[operator.ints(OPERATOR.inputs)[1] ?? -1];
    toOne(shapeTensor && buffers[shapeTensor.int32(TENSOR.buffer)]?.elements(BUFFER.data)[0]);
    toOne(operator.table(OPERATOR.options)?.elements(0)[0]);
  }
  return bytes;
}
