import type { Examination } from '../../shared/contract/views.ts';
import type { SampleAccounts } from './sample-accounts.ts';

export interface Announcement {
  /** Origins under which the exam centre can be reached, the one for this computer first. */
  origins: readonly string[];
  /** SHA-256 of the server's certificate, as hex. */
  fingerprint: string;
  accounts: SampleAccounts;
  examinations: readonly Examination[];
  dataDir: string;
  /** The file with the key that recordings are sealed with. */
  evidenceKey: string;
}

const clock = (at: number): string =>
  new Date(at).toLocaleString('zh-CN', { hour12: false, dateStyle: 'short', timeStyle: 'medium' });

function examinationLines({ occupation, level, sessions }: Examination): string[] {
  const times = sessions.map(({ title, startsAt, endsAt }) => `      ${title}  ${clock(startsAt)} – ${clock(endsAt)}`);
  return [`    ${occupation} ${level}`, ...times];
}

/** Everything that whoever started the exam centre needs next: where to go, with which account, and when. */
export function announcement({
  origins,
  fingerprint,
  accounts,
  examinations,
  dataDir,
  evidenceKey,
}: Announcement): string {
  const candidates = accounts.candidates.map(
    ({ admissionNo, identityNo, name, photo }) =>
      `    ${admissionNo}  ${identityNo}  ${name}  ${photo ? '有照片 · photo' : '无照片，由监考员确认 · no photo, a proctor confirms'}`,
  );
  const staff = accounts.staff.map(({ role, login, password, name }) => `    ${role}  ${login}  ${password}  ${name}`);
  return [
    '',
    '云考已启动  ·  Yunkao is running',
    '',
    '  监考控制台  ·  Console',
    ...origins.map((origin) => `    ${origin}/console/`),
    '  手机第二视角（考生扫码打开）  ·  Phone page (candidates open it by its QR code)',
    ...origins.map((origin) => `    ${origin}/phone/`),
    '  成绩查询  ·  Results page for candidates',
    ...origins.map((origin) => `    ${origin}/results/`),
    '  证书由本机生成，浏览器会提示，请核对后继续  ·  The certificate is self-made: check it, then continue',
    `    SHA-256 ${fingerprint}`,
    '',
    '  考生：准考证号、身份证号、姓名  ·  Candidates: admission number, identity number, name',
    ...candidates,
    '  工作人员：角色、用户名、密码、姓名  ·  Staff: role, login, password, name',
    ...staff,
    '  场次  ·  Sessions',
    ...examinations.flatMap(examinationLines),
    '',
    `  数据目录  ·  Data directory\n    ${dataDir}`,
    `  证据密钥（丢失后录像无法再读，请另存一份）  ·  Evidence key (recordings cannot be read without it: keep a copy apart)\n    ${evidenceKey}`,
    '  按 Ctrl+C 停止  ·  Press Ctrl+C to stop',
    '',
  ].join('\n');
}
