/** In which a workbook's headings are written; what is read may have either, mixed. */
export type SheetLanguage = 'zh' | 'en';

/** A column by the headings it may have, the Chinese one first. `required`: the column, and a value in every row. */
export interface Column {
  headings: readonly [zh: string, en: string];
  required: boolean;
  /** In characters, in a workbook that we write. */
  width: number;
}
const column = (zh: string, en: string, width = 14): Column => ({ headings: [zh, en], required: true, width });
const optional = (zh: string, en: string, width = 14): Column => ({ headings: [zh, en], required: false, width });

// biome-ignore format: one line says it
export const OPTION_LETTERS = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J', 'K', 'L', 'M', 'N', 'O', 'P', 'Q', 'R', 'S', 'T'] as const;
/** A table has at most this many columns (see `BlockSchema`). */
// biome-ignore format: one line says it
export const TABLE_COLUMNS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20] as const;

const optionColumns = Object.fromEntries(
  OPTION_LETTERS.map((letter) => [`option${letter}`, optional(`选项${letter}`, `Option ${letter}`, 24)]),
) as Record<`option${(typeof OPTION_LETTERS)[number]}`, Column>;
const tableColumns = Object.fromEntries(
  TABLE_COLUMNS.map((number) => [`column${number}`, optional(`第${number}列`, `Column ${number}`, 18)]),
) as Record<`column${(typeof TABLE_COLUMNS)[number]}`, Column>;

/** Every sheet may have it; nobody reads it but people. */
export const REMARK_HEADINGS = ['备注', 'Remarks'] as const;
export const INSTRUCTION_SHEETS = ['说明', 'Instructions'] as const;

/** The sheets of a paper's workbook; docs/paper-import.md describes them to those who fill them in. */
export const PAPER_SHEETS = {
  paper: {
    names: ['试卷', 'Paper'],
    required: true,
    columns: {
      id: optional('试卷编号', 'Paper id', 24),
      sessionId: optional('场次编号', 'Session id', 20),
      title: column('试卷名称', 'Title', 44),
      rule: column('多选题计分', 'Multiple choice scoring', 16),
      shuffleItems: optional('题目乱序', 'Shuffle items', 12),
      shuffleOptions: optional('选项乱序', 'Shuffle options', 12),
      differenceLimit: optional('评分差异限度', 'Difference limit', 14),
    },
  },
  sections: {
    names: ['大题', 'Sections'],
    required: true,
    columns: {
      id: column('大题编号', 'Section id', 18),
      title: column('大题名称', 'Title', 24),
      component: column('鉴定内容', 'Component'),
      itemType: column('题型', 'Item type'),
      instructions: optional('答题说明', 'Instructions', 60),
    },
  },
  items: {
    names: ['题目', 'Items'],
    required: true,
    columns: {
      id: column('题号', 'Item id', 16),
      sectionId: column('大题编号', 'Section id', 18),
      stimulusId: optional('材料编号', 'Stimulus id', 16),
      form: optional('作答方式', 'Form', 12),
      points: column('分值', 'Points', 8),
      stem: column('题干', 'Stem', 60),
      ...optionColumns,
      optionIds: optional('选项编号', 'Option ids', 16),
      fixedOrder: optional('固定选项顺序', 'Fixed order', 14),
      answer: optional('正确答案', 'Answer', 12),
      rubric: optional('评分标准', 'Rubric', 60),
      unit: optional('单位', 'Unit', 10),
      maxLength: optional('字数上限', 'Maximum length', 12),
      documentId: optional('文件编号', 'Document id', 16),
      formats: optional('论文格式', 'Thesis formats', 16),
      maxMegabytes: optional('论文大小上限MB', 'Thesis megabytes', 18),
      minPages: optional('最少页数', 'Fewest pages', 12),
      maxPages: optional('最多页数', 'Most pages', 12),
    },
  },
  criteria: {
    names: ['评分点', 'Criteria'],
    required: false,
    columns: {
      itemId: column('题号', 'Item id', 16),
      id: optional('评分点编号', 'Criterion id', 18),
      text: column('评分点', 'Criterion', 60),
      points: column('分值', 'Points', 8),
    },
  },
  stimuli: {
    names: ['材料', 'Stimuli'],
    required: false,
    columns: {
      id: column('材料编号', 'Stimulus id', 16),
      title: optional('材料标题', 'Title', 24),
      content: optional('材料内容', 'Content', 80),
    },
  },
  documents: {
    names: ['文件', 'Documents'],
    required: false,
    columns: {
      stimulusId: column('材料编号', 'Stimulus id', 16),
      id: column('文件编号', 'Document id', 16),
      kind: column('文件种类', 'Kind', 12),
      title: column('文件标题', 'Title', 30),
      date: optional('日期', 'Date', 18),
      from: optional('发件人', 'From', 18),
      to: optional('收件人', 'To', 18),
      content: column('文件内容', 'Content', 80),
    },
  },
  tables: {
    names: ['表格', 'Tables'],
    required: false,
    columns: {
      id: column('表格编号', 'Table id', 12),
      caption: optional('表题', 'Caption', 24),
      header: optional('首行为表头', 'First row is header', 14),
      width: optional('列数', 'Column count', 8),
      ...tableColumns,
    },
  },
  pictures: {
    names: ['图片', 'Pictures'],
    required: false,
    columns: {
      id: column('图片编号', 'Picture id', 18),
      picture: optional('图片', 'Picture', 60),
      alt: optional('图片说明', 'Description', 60),
    },
  },
} as const satisfies Record<
  string,
  { names: readonly [string, string]; required: boolean; columns: Record<string, Column> }
>;

export type SheetName = keyof typeof PAPER_SHEETS;
export type ColumnName<Name extends SheetName> = keyof (typeof PAPER_SHEETS)[Name]['columns'] & string;
