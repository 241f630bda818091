import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { parseDuration } from '../../shared/support/duration.ts';
import { isStunUrl, isTurnUrl } from '../../shared/support/ice-url.ts';
import { SetupError } from '../terminal.ts';

export interface StartOptions {
  /** Absolute path of the one directory that holds everything the exam centre keeps. */
  dataDir: string;
  port: number;
  window: boolean;
  /** When the sample timetable is made, handed to the server as typed; what is absent takes the server's default. */
  timetable: string[];
  /** The server's options about STUN and TURN, as typed. */
  ice: string[];
  /** The server's option about its virus scanner, as typed. */
  scanner: string[];
  /** The server's option about a PostgreSQL database for the rows, as typed. */
  postgres: string[];
  /** The server's option about the file with its evidence key, as typed. */
  evidenceKey: string[];
}

const USAGE = {
  zh: `用法：npm start -- [选项]
  --session-in 时长   首场考试在多久以后开始（如 60s、20m、1h）
  --duration 时长     每场考试多长
  --break 时长        两场之间休息多久
  --entry-after 时长  开考多久以后停止入场（默认到结束）
  --minimum-stay 时长 开考多久以后才能交卷（默认随时）
  --calendar          按考试安排中的日期和时间考试，不从现在排起
  --port 端口         服务端口，默认 8443
  --data 目录         数据目录，默认 ./data
  --evidence-key 文件 证据密钥文件（加密录像、照片和论文），默认为数据目录旁的“数据目录.key”
  --postgres 地址     数据库放在 PostgreSQL 上，如 postgresql://用户:密码@主机/yunkao（默认是数据目录中的文件）
  --stun 地址         STUN 服务器，如 stun:192.0.2.1:3478（可多次）
  --turn 地址         TURN 服务器，如 turn:192.0.2.1:3478?transport=udp（可多次）
  --turn-secret 密钥  与 TURN 服务器共用的密钥（coturn 的 static-auth-secret）
  --scan-command 命令 检查论文的杀毒程序，{file} 处为文件，如 "clamdscan --no-summary {file}"
  --no-window         只启动服务，不打开考试窗口`,
  en: `Usage: npm start -- [options]
  --session-in TIME   when the first session begins, from now (60s, 20m, 1h)
  --duration TIME     how long each session is
  --break TIME        how long the break between two sessions is
  --entry-after TIME  entry closes this long after the start (at the end, if not given)
  --minimum-stay TIME handing in is possible this long after the start (at once, if not given)
  --calendar          sessions on the dates of the timetable instead of from now on
  --port PORT         the server's port, 8443 if not given
  --data DIRECTORY    where the data is kept, ./data if not given
  --evidence-key FILE the key that recordings, pictures and theses are sealed with, DIRECTORY.key if not given
  --postgres URL      rows go to a PostgreSQL database, postgresql://USER:PASSWORD@HOST/yunkao, not to a file in --data
  --stun URL          a STUN server such as stun:192.0.2.1:3478 (may be repeated)
  --turn URL          a TURN server such as turn:192.0.2.1:3478?transport=udp (may be repeated)
  --turn-secret TEXT  the secret shared with the TURN servers (coturn's static-auth-secret)
  --scan-command CMD  the virus scanner for theses, {file} being the file: "clamdscan --no-summary {file}"
  --no-window         start the server only, without the exam window`,
};

function wrong(zh: string, en: string): SetupError {
  return new SetupError(`${zh}\n${USAGE.zh}\n`, `${en}\n${USAGE.en}`);
}

function parse(args: readonly string[]) {
  const duration = { type: 'string' } as const;
  try {
    return parseArgs({
      args: [...args],
      options: {
        'session-in': duration,
        duration,
        break: duration,
        'entry-after': duration,
        'minimum-stay': duration,
        calendar: { type: 'boolean', default: false },
        port: { type: 'string', default: '8443' },
        data: { type: 'string', default: 'data' },
        'evidence-key': { type: 'string' },
        postgres: { type: 'string' },
        stun: { type: 'string', multiple: true, default: [] },
        turn: { type: 'string', multiple: true, default: [] },
        'turn-secret': { type: 'string' },
        'scan-command': { type: 'string' },
        'no-window': { type: 'boolean', default: false },
      },
    }).values;
  } catch (cause) {
    const message = (cause as Error).message.split('. ')[0] ?? '';
    throw wrong(`无法识别的选项：${args.join(' ')}`, message);
  }
}

function iceArguments({ stun, turn, 'turn-secret': secret }: ReturnType<typeof parse>): string[] {
  const given = { stun: stun.flatMap((text) => text.split(',')), turn: turn.flatMap((text) => text.split(',')) };
  const bad = given.stun.find((url) => !isStunUrl(url)) ?? given.turn.find((url) => !isTurnUrl(url));
  if (bad !== undefined) {
    throw wrong(
      `不是 STUN 或 TURN 服务器地址：${bad}，应如 stun:192.0.2.1:3478 或 turn:192.0.2.1:3478?transport=udp`,
      `Not the address of a STUN or TURN server: ${bad}; expected such as stun:192.0.2.1:3478 or turn:192.0.2.1:3478?transport=udp`,
    );
  }
  if (given.turn.length > 0 !== Boolean(secret)) {
    throw wrong('--turn 与 --turn-secret 必须同时使用', '--turn and --turn-secret go together');
  }
  return [
    ...given.stun.flatMap((url) => ['--stun', url]),
    ...given.turn.flatMap((url) => ['--turn', url]),
    ...(secret ? ['--turn-secret', secret] : []),
  ];
}

/** Reads the command line of `npm start`. Throws `SetupError` naming what is wrong and listing the options. */
export function parseStartOptions(args: readonly string[]): StartOptions {
  const values = parse(args);
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw wrong(`--port 应为 0 到 65535：${values.port}`, `--port takes a number from 0 to 65535: ${values.port}`);
  }
  const times = (['session-in', 'duration', 'break', 'entry-after', 'minimum-stay'] as const).flatMap((name) => {
    const duration = values[name];
    if (duration === undefined) return [];
    if (parseDuration(duration) !== null) return [`--${name}`, duration];
    throw wrong(
      `--${name} 应为时长，如 60s、20m、1h：${duration}`,
      `--${name} takes a time such as 60s, 20m, 1h: ${duration}`,
    );
  });
  const timetable = [...times, ...(values.calendar ? ['--calendar'] : [])];
  const { postgres } = values;
  if (postgres !== undefined && !/^postgres(ql)?:\/\//.test(postgres)) {
    // What was typed may hold a password: it is not shown again.
    throw wrong(
      '--postgres 应为数据库地址，如 postgresql://用户:密码@主机/yunkao',
      '--postgres takes the address of a database such as postgresql://USER:PASSWORD@HOST/yunkao',
    );
  }
  const scan = values['scan-command'];
  if (scan !== undefined && !/\S\s.*\{file\}/.test(scan)) {
    throw wrong(
      `--scan-command 应为程序及其参数，其中有 {file}：${scan}`,
      `--scan-command takes a program and its arguments, {file} among them: ${scan}`,
    );
  }
  const evidenceKey = values['evidence-key'];
  return {
    dataDir: resolve(values.data),
    port,
    window: !values['no-window'],
    timetable,
    ice: iceArguments(values),
    scanner: scan === undefined ? [] : ['--scan-command', scan],
    postgres: postgres === undefined ? [] : ['--postgres', postgres],
    evidenceKey: evidenceKey === undefined ? [] : ['--evidence-key', resolve(evidenceKey)],
  };
}
