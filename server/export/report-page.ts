import { groundText } from '../../shared/domain/case-grounds.ts';
import type { CaseMaterial } from './case-material.ts';
import { type CaseRow, momentText } from './case-rows.ts';
import { EXPORT_WORDS } from './export-words.ts';
import type { RecordingList } from './recording-list.ts';

/** Whose recordings lie in the export from beginning to end. */
export interface RecordedAttempt {
  name: string;
  admissionNo: string;
  list: RecordingList;
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const text = (value: string | number): string => String(value).replace(/[&<>"']/g, (each) => ENTITIES[each] ?? each);
const address = (path: string): string => text(path.split('/').map(encodeURIComponent).join('/'));

const STYLE = `body{margin:2rem auto;max-width:70rem;padding:0 1rem;font:16px/1.6 sans-serif;color:#1d2420}
table{border-collapse:collapse;width:100%}th,td{padding:4px 10px;border-bottom:1px solid #d5d8d1;text-align:left;vertical-align:top}
section{margin-top:2.5rem;break-inside:avoid}img,video{width:300px;max-width:100%;background:#101512}
figure{display:inline-block;margin:0 8px 8px 0}figcaption,.soft{color:#545d57;font-size:14px}.sustained{color:#a3261c;font-weight:700}`;

const nameOf = (path: string): string => path.split('/').at(-1) ?? path;

function caseSection(row: CaseRow, { links, standing }: CaseMaterial): string {
  const steps = links.map(({ at, by, step }) => {
    const verdict =
      'verdict' in step ? `${EXPORT_WORDS[step.verdict]}，${groundText(step.verdict, step.ground, 'zh')}。` : '';
    const said = `${EXPORT_WORDS.step[step.kind]}（${by.name}，${momentText(at)}）：${verdict}${step.text}`;
    return `<li>${text(said)}</li>`;
  });
  const pictures = row.pictures.map(
    (path) =>
      `<figure><img src="${address(path)}" alt="${text(nameOf(path))}" loading="lazy"><figcaption>${text(nameOf(path))}</figcaption></figure>`,
  );
  const clips = row.clips.map(
    (path) =>
      `<figure><video src="${address(path)}" controls preload="none"></video><figcaption>${text(nameOf(path))}</figcaption></figure>`,
  );
  return `<section id="case-${row.number}"><h2>${row.number}. ${text(row.name)} ${text(row.admissionNo)} · ${text(row.kind)}</h2>
<p>${text(row.examination)} ${text(row.session)} · ${text(row.from)} — ${text(row.until)} · <span class="${text(standing.verdict ?? '')}">${text(row.standing)}</span> ${text(row.ground)}</p>
<ol>${steps.join('')}</ol>
${pictures.join('\n')}
${clips.join('\n')}</section>`;
}

/** `2:03:05` */
function lengthText(ms: number): string {
  const seconds = Math.round(ms / 1_000);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${Math.floor(seconds / 3_600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

function recordingsSection(recordings: readonly RecordedAttempt[]): string {
  const words = EXPORT_WORDS.recordings;
  const rows = recordings.flatMap(({ name, admissionNo, list }) =>
    list.files.map(({ path, camera, startedAt, durationMs, gaps }) => {
      const missing = gaps.reduce((sum, gap) => sum + gap.durationMs, 0);
      const cells = [admissionNo, name, EXPORT_WORDS.camera[camera], momentText(startedAt), lengthText(durationMs)];
      const file = `<a href="${address(path)}">${text(nameOf(path))}</a>`;
      return `<tr>${[...cells, lengthText(missing)].map((each) => `<td>${text(each)}</td>`).join('')}<td>${file}</td></tr>`;
    }),
  );
  const leftOut = recordings.reduce((sum, { list }) => sum + list.leftOut.length, 0);
  const head = words.columns.map((each) => `<th>${each}</th>`).join('');
  return `<section id="recordings"><h2>${words.title}</h2>
${rows.length === 0 ? `<p>${words.none}</p>` : `<p class="soft">${words.about}</p><table><thead><tr>${head}</tr></thead><tbody>${rows.join('\n')}</tbody></table>`}
${leftOut > 0 ? `<p>${words.leftOut(leftOut)}</p>` : ''}</section>`;
}

/** The list as a page that needs nothing but the files beside it: no script, nothing from any network. */
export function reportPage(
  cases: readonly { row: CaseRow; material: CaseMaterial }[],
  recordings: readonly RecordedAttempt[],
  madeAt: string,
): string {
  const words = EXPORT_WORDS.columns;
  const head = [words.number, words.admissionNo, words.name, words.kind, words.from, words.standing].map(
    (each) => `<th>${each}</th>`,
  );
  const rows = cases.map(({ row }) => {
    const cells = [row.admissionNo, row.name, row.kind, row.from, row.standing].map((each) => `<td>${text(each)}</td>`);
    return `<tr><td><a href="#case-${row.number}">${row.number}</a></td>${cells.join('')}</tr>`;
  });
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>${EXPORT_WORDS.title}</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src 'self' file:; media-src 'self' file:; style-src 'unsafe-inline'">
<style>${STYLE}</style></head><body><h1>${EXPORT_WORDS.title}</h1>
<p class="soft">${text(EXPORT_WORDS.made(momentText(Date.parse(madeAt)), cases.length))}<br>${EXPORT_WORDS.check}</p>
${cases.length === 0 ? `<p>${EXPORT_WORDS.none}</p>` : `<table><thead><tr>${head.join('')}</tr></thead><tbody>${rows.join('\n')}</tbody></table>`}
${cases.map(({ row, material }) => caseSection(row, material)).join('\n')}
${recordingsSection(recordings)}
</body></html>
`;
}
