import { floats, int8, table, tables, text } from './flatbuffer-node.ts';
import { prependTables } from './flatbuffer-writer.ts';

/** How a picture's bytes become the model's input: (byte - mean) / std, in every channel. */
export interface Normalization {
  mean: number;
  std: number;
}

const IMAGE_PROPERTIES = 2;
const RGB = 1;
const NORMALIZATION_OPTIONS = 1;

/**
 * TensorFlow Lite metadata (schema "M001", metadata_schema.fbs) for a model with one RGB picture as its input.
 * MediaPipe's tasks refuse a model of float input that does not say how to normalise.
 */
export function imageMetadata(name: string, { mean, std }: Normalization, outputs: readonly string[]): Buffer {
  const input = table({
    0: text('image'),
    3: table({ 0: int8(IMAGE_PROPERTIES), 1: table({ 0: int8(RGB) }) }),
    4: tables([table({ 0: int8(NORMALIZATION_OPTIONS), 1: table({ 0: floats([mean]), 1: floats([std]) }) })]),
    5: table({ 0: floats([(255 - mean) / std]), 1: floats([-mean / std]) }),
  });
  const subgraph = table({ 2: tables([input]), 3: tables(outputs.map((output) => table({ 0: text(output) }))) });
  return prependTables(table({ 0: text(name), 3: tables([subgraph]), 7: text('1.0.0') }), 'M001');
}
