import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { z } from 'zod';
import { projectPath } from '../project.ts';
import { SetupError } from '../terminal.ts';
import { hasEnded } from './child-end.ts';
import type { StartOptions } from './options.ts';

/** What the server tells whoever forked it. */
const ServerMessageSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('ready'),
    /** The origin for this computer, e.g. `https://127.0.0.1:8443`. */
    origin: z.url(),
    /** SHA-256 of the certificate's DER form, 64 lower-case hex digits. */
    fingerprint: z.string(),
    /** The origins under which other computers and phones reach it. */
    addresses: z.array(z.string()),
  }),
  z.object({ type: z.literal('failed'), reason: z.string() }),
]);
type Ready = Extract<z.infer<typeof ServerMessageSchema>, { type: 'ready' }>;

export interface ExamCentre extends Ready {
  process: ChildProcess;
}

/** Throws `SetupError` when something else already listens on the port; 0 lets the server take any. */
async function requireFreePort(port: number): Promise<void> {
  const probe = createServer();
  try {
    await once(probe.listen(port), 'listening');
  } catch (cause) {
    throw new SetupError(
      `端口 ${port} 已被占用或不可用。请关闭占用它的程序，或换一个端口：npm start -- --port ${port + 1}`,
      `Port ${port} is in use or may not be used. Close the program that has it, or choose another: npm start -- --port ${port + 1}`,
      { cause },
    );
  }
  probe.close();
  await once(probe, 'close');
}

async function readiness(server: ChildProcess): Promise<Ready> {
  const ended = once(server, 'exit').then(([code]) => {
    throw new SetupError(
      `服务未能启动（退出码 ${code}）。原因见上。`,
      `The server could not start (exit code ${code}), see above.`,
    );
  });
  const [received] = await Promise.race([once(server, 'message'), ended]);
  const message = ServerMessageSchema.parse(received);
  if (message.type === 'ready') return message;
  throw new SetupError(`服务未能启动：${message.reason}`, `The server could not start: ${message.reason}`);
}

/** Starts the server as a child process and waits until it serves. Throws `SetupError`. */
export async function startExamCentre({ dataDir, port, timetable }: StartOptions): Promise<ExamCentre> {
  if (port !== 0) await requireFreePort(port);
  const args = ['--data', dataDir, '--port', String(port)];
  const server = fork(
    projectPath('dist/server/main.js'),
    [...args, ...timetable.flatMap(({ flag, duration }) => [flag, duration])],
    { stdio: ['ignore', 'ignore', 'inherit', 'ipc'], execArgv: [] },
  );
  try {
    return { ...(await readiness(server)), process: server };
  } catch (failure) {
    if (!hasEnded(server)) server.kill('SIGTERM');
    throw failure;
  }
}
