import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { prepare } from '../../build/prepare.ts';
import { EMPTY_CHAIR } from '../rehearsal/exam-camera.ts';
import { signIn } from '../rehearsal/exam-entry.ts';
import type { ExamProcess } from '../rehearsal/exam-process.ts';
import { openPremises, type Premises } from '../rehearsal/premises.ts';
import type { SampleCandidate } from '../rehearsal/sample-roster.ts';
import { expectAccessible } from './accessible.ts';

let premises: Premises;
let exam: ExamProcess;
let wang: SampleCandidate;

beforeAll(async () => {
  const { electron } = await prepare();
  premises = await openPremises(electron, { sessionInSeconds: 600, durationSeconds: 600, breakSeconds: 5 });
  const [first] = premises.roster.candidates;
  if (!first) throw new Error('the sample roster has no candidate');
  wang = first;
  premises.home.cut();
  exam = await premises.openExam(EMPTY_CHAIR, await premises.newFolder());
});

afterAll(async () => {
  await exam?.close();
  await premises?.close();
});

const alert = () => exam.page.getByRole('alert').first();

describe('the first screen, in the real shell', () => {
  it('says that the exam centre cannot be reached and what to do, and connects again when asked', async () => {
    const { page } = exam;
    const told = '连接不上考试中心。请检查网络，必要时切换到手机热点；恢复后可继续。';
    await page.getByRole('status').getByText(told).waitFor();
    await signIn(page, wang);
    await alert().getByText(told).waitFor();
    await expectAccessible(page);
    premises.home.mend();
    await page.getByRole('button', { name: '重新连接' }).click();
    await page.getByText('已连接考试中心').waitFor();
    await page.getByRole('heading', { name: '考试安排' }).waitFor();
    expect(await page.getByLabel('准考证号').inputValue()).toBe(wang.admissionNo);
  });

  it.each([
    ['a field left empty', { identityNo: '' }, '请先填写这一项。'],
    [
      'an identity number of the wrong form',
      { identityNo: '12345' },
      '身份证号码格式不对：应为18位，最后一位可以是X。请核对后重新输入。',
    ],
    [
      'an admission number that nobody has',
      { admissionNo: 'LD20269999' },
      '没有找到这个准考证号。请对照准考证逐位核对后重新输入。',
    ],
    [
      'the identity number of somebody else',
      { identityNo: '210102199102020001' },
      '身份证号码与准考证号不符。请核对两个号码后重新输入。',
    ],
  ])('says what is wrong with %s and what to do', async (_, typed, told) => {
    await signIn(exam.page, { ...wang, ...typed });
    await exam.page.getByRole('alert').getByText(told).waitFor();
    await expectAccessible(exam.page);
  });

  it('lets the candidate in with the right numbers afterwards, typed with spaces and full-width digits', async () => {
    const identityNo = wang.identityNo.replace(/^(\d{6})(\d{8})/, '$1 $2 ').replace(/7$/, '７');
    await signIn(exam.page, { ...wang, admissionNo: ` ${wang.admissionNo} `, identityNo });
    await exam.page.getByRole('heading', { name: '考试监控知情同意' }).waitFor();
    await exam.page.getByText(wang.name).waitFor();
  });
});
