import { describe, expect, it } from 'vitest';
import { FlatTable } from './flatbuffer-table.ts';
import { imageMetadata } from './image-metadata.ts';
import { withSingleBatch } from './single-batch.ts';
import { smallModel } from './small-model.fixture.ts';
import { BUFFER, extendModel, METADATA, MODEL, OPERATOR, readModel, SUBGRAPH, TENSOR } from './tflite-model.ts';

describe('extendModel', () => {
  const old = smallModel();
  const extended = extendModel(old, imageMetadata('name', { mean: 127.5, std: 128 }, ['out']));
  const { root, graph } = readModel(extended);

  it('attaches metadata under the name MediaPipe looks for', () => {
    const [entry] = root.tables(MODEL.metadata);
    expect(entry?.text(METADATA.name)).toBe('TFLITE_METADATA');
    const metadata = root.tables(MODEL.buffers)[entry?.int32(METADATA.buffer) ?? -1]?.vectorBytes(BUFFER.data);
    const subgraph = FlatTable.root(metadata ?? Buffer.alloc(8), 'M001').tables(3)[0];
    const normalization = subgraph?.tables(2)[0]?.tables(4)[0]?.table(1);
    expect(normalization?.floats(0)).toEqual([127.5]);
    expect(normalization?.floats(1)).toEqual([128]);
  });

  it('keeps the graph and the bytes of the old model', () => {
    expect(extended.subarray(extended.length - old.length)).toEqual(old);
    const before = readModel(old).graph;
    for (const field of [SUBGRAPH.inputs, SUBGRAPH.outputs]) expect(graph.ints(field)).toEqual(before.ints(field));
    expect(graph.tables(SUBGRAPH.tensors).map((tensor) => tensor.text(TENSOR.name))).toEqual(
      before.tables(SUBGRAPH.tensors).map((tensor) => tensor.text(TENSOR.name)),
    );
  });
});

describe('withSingleBatch', () => {
  const model = smallModel();
  const { root, graph } = readModel(withSingleBatch(model));
  const tensors = graph.tables(SUBGRAPH.tensors);

  it('turns a leading 2 into 1 in what is computed, not in weights', () => {
    expect(tensors.map((tensor) => tensor.ints(TENSOR.shape))).toEqual([[1, 8], [2, 4], [2], [1, 2, 4]]);
  });

  it('changes the target of a RESHAPE in its constant and in its options', () => {
    const constant = root.tables(MODEL.buffers)[tensors[2]?.int32(TENSOR.buffer) ?? -1];
    expect(constant?.vectorBytes(BUFFER.data).readInt32LE(0)).toBe(1);
    expect(graph.tables(SUBGRAPH.operators)[0]?.table(OPERATOR.options)?.ints(0)).toEqual([1, 2, 4]);
  });

  it('leaves the given bytes alone', () => {
    expect(model).toEqual(smallModel());
  });
});
