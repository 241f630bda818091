/** The three occupations of the notice, by the ids the sample plan uses. */
export const OCCUPATIONS = ['hrm', 'infant', 'labour'] as const;
export type Occupation = (typeof OCCUPATIONS)[number];

/** 5 is where one begins (五级/初级工), 1 is the highest (一级/高级技师). */
export const LEVELS = [5, 4, 3, 2, 1] as const;
export type Level = (typeof LEVELS)[number];

export const OCCUPATION_NAMES: Record<Occupation, { zh: string; en: string }> = {
  hrm: { zh: '企业人力资源管理师', en: 'Enterprise human resources manager' },
  infant: { zh: '育婴员', en: 'Infant care worker' },
  labour: { zh: '劳动关系协调员', en: 'Labour relations coordinator' },
};

export const LEVEL_NAMES: Record<Level, { zh: string; trade: string; en: string }> = {
  5: { zh: '五级', trade: '初级工', en: 'level 5' },
  4: { zh: '四级', trade: '中级工', en: 'level 4' },
  3: { zh: '三级', trade: '高级工', en: 'level 3' },
  2: { zh: '二级', trade: '技师', en: 'level 2' },
  1: { zh: '一级', trade: '高级技师', en: 'level 1' },
};

export function occupationNamed(name: string): Occupation | null {
  return OCCUPATIONS.find((id) => Object.values(OCCUPATION_NAMES[id]).includes(name)) ?? null;
}

/** Reads 三级, 高级工, 三级/高级工, 3级 and 3. */
export function levelNamed(name: string): Level | null {
  return (
    LEVELS.find((level) => {
      const { zh, trade, en } = LEVEL_NAMES[level];
      return [zh, trade, `${zh}/${trade}`, `${level}级`, `${level}`, en].includes(name);
    }) ?? null
  );
}
