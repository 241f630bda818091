import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import * as z from 'zod';
import { parsePropertyList } from './property-list.ts';

const run = promisify(execFile);
const LIMITS = { timeout: 20_000, maxBuffer: 16_000_000 };

/** A display as `system_profiler` describes it, in its own words. */
const DisplaySchema = z.object({
  _name: z.string().default(''),
  spdisplays_connection_type: z.string().default(''),
  spdisplays_display_type: z.string().default(''),
  spdisplays_mirror: z.string().default(''),
  spdisplays_virtualdevice: z.string().default(''),
  spdisplays_online: z.string().default('spdisplays_yes'),
});
export type ProfiledDisplay = z.infer<typeof DisplaySchema>;

const ProfileSchema = z.tuple([
  z.object({ _items: z.array(z.object({ spdisplays_ndrvs: z.array(DisplaySchema).default([]) })) }),
]);

/** The displays in use, of all graphics cards. */
export const displaysOf = (propertyList: string): ProfiledDisplay[] =>
  ProfileSchema.parse(parsePropertyList(propertyList))[0]
    ._items.flatMap(({ spdisplays_ndrvs }) => spdisplays_ndrvs)
    .filter(({ spdisplays_online }) => spdisplays_online === 'spdisplays_yes');

/** Takes a second: not for a look every now and then. */
export const profiledDisplays = async (): Promise<ProfiledDisplay[]> =>
  displaysOf((await run('/usr/sbin/system_profiler', ['SPDisplaysDataType', '-xml'], LIMITS)).stdout);

/** `MacBookPro14,1`; in a virtual machine its maker's name. */
export const computerModel = async (): Promise<string> =>
  (await run('/usr/sbin/sysctl', ['-n', 'hw.model'], LIMITS)).stdout.trim();

/** A setting as `defaults read` prints it; empty where it was never set. */
export const setting = (domain: string, key: string): Promise<string> =>
  run('/usr/bin/defaults', ['read', domain, key], LIMITS).then(
    ({ stdout }) => stdout.trim(),
    () => '',
  );
