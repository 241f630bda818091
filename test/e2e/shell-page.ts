/** A small exam page for the shell's tests: what a real one can do, in reach of the test. */
import { createFaceEngine } from '../../renderer/analyzers/face-engine.ts';
import type { Finding, ShellBridge } from '../../shared/contract/shell.ts';

declare global {
  interface Window {
    evaluated: boolean;
    shell: ShellBridge;
    findings: Finding[];
    blocked: string[];
    countFaces(): Promise<number>;
    probeWorker(address: string): Promise<{ reached: boolean; evaluated: boolean }>;
  }
}

window.findings = [];
window.blocked = [];
window.shell.on('finding', (finding) => window.findings.push(finding));
document.addEventListener('securitypolicyviolation', (event) => window.blocked.push(event.effectiveDirective));

// At load: what a debugger calls is exempt from the policy.
window.evaluated = true;
try {
  // biome-ignore lint/security/noGlobalEval: that it is refused is what is tested
  // biome-ignore lint/complexity/noCommaOperator: an indirect call, so that the bundler keeps its hands off
  (0, eval)('1');
} catch {
  window.evaluated = false;
}

/** What a worker of the bundle may do: the same attempts from inside one. */
window.probeWorker = (address) =>
  new Promise((resolve, reject) => {
    const worker = new Worker('probe-worker.js');
    worker.onmessage = ({ data }) => resolve(data);
    worker.onerror = (event) => reject(new Error(event.message));
    worker.postMessage(address);
  });

/** Runs the product's face worker, its WebAssembly and models from the bundle, on an empty picture. */
window.countFaces = async () => {
  const engine = createFaceEngine('face-worker.js');
  await engine.ready;
  const bitmap = await createImageBitmap(new ImageData(320, 240));
  const { faces } = await engine.observe(bitmap, performance.now());
  engine.close();
  return faces;
};
