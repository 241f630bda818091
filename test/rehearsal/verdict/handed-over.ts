import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import ExcelJS from 'exceljs';
import type { Browser, Page } from 'playwright-core';
import { projectPath } from '../../../build/project.ts';
import { RECORDING_LIST, type RecordingList } from '../../../server/export/recording-list.ts';
import { atLeast, exactly, type Figure } from '../figures.ts';
import { decodeRecording } from '../recording.ts';
import { type Deed, deeds } from './judge.ts';

const run = promisify(execFile);
/** A name that no network knows: what is asked of it is answered from the export. */
const FOLDER = 'http://export.invalid';
/** As the provincial centre reads them in the list. */
const LISTED: Record<Deed, string> = { multiple_people: '出现他人', no_face: '离座' };

const order = async (script: string, ...args: string[]): Promise<string> =>
  (await run(process.execPath, ['--import', 'tsx', projectPath('server/export', script), ...args])).stdout.trim();

/** Every row of the list as text by heading. */
async function rowsOf(file: string): Promise<Record<string, string>[]> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(file);
  const sheet = workbook.worksheets[0];
  if (!sheet) return [];
  // ExcelJS counts from 1 and leaves the first place empty.
  const cells = (row: number) => Array.from(sheet.getRow(row).values as unknown[], String).slice(1);
  const headings = cells(1);
  return Array.from({ length: Math.max(0, sheet.rowCount - 1) }, (_, index) =>
    Object.fromEntries(cells(index + 2).map((value, at) => [headings[at] ?? '', value])),
  );
}

/** Whether each camera of the candidate is there from beginning to end, and plays as long as its list says it lasts. */
async function wholeRecordings(page: Page, to: string, admissionNo: string): Promise<Figure[]> {
  const list = JSON.parse(await readFile(join(to, admissionNo, RECORDING_LIST), 'utf8')) as RecordingList;
  const played = await Promise.all(
    list.files.map(({ path }) => decodeRecording(page, `${FOLDER}/${path}`, null).catch(() => null)),
  );
  const broken = list.files.filter(({ durationMs }, index) => {
    const { width = 0, seconds = 0 } = played[index] ?? {};
    return width === 0 || Math.abs(seconds - durationMs / 1_000) > 1;
  });
  const parts = list.files.reduce((sum, file) => sum + file.parts.length, 0);
  return [
    exactly('export: cameras as whole recordings', new Set(list.files.map(({ camera }) => camera)).size, 'cameras', 2),
    exactly(`export: whole recordings that do not play, of ${list.files.length}`, broken.length, 'files', 0),
    exactly(`export: segments in no whole recording, beside ${parts}`, list.leftOut.length, 'segments', 0),
  ];
}

/**
 * Hands over what was reported while the server runs, by the commands of the product; checks that it verifies by itself, that
 * the list names each deed of the candidate, and that pictures and clips are there and can be looked at.
 */
export async function handOver(
  browser: Browser,
  dataDir: string,
  to: string,
  { admissionNo }: { admissionNo: string },
): Promise<Figure[]> {
  const told = await order('export-main.ts', '--data', dataDir, '--to', to);
  const verified = await order('verify-main.ts', to);
  const rows = await rowsOf(join(to, 'list.xlsx'));
  const figures = [
    exactly(
      'export: verifies by itself',
      /^All \d+ files of \d+ cases/.test(verified) ? 'yes' : verified,
      'text',
      'yes',
    ),
    atLeast('export: files of a whole camera', Number(/(\d+) whole recordings/.exec(told)?.[1] ?? 0), 'files', 2),
    exactly(
      'export: rows of anybody else',
      rows.filter((row) => !Object.values(row).includes(admissionNo)).length,
      'rows',
      0,
    ),
  ];
  const context = await browser.newContext();
  await context.addInitScript('globalThis.__name = (named) => named');
  const page = await context.newPage();
  await page.route(`${FOLDER}/**`, (route) => {
    const path = decodeURIComponent(new URL(route.request().url()).pathname);
    return path === '/'
      ? route.fulfill({ contentType: 'text/html', body: '<!doctype html>' })
      : route.fulfill({ path: join(to, path) });
  });
  await page.goto(`${FOLDER}/report.html`);
  const clips = await page.locator('video').evaluateAll((videos) => videos.map((video) => video.getAttribute('src')));
  const seen = page.locator('img');
  for (const picture of await seen.all()) await picture.scrollIntoViewIfNeeded();
  const shown = await seen.evaluateAll(
    (pictures) => pictures.filter((picture) => (picture as HTMLImageElement).naturalWidth > 0).length,
  );
  await page.goto(`${FOLDER}/`);
  let playable = 0;
  for (const clip of clips) {
    const { width, seconds } = await decodeRecording(page, `${FOLDER}/${clip}`, null);
    if (width > 0 && seconds > 0) playable += 1;
  }
  const whole = await wholeRecordings(page, to, admissionNo);
  await context.close();
  const texts = rows.map((row) => Object.values(row).join(' '));
  return [
    ...figures,
    ...deeds.map((deed) =>
      exactly(
        `export: cases listed as ${LISTED[deed]}`,
        texts.filter((text) => text.includes(LISTED[deed])).length,
        'rows',
        1,
      ),
    ),
    atLeast('export: pictures that are shown', shown, 'pictures', 2 * deeds.length),
    atLeast('export: clips of both cameras', clips.length, 'clips', 2 * deeds.length),
    exactly('export: clips that do not play', clips.length - playable, 'clips', 0),
    ...whole,
  ];
}
