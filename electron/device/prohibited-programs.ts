import { z } from 'zod';
import type { DeviceReport } from '../../shared/contract/shell.ts';

const Images = z.array(z.string().min(1));

/** assets/prohibited-programs.json: exact image names, never patterns, never input methods. */
export const ProhibitedListSchema = z.object({
  version: z.string(),
  programs: z.array(
    z.object({
      name: z.object({ zh: z.string().min(1), en: z.string().min(1) }),
      publisher: z.string().min(1),
      class: z.enum(['remote_control', 'messaging', 'capture', 'security_suite']),
      policy: z.enum(['end', 'ask']),
      images: z.object({ win32: Images, darwin: Images, linux: Images }),
    }),
  ),
});
export type ProhibitedList = z.infer<typeof ProhibitedListSchema>;

/** Which of the running images are on the list. Exact names; letter case counts except on Windows. */
export function findProhibited(
  list: ProhibitedList,
  running: ReadonlySet<string>,
  platform: NodeJS.Platform,
): DeviceReport['prohibited'] {
  if (platform !== 'win32' && platform !== 'darwin' && platform !== 'linux') return [];
  const folded = (image: string) => (platform === 'win32' ? image.toLowerCase() : image);
  const present = new Set([...running].map(folded));
  return list.programs.flatMap(({ name, policy, images }) =>
    images[platform].filter((image) => present.has(folded(image))).map((image) => ({ image, name, policy })),
  );
}
