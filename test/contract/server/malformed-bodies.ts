import * as z from 'zod';

/** What JSON Schema says of a value; only what is read here. */
interface Shape {
  type?: string;
  const?: unknown;
  enum?: unknown[];
  anyOf?: Shape[];
  oneOf?: Shape[];
  allOf?: Shape[];
  properties?: Record<string, Shape>;
  items?: Shape;
  minItems?: number;
  pattern?: string;
  minimum?: number;
  exclusiveMinimum?: number;
  minLength?: number;
}

/** One of them fits each of the contract's patterns. */
const TEXTS = ['x', '0'.repeat(64), '2020-09-27', 'AAAA', '/9j/4AAQ', '08:30', 'a@b.c', ''];

/** A value that the schema takes, or nearly: what is looked at after the shape must be reached, too. */
function sample(shape: Shape): unknown {
  if (shape.const !== undefined) return shape.const;
  if (shape.enum) return shape.enum[0];
  const choice = shape.anyOf?.[0] ?? shape.oneOf?.[0] ?? shape.allOf?.[0];
  if (choice) return sample(choice);
  switch (shape.type) {
    case 'object':
      return Object.fromEntries(Object.entries(shape.properties ?? {}).map(([key, each]) => [key, sample(each)]));
    case 'array':
      return Array.from({ length: Math.max(1, shape.minItems ?? 0) }, () => sample(shape.items ?? {}));
    case 'string': {
      const fits = new RegExp(shape.pattern ?? '', 'u');
      return TEXTS.find((text) => fits.test(text) && text.length >= (shape.minLength ?? 0)) ?? 'x';
    }
    case 'number':
    case 'integer':
      return Math.max(1, shape.minimum ?? 1, (shape.exclusiveMinimum ?? 0) + 1);
    case 'boolean':
      return true;
    default:
      return null;
  }
}

/** A value that this schema takes, or nearly. */
const sampleOf = (schema: z.ZodType): unknown =>
  sample(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', reused: 'inline' }) as Shape);

const nested = (depth: number): unknown => {
  let value: unknown = 'deep';
  for (let level = 0; level < depth; level += 1) value = level % 2 === 0 ? [value] : { value };
  return value;
};

/** What no field should have, or what should do no harm in one. */
export const HOSTILE: readonly unknown[] = [
  ...[null, true, '', ' ', [], {}, [[]], -1, 0, 0.5, 1e308, 2 ** 53, -(2 ** 63)],
  ...['\u0000', 'a\u0000b', '\ud800', '\u202e', '__proto__', 'constructor', 'NaN', '2026-02-30'],
  ...['../../../../etc/passwd', '..\\..\\server.log', '%2e%2e%2f', '/etc/passwd', "'; drop table entry; --"],
  ...['<script>alert(1)</script>', '=cmd|calc', 'f'.repeat(64), '0'.repeat(63), '😀'.repeat(300)],
  'x'.repeat(100_000),
  Array.from({ length: 2_000 }, () => null),
  nested(2_000),
  JSON.parse('{"__proto__": {"admin": true}, "constructor": 1}'),
];

type Path = (string | number)[];

function pathsOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, each]) => pathsOf(each, [...path, key]))];
}

/** With another value at this place; without the place where the value is undefined. */
function withAt(value: unknown, [key, ...rest]: Path, other: unknown): unknown {
  if (key === undefined) return other;
  const copy = Array.isArray(value) ? [...value] : { ...(value as object) };
  const fields = copy as Record<string | number, unknown>;
  if (rest.length === 0 && other === undefined) delete fields[key];
  else fields[key] = withAt(fields[key], rest, other);
  return copy;
}

const drawn = <Member>(members: readonly Member[], random: () => number): Member =>
  members[Math.floor(random() * members.length)] as Member;

/** So many bodies for this schema: one that fits, each field missing once, and hostile values in drawn places. */
export function malformed(schema: z.ZodType, count: number, random: () => number): unknown[] {
  const fits = sampleOf(schema);
  const paths = pathsOf(fits);
  const bodies: unknown[] = [fits];
  for (const path of paths.slice(1)) bodies.push(withAt(fits, path, undefined));
  while (bodies.length < count) bodies.push(withAt(fits, drawn(paths, random), drawn(HOSTILE, random)));
  return bodies;
}

/** What is no JSON of any shape, with the type it claims to be. */
export const NOT_JSON: readonly { type: string; body: string | Buffer }[] = [
  { type: 'application/json', body: '{' },
  { type: 'application/json', body: '{"a":1' },
  { type: 'application/json', body: '' },
  { type: 'application/json', body: '"text"' },
  { type: 'application/json', body: 'null' },
  { type: 'application/json', body: '[1,2]' },
  { type: 'application/json', body: '{"__proto__":{"a":1}}' },
  { type: 'application/json', body: '{"constructor":{"prototype":{"a":1}}}' },
  { type: 'application/json', body: Buffer.from([0xff, 0xfe, 0x00, 0x7b]) },
  { type: 'application/json', body: '['.repeat(50_000) },
  { type: 'application/json', body: `${'[{"a":'.repeat(20_000)}1${'}]'.repeat(20_000)}` },
  { type: 'application/json; charset=utf-7', body: '+AHs-' },
  { type: 'text/xml', body: '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>' },
  { type: 'multipart/form-data; boundary=x', body: '--x\r\ncontent-disposition: form-data; name="../a"\r\n\r\n' },
  { type: 'no type at all', body: '{}' },
];

/** In the place of what a path names. */
export const HOSTILE_NAMES = [
  ...['..%2f..%2f..%2fserver.log', '..%5c..%5cserver.log', '%2e%2e', '%00', 'a%00b', '%ff', '%E0%A4%A'],
  ...['__proto__', 'constructor', "'%20or%201=1--", 'x'.repeat(90), 'x'.repeat(5_000), '%F0%9F%98%80'],
];
