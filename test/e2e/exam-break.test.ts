import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { prepare } from '../../build/prepare.ts';
import { EMPTY_CHAIR } from '../rehearsal/exam-camera.ts';
import { handIn } from '../rehearsal/exam-paper.ts';
import type { ExamProcess } from '../rehearsal/exam-process.ts';
import { openPremises, type Premises } from '../rehearsal/premises.ts';
import { type SampleVariant, sampleVariant } from '../rehearsal/sample-variant.ts';
import { expectAccessible } from './accessible.ts';
import { enterPaper } from './exam-candidate.ts';
import { lockdownBegun } from './shell-exam.ts';

/** The second session starts six minutes after the first: the computer is locked again a minute from the beginning. */
const TIMES = { sessionInSeconds: 1, durationSeconds: 60, breakSeconds: 299 };
let sample: SampleVariant;
let premises: Premises;
let exam: ExamProcess;
let dataFolder = '';

beforeAll(async () => {
  const { electron } = await prepare();
  sample = await sampleVariant(['infant-5'], (plan) => ({ ...plan, betweenSessions: 'released' }));
  premises = await openPremises(electron, TIMES, sample.directory);
  dataFolder = await premises.newFolder();
  exam = await premises.openExam(EMPTY_CHAIR, dataFolder);
  const candidate = premises.roster.candidates.find(({ examination }) => examination === 'infant-5');
  if (!candidate) throw new Error('nobody on the sample roster sits infant-5');
  await enterPaper(exam.page, premises, candidate);
});

afterAll(async () => {
  await exam?.close();
  await premises?.close();
  await sample?.remove();
});

describe('[LOCK-1] the break between two sessions, where the examination lets go of the computer', () => {
  it('the computer is locked while the paper lies open', async () => {
    await expect.poll(() => lockdownBegun(dataFolder), { timeout: 20_000 }).not.toEqual([]);
  });

  it('is let go after the hand-in, and the candidate is told until when', async () => {
    await handIn(exam.page, async () => undefined);
    await exam.page.getByRole('heading', { name: '稍事休息，等待下一场' }).waitFor();
    await exam.page.getByText(/电脑已解除锁定，\d\d:\d\d 重新启动/).waitFor();
    await expect.poll(() => lockdownBegun(dataFolder), { timeout: 20_000 }).toEqual([]);
    await expectAccessible(exam.page);
  });

  it('is locked again by itself before the next session', async () => {
    await expect.poll(() => lockdownBegun(dataFolder), { timeout: 90_000 }).not.toEqual([]);
    await exam.page.getByText('已启动').first().waitFor();
    expect(await exam.page.getByText(/电脑已解除锁定/).count()).toBe(0);
  });
});
