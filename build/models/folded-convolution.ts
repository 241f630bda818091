import type { GraphNode, TensorFlowGraph } from './tensorflow-graph.ts';

/** A convolution with everything that follows it in each channel by itself: times a number, plus a number, cut off at 0 and 6. */
export interface FoldedConvolution {
  node: GraphNode;
  channels: number;
  scale: Float32Array;
  offset: Float32Array;
  relu6: boolean;
}

/** Numbers, one a channel, of a constant; null where it is none. */
function vector(graph: TensorFlowGraph, name: string | undefined, channels: number): Float32Array | null {
  const found = name === undefined ? null : graph.constant(name);
  return found && found.values.length === channels ? Float32Array.from(found.values) : null;
}

function required(graph: TensorFlowGraph, name: string | undefined, channels: number): Float32Array {
  const found = vector(graph, name, channels);
  if (!found) throw new Error(`${name} has not one number a channel`);
  return found;
}

function convolution(graph: TensorFlowGraph, node: GraphNode): FoldedConvolution {
  const shape = graph.constant(node.inputs[1] ?? '')?.shape ?? [];
  const [, , taken = 0, made = 0] = shape;
  const channels = node.op === 'Conv2D' ? made : taken * made;
  return {
    node,
    channels,
    scale: new Float32Array(channels).fill(1),
    offset: new Float32Array(channels),
    relu6: false,
  };
}

/** What the node computes as one convolution; null where it is none, or where somebody else takes a part of it. */
export function foldedConvolution(graph: TensorFlowGraph, name: string): FoldedConvolution | null {
  const node = graph.node(name);
  const { op, inputs } = node;
  if (op === 'Conv2D' || op === 'DepthwiseConv2dNative') return convolution(graph, node);
  if (!['Mul', 'Add', 'BiasAdd', 'FusedBatchNorm', 'Relu6'].includes(op)) return null;
  const [from, by] = graph.constant(inputs[0] ?? '') ? [inputs[1], inputs[0]] : [inputs[0], inputs[1]];
  if (from === undefined || graph.takers(from) > 1) return null;
  const before = foldedConvolution(graph, from);
  if (!before || before.relu6) return null;
  const { channels, scale, offset } = before;
  if (op === 'Relu6') return { ...before, relu6: true };
  if (op === 'FusedBatchNorm') {
    const [gamma, beta, mean, variance] = inputs.slice(1).map((each) => required(graph, each, channels));
    const times = scale.map((_, at) => (gamma?.[at] ?? 0) / Math.sqrt((variance?.[at] ?? 0) + node.epsilon));
    return {
      ...before,
      scale: scale.map((each, at) => each * (times[at] ?? 0)),
      offset: offset.map((each, at) => (each - (mean?.[at] ?? 0)) * (times[at] ?? 0) + (beta?.[at] ?? 0)),
    };
  }
  const numbers = vector(graph, by, channels);
  if (!numbers) return null;
  if (op === 'Mul') {
    const times = (each: number, at: number): number => each * (numbers[at] ?? 0);
    return { ...before, scale: scale.map(times), offset: offset.map(times) };
  }
  return { ...before, offset: offset.map((each, at) => each + (numbers[at] ?? 0)) };
}
