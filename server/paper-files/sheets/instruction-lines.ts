import type { SheetLanguage } from './paper-sheets.ts';

const LINES: Record<SheetLanguage, readonly string[]> = {
  zh: [
    '试卷模板说明（本表不导入）',
    '一个工作簿是一个场次的一份试卷。带 * 的列必须填写。第一行是列名，列的顺序可以改变，列名不能改。任何一张表都可以加一列“备注”。',
    '不要合并单元格，不要用公式（请“选择性粘贴 → 数值”）。长文字在单元格内按 Alt+Enter 换行。',
    '【试卷】只填一行。“场次编号”可以不填；填了就必须是所选的场次，以防导错。多选题计分：全部选对得分、少选得一半、少选按比例得分；选错一律不得分。',
    '【大题】每个大题一行。一个大题只能有一种题型：单项选择题、多项选择题、判断题、案例选择题、简答题、计算题、综合题、案例分析题、文件筐、论文。',
    '【题目】每题一行，按大题内的顺序排列。题号不能重复。案例选择题、综合题要填“作答方式”（单选、多选；文字、计算）。',
    '　选择题：选项从 A 列起连续填写；正确答案写 A 或 AC。判断题：正确答案写“正确”或“错误”。',
    '　简答、计算、综合、案例分析、文件筐、论文：填“评分标准”；各评分点写在【评分点】，其分值之和等于该题分值。',
    '　计算：“单位”是结果的单位。文件筐：“材料编号”“文件编号”指明处理哪一份文件，可选的处理决定写在选项 A、B、C……',
    '【材料】几道题共用的案例。【文件】文件筐里的文件，种类：邮件、备忘录、表格、日历。',
    '【表格】同一编号的各行组成一张表。在题干、材料、文件的文字中写 [[表:T1]]，表格就出现在那里。',
    '【图片】每张图片一行：把 PNG 或 JPEG 图片放在该行（左上角落在该行内），写上编号和说明。在文字或选项中写 [[图:P1]]，图片就出现在那里。',
    '　要在某处改用别的说明，写 [[图:P1|这里的说明]]。要让 [[ 原样显示，在前面加反斜杠：\\[[表:T1]]。',
    '各表中的示例可以删除；示例包含每一种题型。',
  ],
  en: [
    'How to fill in the paper (this sheet is not imported)',
    'One workbook is the paper of one session. Columns with * must be filled in. The first row holds the headings; their order may change, their names may not. Any sheet may have a column "Remarks".',
    'Merge no cells and use no formulas (paste values instead). Alt+Enter breaks a line inside a cell.',
    '[Paper] One row. "Session id" may stay empty; if it is there it must be the chosen session, so that no paper lands in the wrong one. Multiple choice scoring: exact, half, share; a wrong option always costs all points.',
    '[Sections] One row each, with one item type: single choice, multiple choice, true or false, case choice, short answer, calculation, comprehensive, case analysis, in-basket, thesis.',
    '[Items] One row each, in their order within the section. Ids are unique. Case choice and comprehensive items name their form (single choice, multiple choice; text, calculation).',
    '  Choice: options from column A on without a gap; the answer is A or AC. True or false: the answer is true or false.',
    '  Written work: a rubric; its criteria stand in [Criteria], and their points add up to those of the item.',
    '  Calculation: the unit is that of the result. In-basket: stimulus and document say what is handled; the decisions to choose from stand in options A, B, C…',
    '[Stimuli] Cases that several items are about. [Documents] What lies on the desk of an in-basket: mail, memo, table, calendar.',
    '[Tables] Rows with the same id make one table. Write [[table:T1]] in a stem, stimulus or document where it belongs.',
    '[Pictures] One row each: place a PNG or JPEG on that row (its upper left corner inside it), with an id and a description. Write [[picture:P1]] in a text or an option where it belongs.',
    '  For another description in one place write [[picture:P1|words for here]]. A backslash keeps [[ as it is: \\[[table:T1]].',
    'The examples may be deleted; there is one of every type.',
  ],
};

export const instructionLines = (language: SheetLanguage): readonly string[] => LINES[language];
