import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Two pictures, and whether they show one person. */
export interface Pair {
  x: string;
  y: string;
  same: boolean;
}

/** Cells of a line of CSV; a cell in quotes may hold the separator and doubled quotes. */
function cellsOf(line: string, separator: string): string[] {
  const cells: string[] = [];
  let cell = '';
  let quoted = false;
  for (let at = 0; at < line.length; at += 1) {
    const sign = line[at] ?? '';
    if (sign === '"' && quoted && line[at + 1] === '"') {
      cell += '"';
      at += 1;
    } else if (sign === '"') quoted = !quoted;
    else if (sign === separator && !quoted) {
      cells.push(cell.trim());
      cell = '';
    } else cell += sign;
  }
  return [...cells, cell.trim()];
}

const SAME = new Set(['yes', 'y', 'true', '1', 'same']);
const DIFFERENT = new Set(['no', 'n', 'false', '0', 'different']);

/**
 * Reads `file_x,file_y,Decision`: other columns between them, any case, a byte order mark, quotes, semicolons or tabs and
 * Windows' paths are taken as they come. Throws with the line of what cannot be read.
 */
export function readPairs(csv: string): Pair[] {
  const lines = csv.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);
  const head = lines.findIndex((line) => /file_x/i.test(line));
  if (head === -1) throw new Error('no line with the columns file_x, file_y and Decision');
  const header = lines[head] ?? '';
  const separator = [',', ';', '\t'].find((each) => header.includes(each)) ?? ',';
  const names = cellsOf(header, separator).map((name) => name.toLowerCase());
  const [x, y, decision] = ['file_x', 'file_y', 'decision'].map((name) => {
    const column = names.indexOf(name);
    if (column === -1) throw new Error(`the column ${name} is missing`);
    return column;
  }) as [number, number, number];
  return lines.flatMap((line, index) => {
    if (index <= head || line.trim() === '') return [];
    const cells = cellsOf(line, separator);
    const said = (cells[decision] ?? '').toLowerCase();
    const [first, second] = [cells[x], cells[y]].map((path) => path?.replaceAll('\\', '/'));
    if (!first || !second || (!SAME.has(said) && !DIFFERENT.has(said)))
      throw new Error(`line ${index + 1} is not a pair: ${line}`);
    return [{ x: first, y: second, same: SAME.has(said) }];
  });
}

/** The pairs of a folder of pictures: it holds one list of them. */
export async function pairsIn(folder: string): Promise<Pair[]> {
  const lists = (await readdir(folder)).filter((name) => name.toLowerCase().endsWith('.csv'));
  const [list] = lists;
  if (!list || lists.length > 1) throw new Error(`${folder} holds ${lists.length} CSV files, not one`);
  return readPairs(await readFile(join(folder, list), 'utf8'));
}
