/** The few things that are asked of an S3-compatible service. */
import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { digestOf } from '../disk/arrived-file.ts';
import type { StoredFile } from '../services/ports.ts';
import { type BucketPlace, type Credentials, nameOf } from './bucket-place.ts';
import { BucketRefused, BucketUnreachable } from './bucket-refused.ts';

const CONNECT_MS = 3_000;
/** Nothing came or went for so long. */
const SILENT_MS = 20_000;
/** Whoever asks whether it is there is not kept longer. */
const LOOK_MS = 5_000;
/** A range that is cut goes on where it was, so often without a byte in between. */
const READ_TRIES = 3;
/** So many are deleted at a time. */
const AT_ONCE = 8;

export interface Bucket {
  /** What lies in the file from `from` on; the service has verified its hash when the promise resolves. */
  put(key: string, file: string, from: number): Promise<void>;
  /** Fails with the code ENOENT when it is not there. */
  open(key: string): Promise<StoredFile>;
  /** Also those that are not there. */
  remove(keys: readonly string[]): Promise<void>;
  /** Throws `BucketRefused` where it cannot be used, `BucketUnreachable` where nobody answers. */
  check(): Promise<void>;
}

const statusOf = (cause: unknown): number | undefined =>
  (cause as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode;

function refusal(place: BucketPlace, cause: unknown): BucketRefused {
  const [name, status] = [nameOf(place), statusOf(cause)];
  const { bucket, endpoint } = place;
  if (status === 404)
    return new BucketRefused(
      `${endpoint} 上没有存储桶 ${bucket}（${name}）：请先建立，本程序不会自行建立`,
      `there is no bucket ${bucket} at ${endpoint} (${name}): make it first, it is never made for you`,
      { cause },
    );
  if (status === 401 || status === 403)
    return new BucketRefused(
      `${endpoint} 拒绝了存储桶 ${bucket} 的访问凭据：请检查凭据、权限、--s3-region 和本机时间`,
      `${endpoint} refused the credentials for the bucket ${bucket}: check them, their rights, --s3-region and this computer's clock`,
      { cause },
    );
  const why = status ?? (cause as { code?: string }).code ?? (cause as Error).name;
  return new BucketUnreachable(
    `连接不上存储桶 ${bucket} 所在的 ${endpoint}（${why}）：请检查地址和网络`,
    `the bucket ${bucket} cannot be reached at ${endpoint} (${why}): check the address and the network`,
    { cause },
  );
}

/** Its client is loaded by whoever has a bucket, and by nobody else. */
export async function openBucket(place: BucketPlace, credentials: Credentials): Promise<Bucket> {
  const { DeleteObjectCommand, GetObjectCommand, HeadBucketCommand, HeadObjectCommand, PutObjectCommand, S3Client } =
    await import('@aws-sdk/client-s3');
  const { bucket: Bucket, endpoint, region } = place;
  // It would print a warning to the operator that versions after the pinned one need a newer Node.
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true';
  const client = new S3Client({
    ...{ endpoint, region, credentials, forcePathStyle: true },
    // Checksums in trailers are Amazon's own; the hash that is signed with the request every service knows.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    maxAttempts: 2,
    // What fails is thrown, and logged with its reason by whoever asked.
    logger: { trace() {}, debug() {}, info() {}, warn() {}, error() {} },
    requestHandler: { connectionTimeout: CONNECT_MS, socketTimeout: SILENT_MS },
  });

  async function send(key: string, file: string, from: number, sha256: string, bytes: number): Promise<void> {
    const Body = createReadStream(file, { start: from });
    const command = new PutObjectCommand({ Bucket, Key: key, Body, ContentLength: bytes });
    command.middlewareStack.add(
      (next) => (args) => {
        (args.request as { headers: Record<string, string> }).headers['x-amz-content-sha256'] = sha256;
        return next(args);
      },
      { step: 'build', name: 'hashOfBody' },
    );
    try {
      await client.send(command);
    } finally {
      Body.destroy();
    }
  }

  async function range(key: string, from: number, until: number): Promise<Readable> {
    const { Body } = await client.send(new GetObjectCommand({ Bucket, Key: key, Range: `bytes=${from}-${until - 1}` }));
    return Body as Readable;
  }

  return {
    async put(key, file, from) {
      const { sha256, bytes } = await digestOf(createReadStream(file, { start: from }));
      // Once more where no answer came: a line that lay idle may have been closed. What was refused stays refused.
      await send(key, file, from, sha256, bytes).catch((cause) => {
        if (statusOf(cause) !== undefined) throw cause;
        return send(key, file, from, sha256, bytes);
      });
    },
    async open(key) {
      const { ContentLength: bytes = 0 } = await client
        .send(new HeadObjectCommand({ Bucket, Key: key }))
        .catch((cause) => {
          if (statusOf(cause) !== 404) throw cause;
          throw Object.assign(new Error(`${key} is not in the bucket`, { cause }), { code: 'ENOENT' });
        });
      return {
        bytes,
        async *read(from, until) {
          for (let at = from, tries = 1; at < until; tries += 1) {
            try {
              for await (const piece of await range(key, at, until)) {
                at += piece.length;
                tries = 0;
                yield piece;
              }
              if (at < until) throw new Error(`${key} was cut off`);
            } catch (cause) {
              if (statusOf(cause) !== undefined || tries >= READ_TRIES) throw cause;
            }
          }
        },
        close: async () => undefined,
      };
    },
    async remove(keys) {
      const waiting = keys.values();
      const next = async () => {
        for (const Key of waiting) await client.send(new DeleteObjectCommand({ Bucket, Key }));
      };
      await Promise.all(Array.from({ length: AT_ONCE }, next));
    },
    async check() {
      const abortSignal = AbortSignal.timeout(LOOK_MS);
      await client.send(new HeadBucketCommand({ Bucket }), { abortSignal }).catch((cause) => {
        throw refusal(place, cause);
      });
    },
  };
}
