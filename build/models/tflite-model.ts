import { data, existing, type FlatNode, int32, ints, table, tables, text } from './flatbuffer-node.ts';
import { FlatTable } from './flatbuffer-table.ts';
import { prependTables } from './flatbuffer-writer.ts';

/** Field numbers of the tables in TensorFlow Lite's schema.fbs, as far as we read or write them. */
export const MODEL = { version: 0, operatorCodes: 1, subgraphs: 2, description: 3, buffers: 4, metadata: 6 } as const;
export const SUBGRAPH = { tensors: 0, inputs: 1, outputs: 2, operators: 3, name: 4 } as const;
export const TENSOR = { shape: 0, type: 1, buffer: 2, name: 3 } as const;
export const OPERATOR = { opcode: 0, inputs: 1, outputs: 2, optionsType: 3, options: 4 } as const;
export const OPERATOR_CODE = { deprecatedCode: 0, version: 2, code: 3 } as const;
export const BUFFER = { data: 0 } as const;
export const METADATA = { name: 0, buffer: 1 } as const;

/** A model of one graph: every model we use. */
export interface TfliteModel {
  root: FlatTable;
  graph: FlatTable;
}

export function readModel(bytes: Buffer): TfliteModel {
  const root = FlatTable.root(bytes, 'TFL3');
  const [graph, ...others] = root.tables(MODEL.subgraphs);
  if (!graph || others.length > 0) throw new Error('the model must have exactly one graph');
  return { root, graph };
}

/** What is added to a model; tables are appended, so the numbers of old tensors, buffers and operators stay. */
export interface ModelExtension {
  buffers: readonly FlatNode[];
  operatorCodes: readonly FlatNode[];
  tensors: readonly FlatNode[];
  operators: readonly FlatNode[];
  /** Tensor numbers of the graph's new outputs; null keeps the old ones. */
  outputs: readonly number[] | null;
}

const NOTHING: ModelExtension = { buffers: [], operatorCodes: [], tensors: [], operators: [], outputs: null };

function appended(owner: FlatTable, index: number, added: readonly FlatNode[]): FlatNode {
  return tables([...owner.tables(index).map(({ position }) => existing(position)), ...added]);
}

/** The fields of `owner` that stay what they are. */
function kept(owner: FlatTable, ...indexes: number[]): Record<number, FlatNode> {
  const found = indexes.flatMap((index) => {
    const position = owner.target(index);
    return position === null ? [] : [[index, existing(position)] as const];
  });
  return Object.fromEntries(found);
}

/** The model with `extension` and with `metadata` (see image-metadata.ts) attached. The old bytes are not changed. */
export function extendModel(bytes: Buffer, metadata: Buffer, extension: ModelExtension = NOTHING): Buffer {
  const { root, graph } = readModel(bytes);
  const buffers = [...extension.buffers, table({ [BUFFER.data]: data(metadata) })];
  const metadataBuffer = root.tables(MODEL.buffers).length + buffers.length - 1;
  const outputs = extension.outputs;
  const newGraph = table({
    ...kept(graph, SUBGRAPH.inputs, SUBGRAPH.outputs, SUBGRAPH.name),
    ...(outputs && { [SUBGRAPH.outputs]: ints(outputs) }),
    [SUBGRAPH.tensors]: appended(graph, SUBGRAPH.tensors, extension.tensors),
    [SUBGRAPH.operators]: appended(graph, SUBGRAPH.operators, extension.operators),
  });
  const entry = table({ [METADATA.name]: text('TFLITE_METADATA'), [METADATA.buffer]: int32(metadataBuffer) });
  const model = table({
    ...kept(root, MODEL.description),
    [MODEL.version]: int32(3),
    [MODEL.operatorCodes]: appended(root, MODEL.operatorCodes, extension.operatorCodes),
    [MODEL.subgraphs]: tables([newGraph]),
    [MODEL.buffers]: appended(root, MODEL.buffers, buffers),
    [MODEL.metadata]: appended(root, MODEL.metadata, [entry]),
  });
  return prependTables(model, 'TFL3', bytes);
}
