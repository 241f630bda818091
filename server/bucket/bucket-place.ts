import { readFile } from 'node:fs/promises';
import { BucketRefused } from './bucket-refused.ts';

/** A bucket as the command line names it. */
export interface BucketPlace {
  bucket: string;
  /** Before every name in the bucket; empty, or with a slash at its end. */
  prefix: string;
  endpoint: string;
  region: string;
  /** File with the credentials, as the programs of S3 write it; null: the environment has them. */
  credentials: string | null;
}

export interface Credentials {
  accessKeyId: string;
  secretAccessKey: string;
}

/** The options by which the server and its commands are told of a bucket. */
export const BUCKET_OPTIONS = {
  store: { type: 'string' },
  's3-endpoint': { type: 'string' },
  's3-region': { type: 'string' },
  's3-credentials': { type: 'string' },
} as const;

export const BUCKET_USAGE = '[--store s3://BUCKET/PREFIX --s3-endpoint URL [--s3-region R] [--s3-credentials FILE]]';

/** What a bucket is called where it is spoken of: no address, no secret. */
export const nameOf = ({ bucket, prefix }: BucketPlace): string => `s3://${bucket}/${prefix}`;

const isHttp = (text: string) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);

/** Null: the data directory has everything. Throws `BucketRefused`. */
export function bucketPlace(values: { [Option in keyof typeof BUCKET_OPTIONS]?: string | undefined }) {
  const { store, 's3-endpoint': endpoint, 's3-region': region, 's3-credentials': credentials } = values;
  if (store === undefined) {
    if (endpoint ?? region ?? credentials)
      throw new BucketRefused(
        '--s3-endpoint、--s3-region、--s3-credentials 要与 --store s3://存储桶/前缀 一起使用',
        '--s3-endpoint, --s3-region and --s3-credentials belong to --store s3://BUCKET/PREFIX',
      );
    return null;
  }
  const [, bucket, prefix = ''] = /^s3:\/\/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:\/([\w./-]*))?$/.exec(store) ?? [];
  if (!bucket)
    throw new BucketRefused(`--store ${store}：应为 s3://存储桶/前缀`, `--store ${store}: expected s3://BUCKET/PREFIX`);
  if (!endpoint || !isHttp(endpoint))
    throw new BucketRefused(
      '--store 还需要 --s3-endpoint：S3 服务的地址，如 https://s3.example.cn',
      '--store needs --s3-endpoint, the address of the S3 service, such as https://s3.example.cn',
    );
  const place: BucketPlace = {
    ...{ bucket, endpoint, region: region ?? 'us-east-1', credentials: credentials ?? null },
    prefix: prefix === '' ? '' : `${prefix.replace(/\/+$/, '')}/`,
  };
  return place;
}

/** From the file, where one was named, else from the environment. Throws `BucketRefused`, which does not repeat them. */
export async function readCredentials({ credentials }: BucketPlace, environment = process.env): Promise<Credentials> {
  const text =
    credentials === null
      ? null
      : await readFile(credentials, 'utf8').catch((cause: { code?: string }) => {
          throw new BucketRefused(
            `无法读取 --s3-credentials ${credentials}（${cause.code}）`,
            `--s3-credentials ${credentials} cannot be read (${cause.code})`,
          );
        });
  const given = (name: string) =>
    text === null
      ? environment[name.toUpperCase()]
      : new RegExp(`^\\s*${name}\\s*=\\s*(\\S+)\\s*$`, 'm').exec(text)?.[1];
  const [accessKeyId, secretAccessKey] = [given('aws_access_key_id'), given('aws_secret_access_key')];
  if (!accessKeyId || !secretAccessKey)
    throw new BucketRefused(
      `缺少存储桶的访问凭据：${credentials ?? '环境变量 AWS_ACCESS_KEY_ID 和 AWS_SECRET_ACCESS_KEY'}`,
      credentials === null
        ? 'the bucket needs AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY in the environment'
        : `${credentials} must name aws_access_key_id and aws_secret_access_key`,
    );
  return { accessKeyId, secretAccessKey };
}
