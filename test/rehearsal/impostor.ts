import { SAME_PERSON_SIMILARITY } from '../../shared/domain/identity.ts';
import { attemptOf, type Day, named } from './candidate.ts';
import { agreeAndReadRules, failIdentity, mistypeIdentity, signIn } from './exam-entry.ts';
import { below, exactly, matching } from './figures.ts';

/** Another face before the camera: three automatic tries, then a proctor, and no paper. */
export async function beRefused(day: Day): Promise<void> {
  const { page } = day.exam;
  const { stage, candidate } = day;
  const told = await mistypeIdentity(page, candidate);
  day.observe(matching(named(day, 'wrong identity number: what was said'), told, /身份证号码/));
  await signIn(page, candidate);
  await agreeAndReadRules(page);
  const { tries, best } = await failIdentity(page);
  day.say(`not recognised in ${tries} tries, best similarity ${best}`);
  await day.screens(page, '13-impostor-pending');
  day.observe(
    exactly(named(day, 'impostor: automatic tries'), tries, 'tries', 3),
    below(named(day, 'impostor: best similarity'), best, 'cosine', SAME_PERSON_SIMILARITY),
  );
  const attemptId = await attemptOf(day);
  const state = async () => (await stage.staff.wall()).find((place) => place.attemptId === attemptId)?.identity ?? null;
  day.observe(exactly(named(day, 'impostor: state at the server'), await state(), 'text', 'manual_pending'));
  await stage.proctor.refuseIdentity(candidate.admissionNo);
  await page.getByText('监考员没有确认你的身份').waitFor();
  await day.screens(page, '14-impostor-refused');
  day.observe(exactly(named(day, 'impostor: after the proctor decided'), await state(), 'text', 'refused'));
  const { checks } = await stage.staff.call('identityChecks', {}, { attemptId });
  day.observe(exactly(named(day, 'impostor: checks with pictures kept for the proctor'), checks.length, 'checks', 3));
}
