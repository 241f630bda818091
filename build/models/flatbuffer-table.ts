/**
 * Reads one table of a FlatBuffer (flatbuffers.dev, "Internals"): a table starts with the signed distance back to its
 * vtable, whose entries say where each field lies; vectors and sub-tables lie at an unsigned distance ahead.
 */
export class FlatTable {
  constructor(
    readonly bytes: Buffer,
    /** Where the table starts in `bytes`. */
    readonly position: number,
  ) {}

  static root(bytes: Buffer, identifier: string): FlatTable {
    const found = bytes.toString('latin1', 4, 8);
    if (found !== identifier) throw new Error(`not a ${identifier} flatbuffer: its identifier is ${found}`);
    return new FlatTable(bytes, bytes.readUInt32LE(0));
  }

  /** Position of the field's own bytes, or null when the field is absent. */
  field(index: number): number | null {
    const vtable = this.position - this.bytes.readInt32LE(this.position);
    const entry = 4 + 2 * index;
    if (entry >= this.bytes.readUInt16LE(vtable)) return null;
    const offset = this.bytes.readUInt16LE(vtable + entry);
    return offset === 0 ? null : this.position + offset;
  }

  /** Position of what the field points at (a vector's length, a table), or null when the field is absent. */
  target(index: number): number | null {
    const at = this.field(index);
    return at === null ? null : at + this.bytes.readUInt32LE(at);
  }

  int8(index: number): number {
    const at = this.field(index);
    return at === null ? 0 : this.bytes.readInt8(at);
  }

  int32(index: number): number {
    const at = this.field(index);
    return at === null ? 0 : this.bytes.readInt32LE(at);
  }

  table(index: number): FlatTable | null {
    const at = this.target(index);
    return at === null ? null : new FlatTable(this.bytes, at);
  }

  text(index: number): string {
    return this.vectorBytes(index).toString('utf8');
  }

  /** A vector of bytes; empty when absent. A view of the same memory. */
  vectorBytes(index: number): Buffer {
    const at = this.target(index);
    return at === null ? Buffer.alloc(0) : this.bytes.subarray(at + 4, at + 4 + this.bytes.readUInt32LE(at));
  }

  /** Positions of the 4-byte elements of a vector; none when absent. */
  elements(index: number): number[] {
    const at = this.target(index);
    if (at === null) return [];
    return Array.from({ length: this.bytes.readUInt32LE(at) }, (_, element) => at + 4 + 4 * element);
  }

  ints(index: number): number[] {
    return this.elements(index).map((at) => this.bytes.readInt32LE(at));
  }

  floats(index: number): number[] {
    return this.elements(index).map((at) => this.bytes.readFloatLE(at));
  }

  tables(index: number): FlatTable[] {
    return this.elements(index).map((at) => new FlatTable(this.bytes, at + this.bytes.readUInt32LE(at)));
  }
}
