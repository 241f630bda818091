/** One node of a frozen TensorFlow graph. */
export interface GraphNode {
  name: string;
  op: string;
  inputs: readonly string[];
  /** Rows and columns between two places; 1 where it has none. */
  stride: number;
  /** Of a batch normalisation. */
  epsilon: number;
}

export interface Constant {
  shape: readonly number[];
  values: Float32Array | Int32Array;
}

/** A frozen graph with its weights, as TensorFlow.js stores one. */
export interface TensorFlowGraph {
  node(name: string): GraphNode;
  /** Null for what is computed. */
  constant(name: string): Constant | null;
  /** How many nodes take this one's output. */
  takers(name: string): number;
}

interface ModelJson {
  modelTopology: {
    node: {
      name: string;
      op: string;
      input?: string[];
      attr?: { strides?: { list?: { i?: (string | number)[] } }; epsilon?: { f?: number } };
    }[];
  };
  weightsManifest: { weights: { name: string; shape: number[]; dtype: string }[] }[];
}

/** Reads `model.json` and the bytes of its weight files, laid end to end. */
export function readGraph(json: string, weights: Buffer): TensorFlowGraph {
  const { modelTopology, weightsManifest } = JSON.parse(json) as ModelJson;
  const nodes = new Map<string, GraphNode>();
  const takers = new Map<string, number>();
  for (const { name, op, input = [], attr } of modelTopology.node) {
    const inputs = input.map((each) => each.replace(/:\d+$/, ''));
    nodes.set(name, {
      ...{ name, op, inputs },
      stride: Number(attr?.strides?.list?.i?.[1] ?? 1),
      epsilon: attr?.epsilon?.f ?? 0,
    });
    for (const each of inputs) takers.set(each, (takers.get(each) ?? 0) + 1);
  }
  const constants = new Map<string, Constant>();
  let at = 0;
  for (const { name, shape, dtype } of weightsManifest.flatMap((group) => group.weights)) {
    const end = at + 4 * shape.reduce((product, size) => product * size, 1);
    const bytes = Uint8Array.from(weights.subarray(at, end)).buffer;
    if (dtype !== 'float32' && dtype !== 'int32') throw new Error(`weights of type ${dtype}`);
    constants.set(name, { shape, values: dtype === 'int32' ? new Int32Array(bytes) : new Float32Array(bytes) });
    at = end;
  }
  if (at !== weights.length) throw new Error(`the weights are ${weights.length} bytes, not ${at}`);
  return {
    node(name) {
      const found = nodes.get(name);
      if (!found) throw new Error(`the graph has no node ${name}`);
      return found;
    },
    constant: (name) => constants.get(name) ?? null,
    takers: (name) => takers.get(name) ?? 0,
  };
}
