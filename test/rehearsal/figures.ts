/** One observed figure: what was seen, what it was held against, and whether that is good enough. */
export interface Figure {
  figure: string;
  value: number | string | null;
  unit: string;
  reference: number | string | null;
  ratio: number | null;
  goal: string;
  holds: boolean;
}

/** `value` against a number it must reach. A figure that was not observed is null and does not hold. */
export function atLeast(figure: string, value: number | null, unit: string, reference: number): Figure {
  return {
    figure,
    value,
    unit,
    reference,
    ratio: value === null || reference === 0 ? null : Math.round((value / reference) * 1000) / 1000,
    goal: `>= ${reference}`,
    holds: value !== null && value >= reference,
  };
}

/** `value` against what it must equal exactly. */
export function exactly(
  figure: string,
  value: number | string | null,
  unit: string,
  reference: number | string,
): Figure {
  return { figure, value, unit, reference, ratio: null, goal: `= ${reference}`, holds: value === reference };
}

export function below(figure: string, value: number | null, unit: string, reference: number): Figure {
  return {
    figure,
    value,
    unit,
    reference,
    ratio: value === null ? null : Math.round((value / reference) * 1000) / 1000,
    goal: `< ${reference}`,
    holds: value !== null && value < reference,
  };
}

/** What has no goal, and so cannot fail; null: there was nothing to count. */
export function observed(figure: string, value: number | null, unit: string): Figure {
  return { figure, value: value ?? '-', unit, reference: null, ratio: null, goal: 'observed', holds: true };
}

/** A text that must have been seen and match. */
export function matching(figure: string, value: string | null, shape: RegExp): Figure {
  return {
    figure,
    value,
    unit: 'text',
    reference: null,
    ratio: null,
    goal: `matches ${shape.source}`,
    holds: value !== null && shape.test(value),
  };
}

/** The same as a table, for people. */
export function table(figures: readonly Figure[]): string {
  const rows = figures.map(({ figure, value, unit, reference, ratio, goal, holds }) => [
    holds ? 'ok' : 'MISSING',
    figure,
    `${value ?? 'not observed'}${unit === 'text' || value === null ? '' : ` ${unit}`}`,
    goal,
    // Against a number that is the goal itself the ratio says nothing new.
    ratio === null || goal.endsWith(String(reference)) ? '' : `${ratio} x ${reference}`,
  ]);
  return columns(rows);
}

/** Rows of five texts, the first four columns as wide as their widest. */
export function columns(rows: readonly (readonly string[])[]): string {
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
