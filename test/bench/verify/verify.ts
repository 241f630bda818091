import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ensureModels } from '../../../build/models/main.ts';
import { cosineSimilarity, SAME_PERSON_SIMILARITY } from '../../../shared/domain/identity.ts';
import type { Figure } from '../../rehearsal/figures.ts';
import { withFacePage } from '../face-page.ts';
import { quantile } from '../quantile.ts';
import { errorRates, type Scored } from './error-rates.ts';
import { pairsIn } from './pair-list.ts';
import type { TakenTemplate } from './verify-page.ts';

/** Templates by picture, as the exam window takes them; null where the browser reads no picture. */
async function takeTemplates(folder: string, names: readonly string[]): Promise<Map<string, TakenTemplate | null>> {
  await ensureModels();
  return withFacePage({ script: 'test/bench/verify/verify-page.ts', pictures: folder }, async (page) => {
    console.log(`Chromium ${page.context().browser()?.version()}`);
    const taken = new Map<string, TakenTemplate | null>();
    for (const name of names) {
      taken.set(name, await page.evaluate((path) => window.takeTemplate(path), name));
      if (taken.size % 50 === 0) console.log(`${taken.size} of ${names.length} pictures`);
    }
    return taken;
  });
}

const named = (what: string, names: readonly string[]): void => {
  if (names.length > 0) console.log(`${what} (${names.length}): ${names.join(', ')}`);
};

const rounded = (value: number): number | null => (Number.isNaN(value) ? null : Math.round(value * 10_000) / 10_000);

function observed(figure: string, value: number | string | null, unit: string): Figure {
  return { figure, value, unit, reference: null, ratio: null, goal: 'observed', holds: value !== null };
}

/**
 * How well the exam window's own pipeline tells people apart: pictures and a CSV `file_x,file_y,Decision` in `folder`. A pair
 * one of whose faces was not found counts as refused, like a candidate whom the camera does not find.
 */
export async function benchVerify(folder: string): Promise<Figure[]> {
  const base = resolve(folder);
  const listed = await pairsIn(base);
  const absent = [...new Set(listed.flatMap(({ x, y }) => [x, y]))].filter((name) => !existsSync(join(base, name)));
  named('missing files, their pairs are left out', absent);
  const pairs = listed.filter(({ x, y }) => !absent.includes(x) && !absent.includes(y));
  const names = [...new Set(pairs.flatMap(({ x, y }) => [x, y]))];
  const taken = await takeTemplates(base, names);
  const unreadable = names.filter((name) => taken.get(name) === null);
  const faceless = names.filter((name) => taken.get(name)?.template === null);
  named('not readable as a picture', unreadable);
  named('no face found, or several alike', faceless);
  const scored: Scored[] = pairs.map(({ x, y, same }) => {
    const [one, other] = [taken.get(x)?.template, taken.get(y)?.template];
    return { same, similarity: one && other ? cosineSimilarity(one, other) : -1 };
  });
  const { equalError, equalAt, acceptedAt } = errorRates(scored);
  const [percent, permille] = [acceptedAt(0.01), acceptedAt(0.001)];
  const of = (kind: boolean): number[] =>
    scored.filter(({ same }) => same === kind).map(({ similarity }) => similarity);
  const [same, different] = [of(true), of(false)];
  const shipped = (values: readonly number[]): number =>
    values.filter((value) => value >= SAME_PERSON_SIMILARITY).length / values.length;
  // The first one pays for compiling the models.
  const times = names.slice(1).flatMap((name) => taken.get(name)?.ms ?? []);
  return [
    observed('pairs compared', pairs.length, `${same.length} same, ${different.length} different`),
    observed('EER', rounded(equalError), `share, at similarity ${rounded(equalAt)}`),
    observed('TAR at FAR 1 %', rounded(percent.share), `share, from similarity ${rounded(percent.similarity)}`),
    observed('TAR at FAR 0.1 %', rounded(permille.share), `share, from similarity ${rounded(permille.similarity)}`),
    observed(`TAR as shipped, from ${SAME_PERSON_SIMILARITY}`, rounded(shipped(same)), 'share'),
    observed(`FAR as shipped, from ${SAME_PERSON_SIMILARITY}`, rounded(shipped(different)), 'share'),
    observed('faces not found', faceless.length, `of ${names.length} pictures`),
    observed('pictures missing or unreadable', absent.length + unreadable.length, 'files'),
    observed('a face, p50', rounded(quantile(times, 0.5)), 'ms'),
    observed('a face, p95', rounded(quantile(times, 0.95)), 'ms'),
  ];
}
