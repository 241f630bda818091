import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import * as z from 'zod';
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

/** What each refusal to start means for whoever typed the command; the server itself has said it in English. */
function startFailure(reason: string, { port, dataDir, postgres }: StartOptions): SetupError {
  const another = `npm start -- --port ${port + 1}`;
  switch (reason) {
    case 'port_in_use':
      return new SetupError(
        `端口 ${port} 已被其他程序占用。请关闭该程序，或换一个端口：${another}`,
        `Port ${port} is in use by another program. Close it, or choose another port: ${another}`,
      );
    case 'port_refused':
      return new SetupError(
        `当前账户无权使用端口 ${port}。请换一个大于 1023 的端口：npm start -- --port 8443`,
        `This account may not use port ${port}. Choose one above 1023: npm start -- --port 8443`,
      );
    case 'data_in_use':
      if (postgres.length > 0) {
        return new SetupError(
          `另一个服务正在使用数据目录 ${dataDir} 或该数据库（见上）。请先停止它，或用 --data 和 --postgres 另行指定。`,
          `Another server is using the data directory ${dataDir} or the database, see above. Stop it, or name others with --data and --postgres.`,
        );
      }
      return new SetupError(
        `另一个服务正在使用数据目录 ${dataDir}。请先停止它，或用 --data 指定另一个目录。`,
        `Another server is using the data directory ${dataDir}. Stop it, or name another directory with --data.`,
      );
    case 'database_refused':
      return new SetupError(
        '这个 PostgreSQL 数据库不能用，原因见上。改好以后再运行 npm start。',
        'This PostgreSQL database cannot be used, see above. Put it right and run npm start again.',
      );
    case 'evidence_key_refused':
      return new SetupError(
        `数据目录 ${dataDir} 中的录像由另一把证据密钥加密，或密钥文件不可用（见上）。请放回密钥文件 ${dataDir}.key，或用 --evidence-key 指定。`,
        `The recordings in ${dataDir} are sealed with another evidence key, or the key file cannot be used, see above. Put ${dataDir}.key back, or name it with --evidence-key.`,
      );
    default:
      return new SetupError('服务未能启动，原因见上。', 'The server could not start, see above.');
  }
}

async function readiness(server: ChildProcess, options: StartOptions): Promise<Ready> {
  const ended = once(server, 'exit').then(([code]) => {
    throw startFailure(`exit code ${code}`, options);
  });
  const [received] = await Promise.race([once(server, 'message'), ended]);
  const message = ServerMessageSchema.parse(received);
  if (message.type === 'ready') return message;
  throw startFailure(message.reason, options);
}

/** Starts the server as a child process and waits until it serves. Throws `SetupError`. */
export async function startExamCentre(options: StartOptions): Promise<ExamCentre> {
  const { dataDir, port, timetable, ice, scanner, postgres, evidenceKey } = options;
  const args = ['--data', dataDir, '--port', String(port)];
  const given = [...postgres, ...evidenceKey, ...timetable, ...ice, ...scanner];
  const server = fork(projectPath('dist/server/main.js'), [...args, ...given], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    execArgv: [],
  });
  try {
    return { ...(await readiness(server, options)), process: server };
  } catch (failure) {
    if (!hasEnded(server)) server.kill('SIGTERM');
    throw failure;
  }
}
