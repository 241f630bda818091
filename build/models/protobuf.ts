/** A field of a protobuf message: a number as it stands, or the bytes of what it holds. */
export interface ProtoField {
  number: number;
  value: number | Buffer;
}

const [VARINT, EIGHT_BYTES, BYTES, FOUR_BYTES] = [0, 1, 2, 5];

/** The fields of a message in their order (protobuf.dev, "Encoding"). Numbers beyond 2^53 are not told apart. */
export function protoFields(message: Buffer): ProtoField[] {
  const fields: ProtoField[] = [];
  let at = 0;
  const varint = (): number => {
    let [value, place] = [0, 1];
    for (;;) {
      const byte = message.readUInt8(at);
      at += 1;
      value += (byte & 0x7f) * place;
      if (byte < 0x80) return value;
      place *= 128;
    }
  };
  const bytes = (length: number): Buffer => {
    if (at + length > message.length) throw new Error('a protobuf field reaches beyond its message');
    const part = message.subarray(at, at + length);
    at += length;
    return part;
  };
  while (at < message.length) {
    const key = varint();
    const [number, type] = [Math.floor(key / 8), key % 8];
    if (type === VARINT) fields.push({ number, value: varint() });
    else if (type === BYTES) fields.push({ number, value: bytes(varint()) });
    else if (type === FOUR_BYTES) fields.push({ number, value: bytes(4) });
    else if (type === EIGHT_BYTES) fields.push({ number, value: bytes(8) });
    else throw new Error(`protobuf wire type ${type}`);
  }
  return fields;
}
