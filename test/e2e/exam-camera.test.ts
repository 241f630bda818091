import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { prepare } from '../../build/prepare.ts';
import { projectPath } from '../../build/project.ts';
import { ensureChromium } from '../../build/runtimes/chromium.ts';
import { ensureFilms } from '../films/films.ts';
import { filmCamera, NO_CAMERA, REFUSED } from '../rehearsal/exam-camera.ts';
import { agreeAndReadRules, signIn } from '../rehearsal/exam-entry.ts';
import { paperOpens } from '../rehearsal/exam-paper.ts';
import type { ExamProcess } from '../rehearsal/exam-process.ts';
import { openPremises, type Premises } from '../rehearsal/premises.ts';
import type { SampleCandidate } from '../rehearsal/sample-roster.ts';
import { expectAccessible } from './accessible.ts';
import { beConfirmed, confirmIdentity, eventsOf, leaveExam, proceedAnyway } from './exam-candidate.ts';
import { newDataFolder } from './shell-exam.ts';

let premises: Premises;
let film: string;
let sample: string;
let exam: ExamProcess | null = null;

/** The product's examination, but the registered photo of the first candidate shows nobody. */
async function sampleWithAnEmptyPhoto(): Promise<string> {
  const folder = await newDataFolder();
  await cp(projectPath('assets/sample'), folder, { recursive: true });
  await cp(projectPath('.cache/pictures/nobody.jpg'), join(folder, 'photos/LD20260001.jpg'));
  return folder;
}

beforeAll(async () => {
  const { electron } = await prepare();
  ({ LD20260001: film } = await ensureFilms(await ensureChromium(), ['LD20260001']));
  sample = await sampleWithAnEmptyPhoto();
  premises = await openPremises(electron, { sessionInSeconds: 1, durationSeconds: 1200, breakSeconds: 5 }, sample);
});

afterEach(async () => {
  await exam?.close();
  exam = null;
});
afterAll(async () => {
  await premises?.close();
  if (sample) await rm(sample, { recursive: true });
});

/** Signs in a candidate of the roster, up to the identity check. */
async function comeToIdentity(index: number, camera: readonly string[]): Promise<[ExamProcess, SampleCandidate]> {
  const candidate = premises.roster.candidates[index];
  if (!candidate) throw new Error(`the sample roster has no candidate ${index + 1}`);
  exam = await premises.openExam(camera, await premises.newFolder());
  await signIn(exam.page, candidate);
  await agreeAndReadRules(exam.page);
  await exam.page.getByRole('heading', { name: '身份核验' }).waitFor();
  return [exam, candidate];
}

/** Writes down every address that is asked for from now on by whatever runs in the window, let or not. */
async function noteAddresses({ app }: ExamProcess): Promise<() => Promise<string[]>> {
  const noted = await app.evaluateHandle(({ session }) => {
    const addresses: string[] = [];
    const { webRequest } = session.defaultSession;
    webRequest.onSendHeaders(({ url }) => addresses.push(url));
    webRequest.onErrorOccurred(({ url }) => addresses.push(url));
    return addresses;
  });
  return () => noted.evaluate((addresses) => addresses);
}

const kinds = async (candidate: SampleCandidate) =>
  (await eventsOf(premises.staff, candidate.admissionNo)).map(({ kind }) => kind);

describe('[LOCK-3] never a dead end before the camera', () => {
  it('refused: says how to allow it; a proctor confirms, and the candidate goes on to the paper', async () => {
    const [{ page }, li] = await comeToIdentity(1, REFUSED);
    const told = page.getByRole('alert').filter({ hasText: '摄像头没有被允许使用' });
    await told.getByText(/Windows：打开“设置 → 隐私 → 相机”.*macOS：打开“系统设置 → 隐私与安全性/).waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: '重新连接摄像头' }).click();
    await told.waitFor();
    await beConfirmed(page, premises.staff, li.admissionNo);

    await page.getByRole('heading', { name: '设备检测' }).waitFor();
    for (const device of ['camera', 'microphone']) {
      const row = page.locator(`[data-check=${device}][data-result=failed]`);
      await row.getByText('没有被允许使用。请在系统设置的隐私选项中允许云考使用，然后重新检测。').waitFor();
    }
    expect(await proceedAnyway(page)).toEqual(['摄像头', '麦克风', '手机第二视角']);
    await paperOpens(page, 30_000);
    await page.getByText('摄像头画面中断').waitFor();
    // [VIO-2] Watched from there on.
    await expect
      .poll(() => kinds(li), { timeout: 15_000 })
      .toEqual(expect.arrayContaining(['camera_off', 'microphone_off']));

    const asked = (await eventsOf(premises.staff, li.admissionNo)).find(({ kind }) => kind === 'identity_tried');
    expect(asked?.detail).toMatchObject({ verdict: 'manual', note: 'no_camera: refused' });
  });

  it('missing: says how to plug one in; the device check lets on knowingly; [CAM-1] leaving reports the hole', async () => {
    const [{ page }, zhang] = await comeToIdentity(2, NO_CAMERA);
    const told = page.getByRole('alert').filter({ hasText: '没有找到摄像头' });
    await told.getByText('请插好外接摄像头，或打开笔记本电脑的摄像头开关和遮挡盖。').waitFor();
    await expectAccessible(page);
    await beConfirmed(page, premises.staff, zhang.admissionNo);

    await page.locator('[data-check=camera][data-result=failed]').getByText('没有找到设备。').waitFor();
    expect(await proceedAnyway(page)).toEqual(['摄像头', '手机第二视角']);
    await paperOpens(page, 30_000);
    await expectAccessible(page);

    await leaveExam(page);
    await expect.poll(() => kinds(zhang), { timeout: 10_000 }).toContain('recording_gap');
    const events = await eventsOf(premises.staff, zhang.admissionNo);
    expect(events.find(({ kind }) => kind === 'device_checked')?.detail.failed).toContain('camera');
    expect(events.find(({ kind }) => kind === 'recording_gap')?.detail).toMatchObject({
      camera: 'front',
      cause: 'camera_missing',
    });
  });

  it('a registered photo without a face goes to a proctor, with the picture just taken; [SEC-2] to the centre alone', async () => {
    const [shown, wang] = await comeToIdentity(0, filmCamera(film));
    const { page } = shown;
    const addresses = await noteAddresses(shown);
    await page.getByText('监考员正在确认你的身份').waitFor({ timeout: 90_000 });
    await page.getByText('自动比对没有通过，或无法自动比对。').waitFor();
    await expectAccessible(page);
    const attemptId = await premises.staff.attemptOf(wang.admissionNo);
    const { checks } = await premises.staff.call('identityChecks', {}, { attemptId });
    expect(checks).toMatchObject([{ kind: 'verification', verdict: 'manual', livenessPassed: true, decision: null }]);
    expect(checks[0]?.livePictureId).toBeTruthy();

    await confirmIdentity(premises.staff, wang.admissionNo);
    await page.getByRole('heading', { name: '设备检测' }).waitFor();
    expect(await proceedAnyway(page)).toEqual(['手机第二视角']);
    await paperOpens(page, 30_000);
    // The analysers looked and compared meanwhile, and the paper came.
    const places = (await addresses()).filter((url) => /^(https?|wss?):/.test(url)).map((url) => new URL(url).host);
    expect(new Set(places)).toEqual(new Set([`127.0.0.1:${premises.home.port}`]));
  });
});
