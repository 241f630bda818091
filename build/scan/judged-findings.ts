import type { JudgedFinding } from './findings.ts';

/** What the scanner says and is none, each with the reason. */
export const JUDGED_FINDINGS: readonly JudgedFinding[] = [
  {
    check: 'CSP_GLOBAL_CHECK',
    file: 'N/A',
    sample: '',
    reason: 'It looks for a meta tag; ours is a header of the scheme (content-policy.ts), tried on the real window.',
  },
  {
    check: 'CERTIFICATE_VERIFY_PROC_JS_CHECK',
    file: 'main.js',
    sample: 'session.setCertificateVerifyProc(',
    reason:
      'It trusts one certificate by its fingerprint where one is named, and else asks Chromium (certificate-pinning.ts).',
  },
  {
    check: 'CERTIFICATE_VERIFY_PROC_JS_CHECK',
    file: 'main.js',
    sample: 'session.setCertificateVerifyProc(null);',
    reason: 'Undoing it at the end gives the check back to Chromium.',
  },
  {
    check: 'PROTOCOL_HANDLER_JS_CHECK',
    file: 'main.js',
    sample: 'const registered = protocol.registerBufferProtocol(EXAM_SCHEME, (request, reply) => {',
    reason: 'Files of the bundle and nothing above it (bundle-file.ts, with tests of its own).',
  },
  {
    check: 'PRELOAD_JS_CHECK',
    file: 'main.js',
    sample: 'preload,',
    reason:
      'One narrow bridge whose every message passes one gate (preload.ts, shell-ipc.ts), tried on the real window.',
  },
];
