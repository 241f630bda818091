import type { AnswerFileFault } from '../../../../shared/domain/answer-file.ts';
import { defineWords } from '../../../ui/words.ts';

const zhFaults: Record<AnswerFileFault, string> = {
  not_an_answer_file: '这不是答案文件。请考生在考试电脑上找扩展名为 .yunkao 的文件，重新交来。',
  newer_format: '文件由较新版本的考试客户端生成，这台服务器还读不了。请升级服务器后再导入，并保留文件。',
  damaged: '文件不完整，可能没有拷贝完。请考生重新拷贝，或在考试电脑上再保存一份。',
  other_centre: '文件是交给另一台考试服务器的，这里打不开。请核对考试和服务器。',
  attempt_unknown: '这台服务器上没有这名考生的这次考试。请核对考试和服务器。',
  altered:
    '文件保存之后被改动过、在传送中损坏，或者不是用这名考生的登录生成的，不能导入。请考生在考试电脑上再保存一份。',
  content_broken: '文件确由这名考生的登录生成，但里面的作答记录前后不一致，不能导入。请保留文件，交审核员处理。',
  contradicts_stored: '同一条作答记录，文件里的和考试中心已有的不同，不能导入。请保留文件，交审核员处理。',
};
const enFaults: Record<AnswerFileFault, string> = {
  not_an_answer_file:
    'This is not an answer file. Ask the candidate for the file ending in .yunkao on the exam computer.',
  newer_format:
    'A newer exam client made this file; this server cannot read it yet. Keep the file, update the server, import again.',
  damaged:
    'The file is incomplete; perhaps it was not copied to its end. Ask for another copy, or have it saved again.',
  other_centre: 'The file is meant for another exam server and cannot be opened here. Check examination and server.',
  attempt_unknown: 'This server has no such attempt of this candidate. Check examination and server.',
  altered:
    'The file was changed after it was saved, damaged on the way, or not made with this candidate’s sign-in. Have it saved again on the exam computer.',
  content_broken:
    'The file was made with this candidate’s sign-in, but the records in it do not fit together. Keep the file and give it to a reviewer.',
  contradicts_stored:
    'The exam centre holds another record in the place of one of these. Keep the file and give it to a reviewer.',
};

export const answerFilesWords = defineWords(
  {
    title: '答案文件',
    hint: '考试结束时网络一直没有恢复的考生，会把答案存成文件（扩展名 .yunkao）交来。选择文件后先查看，再导入；同一个文件导入两次不会有任何改变。',
    choose: '选择文件…',
    drop: '可以一次选择多个，也可以拖到这里',
    looking: (name: string) => `正在查看 ${name}…`,
    file: '文件',
    whose: '考生',
    claimed: (admissionNo: string) => `文件自称 ${admissionNo}，未能证实`,
    made: '生成时间',
    madeAt: (day: string, clock: string) => `${day} ${clock}`,
    byComputer: '（按考生电脑的时钟）',
    entries: '作答记录',
    total: (count: number) => `共 ${count} 条`,
    known: (count: number) => `考试中心已有 ${count} 条`,
    accepted: (count: number) => `新增 ${count} 条，计入`,
    lateSynced: (count: number) => `新增 ${count} 条，截止前写成、截止后补交，计入`,
    broughtLate: (count: number) => `新增 ${count} 条，截止前写成、文件逾期交来，只存证`,
    refused: (count: number) => `新增 ${count} 条，截止或交卷之后写的，只存证`,
    fenced: (count: number) => `新增 ${count} 条，属于已被新登录取代的登录，只存证`,
    damaged: (count: number) => `考生电脑上有 ${count} 条已损坏，不在文件里`,
    effect: '导入的结果',
    receipt: (session: string, receiptNo: string, before: number, after: number) =>
      `${session} ${receiptNo}：已答 ${before} 题 → ${after} 题`,
    noReceipt: '回执不变',
    tooLate: (until: string, count: number) =>
      `文件应在 ${until} 之前交来，现在已经逾期。导入时 ${count} 条作答全部保存、标为逾期，但不计入成绩。逾期如有正当理由，请在导入后打开“迟到的作答”，裁定计入成绩。`,
    replaced: (count: number) =>
      `这名考生在文件导入以前又登录过，${count} 条作答属于原来的登录：全部保存，但不计入成绩。考生如在保存文件的那台电脑上再登录一次并等到“考试中心已收到”，这些作答会自动带过去；否则请在导入后打开“迟到的作答”核对，报考试中心裁定。`,
    nothingNew: '没有新的内容，导入不会有任何改变',
    take: (count: number) => `导入 ${count} 个文件`,
    taken: '已导入',
    takenNothing: '已导入过，没有任何改变',
    fault: zhFaults,
  },
  {
    title: 'Answer files',
    hint: 'Candidates whose network did not return at the end hand over their answers as a file (ending in .yunkao). Choose files to look first, then import; importing a file twice changes nothing.',
    choose: 'Choose files…',
    drop: 'several at once, or drop them here',
    looking: (name) => `Looking at ${name}…`,
    file: 'File',
    whose: 'Candidate',
    claimed: (admissionNo) => `says it is of ${admissionNo}; not proved`,
    made: 'Made',
    madeAt: (day, clock) => `${day} ${clock}`,
    byComputer: ' (by the candidate’s computer)',
    entries: 'Records',
    total: (count) => `${count} in all`,
    known: (count) => `${count} held already`,
    accepted: (count) => `${count} new: count`,
    lateSynced: (count) => `${count} new, written before the end and handed over after it: count`,
    broughtLate: (count) => `${count} new, written before the end, in a file that came too late: evidence only`,
    refused: (count) => `${count} new, written after the end or the hand-in: evidence only`,
    fenced: (count) => `${count} new, of a sign-in that a later one replaced: evidence only`,
    damaged: (count) => `${count} damaged on the candidate’s computer, not in the file`,
    effect: 'What importing does',
    receipt: (session, receiptNo, before, after) => `${session} ${receiptNo}: ${before} answered → ${after}`,
    noReceipt: 'no receipt changes',
    tooLate: (until, count) =>
      `The file had to be handed over before ${until} and is late. Importing keeps its ${count} entries and marks them as late; they do not count. If there was good reason, open the entries that came late after the import and decide that they count.`,
    replaced: (count) =>
      `This candidate signed in again before the file was imported; ${count} entries are of the earlier sign-in: all are kept, but do not count. If the candidate signs in once more on the computer that made the file and waits for “received by the exam centre”, they are carried over by themselves; otherwise read them after the import, under the entries that came late, and report them for a decision.`,
    nothingNew: 'nothing new: importing changes nothing',
    take: (count) => (count === 1 ? 'Import 1 file' : `Import ${count} files`),
    taken: 'Imported',
    takenNothing: 'Imported before: nothing has changed',
    fault: enFaults,
  },
);
