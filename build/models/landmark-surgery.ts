import { landmarkOrder } from './attention-landmarks.ts';
import { data, type FlatNode, int8, int32, ints, table, text } from './flatbuffer-node.ts';
import { imageMetadata } from './image-metadata.ts';
import { BUFFER, extendModel, MODEL, OPERATOR, OPERATOR_CODE, readModel, SUBGRAPH, TENSOR } from './tflite-model.ts';

/** Numbers in schema.fbs. */
const CONCATENATION = { code: 2, optionsType: 10 };
const GATHER = { code: 36, optionsType: 23 };
const FLOAT32 = 0;
const INT32 = 2;
const LAST_AXIS = 3;

const PARTS = ['mesh_identity', 'lips', 'left_eye', 'right_eye', 'left_iris', 'right_iris'].map(
  (part) => `output_${part}`,
);
const PRESENCE = 'conv_faceflag';

function operatorCode(code: number): FlatNode {
  return table({
    [OPERATOR_CODE.deprecatedCode]: int8(code),
    [OPERATOR_CODE.version]: int32(1),
    [OPERATOR_CODE.code]: int32(code),
  });
}

function operator(opcode: number, inputs: number[], output: number, optionsType: number): FlatNode {
  return table({
    [OPERATOR.opcode]: int32(opcode),
    [OPERATOR.inputs]: ints(inputs),
    [OPERATOR.outputs]: ints([output]),
    [OPERATOR.optionsType]: int8(optionsType),
    [OPERATOR.options]: table({ 0: int32(LAST_AXIS) }),
  });
}

function tensor(shape: number[], type: number, buffer: number, name: string): FlatNode {
  return table({
    [TENSOR.shape]: ints(shape),
    [TENSOR.type]: int8(type),
    [TENSOR.buffer]: int32(buffer),
    [TENSOR.name]: text(name),
  });
}

/**
 * Makes the face mesh model of 2022, which has seven outputs, into the one FaceLandmarker expects: all 478 landmarks
 * in one output `[1,1,1,1434]`, then the presence score. Two operators are appended: the parts are laid end to end,
 * and gathered in landmark order. (Without them the task crashes, or gives garbage without a word.)
 */
export function withJoinedLandmarks(model: Buffer): Buffer {
  const { root, graph } = readModel(model);
  const tensors = graph.tables(SUBGRAPH.tensors);
  const numbered = new Map(tensors.map((entry, index) => [entry.text(TENSOR.name), index]));
  const numberOf = (name: string): number => {
    const number = numbered.get(name);
    if (number === undefined) throw new Error(`the face mesh model has no tensor ${name}`);
    return number;
  };
  const parts = PARTS.map(numberOf);
  const width = parts.reduce((sum, part) => sum + (tensors[part]?.ints(TENSOR.shape).at(-1) ?? 0), 0);
  const order = landmarkOrder();
  const joined = tensors.length;
  const [orderTensor, landmarks] = [joined + 1, joined + 2];
  const codes = root.tables(MODEL.operatorCodes).length;
  return extendModel(
    model,
    imageMetadata('Face mesh, outputs joined', { mean: 0, std: 255 }, ['landmarks', 'presence']),
    {
      buffers: [table({ [BUFFER.data]: data(Buffer.from(Int32Array.from(order).buffer)) })],
      operatorCodes: [operatorCode(CONCATENATION.code), operatorCode(GATHER.code)],
      tensors: [
        tensor([1, 1, 1, width], FLOAT32, 0, 'parts_joined'),
        tensor([order.length], INT32, root.tables(MODEL.buffers).length, 'landmark_order'),
        tensor([1, 1, 1, order.length], FLOAT32, 0, 'landmarks'),
      ],
      operators: [
        operator(codes, parts, joined, CONCATENATION.optionsType),
        operator(codes + 1, [joined, orderTensor], landmarks, GATHER.optionsType),
      ],
      outputs: [landmarks, numberOf(PRESENCE)],
    },
  );
}
