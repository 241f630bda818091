import { access, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { CustomScheme, Protocol } from 'electron';
import { bundleFile } from './bundle-file.ts';
import { PERMISSIONS_POLICY, WORKER_POLICY, windowPolicy } from './content-policy.ts';
import { EXAM_SCHEME } from './exam-address.ts';
import type { Step } from './step.ts';

/** What `protocol.registerSchemesAsPrivileged` must be told before the app is ready. */
export const EXAM_SCHEME_PRIVILEGES: CustomScheme = {
  scheme: EXAM_SCHEME,
  privileges: { standard: true, secure: true, supportFetchAPI: true, corsEnabled: true, stream: true },
};

const isWorker = (path: string): boolean => /-worker\.js$/.test(basename(path));

/** Serves the exam bundle in `folder` at `yunkao://exam/`, each answer with its Content-Security-Policy. */
export function examSchemeStep(protocol: Protocol, folder: string, serverOrigin: string): Step {
  return {
    name: 'exam_scheme',
    async perform() {
      await access(join(folder, 'index.html'));
      const registered = protocol.registerBufferProtocol(EXAM_SCHEME, (request, reply) => {
        const file = bundleFile(request.url, folder);
        const found = file ? readFile(file.path) : Promise.reject(new Error('not in the bundle'));
        found.then(
          (data) =>
            reply({
              data,
              mimeType: file?.mimeType ?? '',
              charset: 'utf-8',
              headers: {
                'Content-Security-Policy': isWorker(file?.path ?? '') ? WORKER_POLICY : windowPolicy(serverOrigin),
                'Permissions-Policy': PERMISSIONS_POLICY,
                'X-Content-Type-Options': 'nosniff',
                'Cache-Control': 'no-store',
              },
            }),
          () => reply({ statusCode: 404, data: Buffer.alloc(0), mimeType: 'text/plain' }),
        );
      });
      if (!registered) throw new Error('the scheme is taken');
      return undefined;
    },
    async revert() {
      if (protocol.isProtocolRegistered(EXAM_SCHEME)) protocol.unregisterProtocol(EXAM_SCHEME);
    },
  };
}
