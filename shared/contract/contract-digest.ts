/** What the protocol version stands for, as one hash: used by the version test and by build/contract-lock.ts only. */
import * as z from 'zod';
import { canonicalJson } from '../support/canonical-json.ts';
import { sha256Hex } from '../support/sha256.ts';
import { fileAccess, routeAccess, socketAccess } from './access.ts';
import { RefusalSchema, rawPaths, routes, TusMetadataSchema } from './http.ts';
import { shellEvents, shellRequests } from './shell.ts';
import { candidateSocket, phoneSocket, staffSocket } from './socket.ts';
import { ThesisMetadataSchema } from './thesis.ts';

/**
 * Both faces of a schema as JSON Schema: what may be sent and what arrives. What JSON Schema cannot say
 * (`undefined`, an ArrayBuffer) is named by zod's own type, so that exchanging one for another still shows.
 */
export function describeSchema(schema: z.ZodType): { input: unknown; output: unknown } {
  const face = (io: 'input' | 'output') =>
    z.toJSONSchema(schema, {
      io,
      unrepresentable: 'any',
      override: ({ zodSchema, jsonSchema }) => {
        if (Object.keys(jsonSchema).length === 0) jsonSchema['x-zod'] = zodSchema._zod.def.type;
        jsonSchema.required?.sort();
      },
    });
  return { input: face('input'), output: face('output') };
}

type Named<Value> = Readonly<Record<string, Value>>;

const describeEach = (schemas: Named<z.ZodType>) =>
  Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, describeSchema(schema)]));

const describeRequests = (requests: Named<{ body: z.ZodType; reply: z.ZodType }>) =>
  Object.fromEntries(
    Object.entries(requests).map(([name, { body, reply }]) => [
      name,
      { body: describeSchema(body), reply: describeSchema(reply) },
    ]),
  );

function describeContract(): unknown {
  const http = Object.fromEntries(
    Object.entries(routes).map(([name, { method, path, body, reply }]) => [
      name,
      { method, path, body: describeSchema(body), reply: describeSchema(reply) },
    ]),
  );
  const sockets = [candidateSocket, phoneSocket, staffSocket].map(({ namespace, requests, events }) => ({
    namespace,
    requests: describeRequests(requests),
    events: describeEach(events),
  }));
  return {
    http,
    refusal: describeSchema(RefusalSchema),
    rawPaths,
    access: { routes: routeAccess, files: fileAccess, sockets: socketAccess },
    uploadMetadata: describeSchema(TusMetadataSchema),
    thesisMetadata: describeSchema(ThesisMetadataSchema),
    sockets,
    shell: { requests: describeRequests(shellRequests), events: describeEach(shellEvents) },
  };
}

/** SHA-256 over every message that crosses a process, with its route, caller and direction. */
export function contractDigest(): Promise<string> {
  return sha256Hex(canonicalJson(describeContract()));
}

export const ContractLockSchema = z.object({ version: z.number().int().positive(), digest: z.string() });
export type ContractLock = z.infer<typeof ContractLockSchema>;

/**
 * Whether the recorded lock still holds. `raise_version`: a message changed and the version did not, so that two
 * builds that cannot talk would believe they can. `record`: there is no lock yet, or the version was raised.
 */
export function lockVerdict(recorded: ContractLock | null, now: ContractLock): 'current' | 'record' | 'raise_version' {
  if (!recorded) return 'record';
  if (recorded.version === now.version) return recorded.digest === now.digest ? 'current' : 'raise_version';
  return now.version > recorded.version ? 'record' : 'raise_version';
}
