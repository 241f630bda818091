import { data, type FlatNode, int8, int32, ints, table, tables, text } from './flatbuffer-node.ts';
import { prependTables } from './flatbuffer-writer.ts';
import { type FoldedConvolution, foldedConvolution } from './folded-convolution.ts';
import type { TensorFlowGraph } from './tensorflow-graph.ts';
import { BUFFER, MODEL, OPERATOR, OPERATOR_CODE, SUBGRAPH, TENSOR } from './tflite-model.ts';

/** Numbers in schema.fbs: of an operator, and of the table of its options. */
const OPERATORS = {
  ADD: { code: 0, optionsType: 11 },
  CONCATENATION: { code: 2, optionsType: 10 },
  CONV_2D: { code: 3, optionsType: 1 },
  DEPTHWISE_CONV_2D: { code: 4, optionsType: 2 },
  RESHAPE: { code: 22, optionsType: 17 },
} as const;
type OperatorName = keyof typeof OPERATORS;
const NAMES = Object.keys(OPERATORS) as OperatorName[];

const SAME_PADDING = int8(0);
const RELU6 = 3;
/** The grids of a detector lie one after another. */
const GRIDS_AXIS = 1;

type Shape = readonly number[];
const product = (shape: Shape): number => shape.reduce((all, size) => all * size, 1);

/** Weights as TensorFlow Lite wants them, output channel first, each channel times its scale. */
function weightsOf(graph: TensorFlowGraph, { node, channels, scale }: FoldedConvolution) {
  const weights = graph.constant(node.inputs[1] ?? '');
  if (!weights) throw new Error(`${node.name} has no weights`);
  const [height = 0, width = 0, taken = 0] = weights.shape;
  const scaled = weights.values.map((value, at) => value * (scale[at % channels] ?? 0));
  if (node.op !== 'Conv2D') return { shape: [1, height, width, channels], values: scaled };
  const each = height * width * taken;
  const values = scaled.map((_, at) => scaled[(at % each) * channels + Math.floor(at / each)] ?? 0);
  return { shape: [channels, height, width, taken], values };
}

/**
 * The part of a detector's graph between a picture (`input`, float32, of shape `[1, height, width, 3]`) and `outputs`, as a TensorFlow
 * Lite model that computes the same. It knows the operators of SSD MobileNet and throws for any other.
 */
export function graphToTflite(
  graph: TensorFlowGraph,
  input: { name: string; shape: Shape },
  outputs: readonly string[],
): Buffer {
  const buffers: FlatNode[] = [table({})];
  const tensors: FlatNode[] = [];
  const operators: FlatNode[] = [];
  const shapes: Shape[] = [];
  const made = new Map<string, number>();

  function tensor(name: string, shape: Shape, values?: Float32Array | Int32Array): number {
    if (values) buffers.push(table({ [BUFFER.data]: data(Buffer.from(Float32Array.from(values).buffer)) }));
    tensors.push(
      table({
        [TENSOR.shape]: ints(shape),
        [TENSOR.buffer]: int32(values ? buffers.length - 1 : 0),
        [TENSOR.name]: text(name),
      }),
    );
    shapes.push(shape);
    return tensors.length - 1;
  }

  function operator(of: OperatorName, from: readonly number[], to: number, options: FlatNode): number {
    operators.push(
      table({
        [OPERATOR.opcode]: int32(NAMES.indexOf(of)),
        [OPERATOR.inputs]: ints(from),
        [OPERATOR.outputs]: ints([to]),
        [OPERATOR.optionsType]: int8(OPERATORS[of].optionsType),
        [OPERATOR.options]: options,
      }),
    );
    return to;
  }

  function convolve(name: string, folded: FoldedConvolution): number {
    const { node, channels, offset, relu6 } = folded;
    const from = make(node.inputs[0] ?? '');
    const [, height = 0, width = 0] = shapes[from] ?? [];
    const weights = weightsOf(graph, folded);
    const taken = [
      from,
      tensor(`${name}/weights`, weights.shape, weights.values),
      tensor(`${name}/offset`, [channels], offset),
    ];
    const to = tensor(name, [1, Math.ceil(height / node.stride), Math.ceil(width / node.stride), channels]);
    const [stride, activation] = [int32(node.stride), int8(relu6 ? RELU6 : 0)];
    return node.op === 'Conv2D'
      ? operator('CONV_2D', taken, to, table({ 0: SAME_PADDING, 1: stride, 2: stride, 3: activation }))
      : operator(
          'DEPTHWISE_CONV_2D',
          taken,
          to,
          table({ 0: SAME_PADDING, 1: stride, 2: stride, 3: int32(1), 4: activation }),
        );
  }

  function compute(name: string): number {
    const { op, inputs } = graph.node(name);
    const folded = foldedConvolution(graph, name);
    if (folded) return convolve(name, folded);
    switch (op) {
      case 'Add':
      case 'AddN': {
        const taken = inputs.map(make);
        const largest =
          taken.map((each) => shapes[each] ?? []).sort((left, right) => right.length - left.length)[0] ?? [];
        return operator('ADD', taken, tensor(name, largest), table({ 0: int8(0) }));
      }
      case 'Reshape': {
        const from = make(inputs[0] ?? '');
        // Its shape is put together from the picture's count, which is one, and constants: the last says how wide a row is.
        const last = graph.constant(graph.node(inputs[1] ?? '').inputs.at(-1) ?? '')?.values[0] ?? 0;
        const shape = [1, product(shapes[from] ?? []) / last, last];
        return operator('RESHAPE', [from], tensor(name, shape), table({ 0: ints(shape) }));
      }
      case 'ConcatV2': {
        const taken = inputs.slice(0, -1).map(make);
        const rows = taken.reduce((sum, each) => sum + (shapes[each]?.[GRIDS_AXIS] ?? 0), 0);
        const to = tensor(name, [1, rows, shapes[taken[0] ?? 0]?.[2] ?? 0]);
        return operator('CONCATENATION', taken, to, table({ 0: int32(GRIDS_AXIS), 1: int8(0) }));
      }
      default:
        throw new Error(`${name}: no ${op} is known here`);
    }
  }

  function make(name: string): number {
    const known = made.get(name);
    if (known !== undefined) return known;
    const constant = graph.constant(name);
    const number = constant ? tensor(name, constant.shape, constant.values) : compute(name);
    made.set(name, number);
    return number;
  }

  made.set(input.name, tensor(input.name, input.shape));
  const results = outputs.map(make);
  const subgraph = table({
    [SUBGRAPH.tensors]: tables(tensors),
    [SUBGRAPH.inputs]: ints([0]),
    [SUBGRAPH.outputs]: ints(results),
    [SUBGRAPH.operators]: tables(operators),
  });
  const codes = NAMES.map((name) =>
    table({
      [OPERATOR_CODE.deprecatedCode]: int8(OPERATORS[name].code),
      [OPERATOR_CODE.version]: int32(1),
      [OPERATOR_CODE.code]: int32(OPERATORS[name].code),
    }),
  );
  const model = table({
    [MODEL.version]: int32(3),
    [MODEL.operatorCodes]: tables(codes),
    [MODEL.subgraphs]: tables([subgraph]),
    [MODEL.description]: text('from a TensorFlow graph'),
    [MODEL.buffers]: tables(buffers),
  });
  return prependTables(model, 'TFL3');
}
