/** What a FlatBuffer is made of, before it has places: see flatbuffer-writer.ts. */
export type FlatNode =
  | { kind: 'table'; fields: Readonly<Record<number, FlatField>> }
  | { kind: 'tables'; members: readonly FlatNode[] }
  | { kind: 'numbers'; type: 'i32' | 'f32'; values: readonly number[] }
  | { kind: 'bytes'; bytes: Buffer; align: number }
  | { kind: 'existing'; position: number };

export type FlatField = FlatNode | { kind: 'scalar'; type: 'i8' | 'i32'; value: number };

export type NewNode = Exclude<FlatNode, { kind: 'existing' }>;

export const table = (fields: Readonly<Record<number, FlatField>>): FlatNode => ({ kind: 'table', fields });
export const tables = (members: readonly FlatNode[]): FlatNode => ({ kind: 'tables', members });
export const ints = (values: readonly number[]): FlatNode => ({ kind: 'numbers', type: 'i32', values });
export const floats = (values: readonly number[]): FlatNode => ({ kind: 'numbers', type: 'f32', values });
/** Tensor data: TensorFlow Lite wants it on a 16-byte boundary. */
export const data = (bytes: Buffer): FlatNode => ({ kind: 'bytes', bytes, align: 16 });
export const text = (value: string): FlatNode => ({ kind: 'bytes', bytes: Buffer.from(value), align: 4 });
/** A table or vector of the old buffer, by its position there. */
export const existing = (position: number): FlatNode => ({ kind: 'existing', position });
export const int8 = (value: number): FlatField => ({ kind: 'scalar', type: 'i8', value });
export const int32 = (value: number): FlatField => ({ kind: 'scalar', type: 'i32', value });
