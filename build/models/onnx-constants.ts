import { protoFields } from './protobuf.ts';

export interface OnnxTensor {
  shape: number[];
  values: Float32Array;
}

/** Field numbers of onnx.proto. */
const MODEL_GRAPH = 7;
const GRAPH_NODE = 1;
const NODE = { output: 2, operator: 4, attribute: 5 };
const ATTRIBUTE = { tensor: 5, graph: 6 };
const TENSOR = { shape: 1, type: 2, raw: 9 };
const FLOAT = 1;

const partsOf = (message: Buffer, number: number): Buffer[] =>
  protoFields(message).flatMap((field) =>
    field.number === number && Buffer.isBuffer(field.value) ? [field.value] : [],
  );

/** Null for what is no tensor of 32-bit floats. */
function floatTensor(message: Buffer): OnnxTensor | null {
  const fields = protoFields(message);
  const [raw] = partsOf(message, TENSOR.raw);
  if (!raw || !fields.some(({ number, value }) => number === TENSOR.type && value === FLOAT)) return null;
  const shape = fields.flatMap(({ number, value }) =>
    number === TENSOR.shape && typeof value === 'number' ? [value] : [],
  );
  return { shape, values: new Float32Array(Uint8Array.from(raw).buffer) };
}

function collect(graph: Buffer, found: Map<string, OnnxTensor>): void {
  for (const node of partsOf(graph, GRAPH_NODE)) {
    const [operator, output] = [NODE.operator, NODE.output].map((number) => partsOf(node, number)[0]?.toString('utf8'));
    for (const attribute of partsOf(node, NODE.attribute)) {
      for (const branch of partsOf(attribute, ATTRIBUTE.graph)) collect(branch, found);
      const [tensor] = partsOf(attribute, ATTRIBUTE.tensor);
      const values = tensor && operator === 'Constant' ? floatTensor(tensor) : null;
      if (values && output) found.set(output, values);
    }
  }
}

/** The constant floats of an ONNX model by the names of what they are given to, those of its branches too. */
export function onnxConstants(model: Buffer): Map<string, OnnxTensor> {
  const found = new Map<string, OnnxTensor>();
  for (const graph of partsOf(model, MODEL_GRAPH)) collect(graph, found);
  return found;
}
