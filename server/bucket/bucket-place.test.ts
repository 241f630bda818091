import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { type BucketPlace, bucketPlace, nameOf, readCredentials } from './bucket-place.ts';

const endpoint = 'https://s3.example.cn';

it('has no bucket unless one is named, with a prefix or without', () => {
  expect(bucketPlace({})).toBeNull();
  const place = bucketPlace({ store: 's3://evidence/north/2026/', 's3-endpoint': endpoint });
  expect(place).toEqual({
    bucket: 'evidence',
    prefix: 'north/2026/',
    endpoint,
    region: 'us-east-1',
    credentials: null,
  });
  expect(nameOf(place as BucketPlace)).toBe('s3://evidence/north/2026/');
  expect(bucketPlace({ store: 's3://evidence', 's3-endpoint': endpoint })?.prefix).toBe('');
});

it.each([
  ['another kind of address', { store: 'https://evidence', 's3-endpoint': endpoint }, 's3://BUCKET/PREFIX'],
  ['a name no bucket may have', { store: 's3://Evidence_1', 's3-endpoint': endpoint }, 's3://BUCKET/PREFIX'],
  ['no address of the service', { store: 's3://evidence' }, '--s3-endpoint'],
  ['an address without a scheme', { store: 's3://evidence', 's3-endpoint': 's3.example.cn:9000' }, '--s3-endpoint'],
  ['a region and no bucket', { 's3-region': 'cn-north-1' }, 'belong to --store'],
])('refuses %s and says what is expected', (_, values, said) => {
  expect(() => bucketPlace(values)).toThrow(said);
});

const place = (credentials: string | null): BucketPlace => ({
  ...{ bucket: 'evidence', prefix: '', endpoint, region: 'us-east-1', credentials },
});

it('takes the credentials from the environment, or from the file that is named and from nowhere else', async () => {
  const environment = { AWS_ACCESS_KEY_ID: 'theirs', AWS_SECRET_ACCESS_KEY: 'their-secret' };
  expect(await readCredentials(place(null), environment)).toEqual({
    accessKeyId: 'theirs',
    secretAccessKey: 'their-secret',
  });
  const directory = await mkdtemp(join(tmpdir(), 'yunkao-credentials-'));
  try {
    const file = join(directory, 'credentials');
    await writeFile(file, '[default]\naws_access_key_id = ours\naws_secret_access_key=our/secret+1=\n');
    expect(await readCredentials(place(file), environment)).toEqual({
      accessKeyId: 'ours',
      secretAccessKey: 'our/secret+1=',
    });
    await writeFile(file, 'aws_secret_access_key = our-secret\n');
    const refusal = await readCredentials(place(file), environment).catch((cause) => cause);
    expect(refusal.message).toContain(file);
    expect(refusal.message).not.toContain('our-secret');
  } finally {
    await rm(directory, { recursive: true });
  }
  await expect(readCredentials(place(join(directory, 'gone')), environment)).rejects.toThrow('ENOENT');
  await expect(readCredentials(place(null), {})).rejects.toThrow('AWS_ACCESS_KEY_ID');
});
