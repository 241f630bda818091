import type { Reason } from '../../shared/support/fault.ts';
import { Fault } from '../../shared/support/fault.ts';
import type { Language } from './words.ts';

type Params = Record<string, string | number>;
type ReasonWords = Record<Reason, (params: Params) => string>;

const clockTime = (value: string | number | undefined): string =>
  typeof value === 'number'
    ? new Date(value).toLocaleTimeString('zh-CN', { hour12: false, timeZone: 'Asia/Shanghai' })
    : '';

const megabytes = (bytes: string | number | undefined): number => Math.floor(Number(bytes) / 1024 / 1024);

const formatNames = (formats: string | number | undefined, separator: string): string =>
  String(formats ?? '')
    .toUpperCase()
    .split(',')
    .join(separator);

/** What each refusal means and what to do next. */
const REASON_WORDS: Record<Language, ReasonWords> = {
  'zh-CN': {
    admission_unknown: () => '没有找到这个准考证号。请对照准考证逐位核对后重新输入。',
    identity_number_malformed: () => '身份证号码格式不对：应为18位，最后一位可以是X。请核对后重新输入。',
    identity_number_mismatch: () => '身份证号码与准考证号不符。请核对两个号码后重新输入。',
    too_many_tries: ({ minutes }) => `尝试次数过多。请等待 ${minutes ?? 10} 分钟后再试，或拨打值班电话。`,
    already_signed_in: ({ since }) =>
      `该考生正在另一台电脑上参加考试${since ? `（${clockTime(since)} 登录）` : ''}。如需改用这台电脑，请选择“在本机继续”，另一台电脑将自动退出，答案不会丢失。`,
    signed_in_elsewhere: () =>
      '你已在另一台电脑上登录，本机不再作答。已保存的答案不会丢失。如非本人操作，请立即拨打值班电话。',
    not_signed_in: () => '登录已失效，请重新登录。已保存的答案不会丢失。',
    not_allowed: () => '当前账号无权进行此操作。',
    protocol_mismatch: () => '考试客户端版本与考试中心不一致。请安装最新版客户端后重试。',
    bad_request: () => '提交的内容不符合要求，请检查后重试。',
    not_found: () => '没有找到所需内容，可能已被移除。',
    consent_missing: () => '请先阅读并同意考试监控说明。',
    identity_unconfirmed: () => '身份尚未确认，暂时不能进入考试。',
    too_early: ({ at }) => `还没有到时间${at ? `，${clockTime(at)} 开放` : ''}，请稍候。`,
    entry_closed: ({ at }) => `本场考试已于${clockTime(at)}停止入场，不能再进入。如有疑问请拨打值班电话。`,
    not_registered: () => '你没有报考这一场次，不能进入或交卷。如与报名时不一致，请拨打值班电话。',
    stay_not_over: ({ at }) => `现在还不能交卷，${clockTime(at)} 起可以交卷。请继续检查答案。`,
    too_late: () => '本场考试已经结束。截止前保存的答案均有效。',
    already_handed_in: () => '本场考试已经交卷。',
    password_wrong: () => '用户名或密码不正确，请重新输入。',
    second_factor_unset: () => '首次登录请先设置手机验证器。',
    code_missing: () => '请输入验证器上的6位数字。',
    code_wrong: () => '验证码不对或已经用过。请等验证器显示下一个数字，核对手机时间后再输入。',
    pairing_expired: () => '二维码已过期。请在考试电脑上点击“换一个二维码”，再用手机重新扫描。',
    pairing_voided: () => '这个二维码已被新的取代。请用手机扫描考试电脑上现在显示的二维码。',
    pairing_used: () => '这个二维码已经用过。请在考试电脑上点击“换一个二维码”，再用手机重新扫描。',
    hash_mismatch: () => '文件校验不一致，系统会自动重新上传。',
    mark_invalid: ({ points }) =>
      `给分不符合要求：应在 0 到 ${points ?? ''} 分之间，最小单位 0.5 分，并等于各评分点之和。请修改后重新提交。`,
    not_assigned: () => '这场考试的阅卷没有分配给你，可能是刚刚改派的。请返回题目列表刷新；有疑问请联系考务人员。',
    response_not_claimed: () => '这份作答保留给你的时间已过，已交给其他阅卷员。这次给分没有保存，请继续阅下一份。',
    response_settled: () => '这份作答的得分已经确定，不能再改。这次给分没有保存，请继续阅下一份。',
    response_changed: () => '这份作答刚刚补传了截止前写下的内容，请按现在的内容重新阅卷。',
    too_large: () => '内容过大，无法提交。',
    file_too_large: ({ maxBytes }) =>
      `文件太大，最多 ${megabytes(maxBytes)} MB。请压缩文档里的图片（Word、WPS：图片格式 → 压缩图片）后重新选择。`,
    file_format: ({ formats }) =>
      `这不是要求的文件格式（${formatNames(formats, '、')}）。请用 Word 或 WPS 打开论文，另存为要求的格式后重新选择；只改文件扩展名没有用。`,
    file_broken: () => '文件已损坏或不完整，无法打开。请在电脑上打开确认内容完整，重新另存一份后再选择。',
    file_encrypted: () => '文件设有密码或编辑、打印限制。请取消密码和限制，重新保存后再选择。',
    file_macros: () => '文件中含有宏，不能接收。请在 Word 或 WPS 中另存为“Word 文档（.docx）”或 PDF 后再选择。',
    file_too_few_pages: ({ pages, limit }) =>
      `文件只有 ${pages} 页，至少要 ${limit} 页。请补充内容后重新选择；如果页数读得不对，请另存为 PDF 后再选择。`,
    file_too_many_pages: ({ pages, limit }) =>
      `文件有 ${pages} 页，最多 ${limit} 页。请删减后重新选择；如果页数读得不对，请另存为 PDF 后再选择。`,
    file_infected: () => '文件中发现病毒，已经删除，没有接收。请先给电脑杀毒，重新保存一份论文后再选择。',
    submission_closed: ({ at }) =>
      `提交已于 ${clockTime(at)} 截止，截止时没有传完的文件不予接收。截止前已经收到的论文仍然有效。如有疑问请拨打值班电话。`,
    storage_full: () => '磁盘空间不足。请清理出至少 1 GB 空间；已保存的答案不受影响。',
    step_before_missing: () => '前一步还没有完成，暂时不能进行这一步。',
    step_done: () => '这一步已经完成，不能重复进行。报名数据如需改动，请提交修改申请。',
    last_day_over: ({ date }) => `已超过截止日期${date ? `（${date}）` : ''}，不能再进行这一步。`,
    still_open: () => '数据上报尚未截止，可以直接更正，不需要提交修改申请。',
    dates_out_of_order: () => '日期顺序不对：上报截止不能晚于缴费截止，缴费截止不能晚于修改申请截止。',
    roster_empty: () => '这一批还没有考生。请先导入报名表。',
    roster_changed: () => '打印承诺书之后报名数据有过改动。请重新打印、签字、扫描后再上传。',
    not_eligible: ({ count }) =>
      `有 ${count ?? ''} 名考生不符合申报条件。请在“资格”表中查看缺少的条件，更正或移除后再承诺。`,
    photos_not_usable: ({ count }) => `有 ${count ?? ''} 张照片不可用或尚未检查。请在“照片”表中更换或检查后再承诺。`,
    identity_in_use: () => '这个身份证号码已用于另一名报考同一职业的考生，请核对。',
    file_kind_wrong: ({ kinds }) => `文件类型不对，应为：${kinds ?? ''}。请重新选择文件。`,
    change_decided: () => '这份修改申请已经处理过。',
    change_needs_another: () => '修改申请不能由提交人自己处理，请由另一位考务人员同意或拒绝。',
    change_outdated: () => '提交申请之后，这一项已经被改成别的内容。请拒绝这份申请，需要时重新提交。',
    change_not_possible: () => '数据锁定后不能再修改报考等级。',
    paper_in_use: () => '该场次即将开始或已经开始，试卷不能再更换。',
    case_not_waiting: () => '这一案件现在不处于这一步，可能刚被他人处理。请刷新后查看。',
    case_needs_another: () => '您已参与过这一案件，这一步须由另一人处理。',
    not_qualified: ({ name }) =>
      `${name ?? '这名监考员'}没有有效的监考资格，不能分配考生。请先在“培训考核”中通过考核，或由考务在“监考资格”中登记。`,
    results_incomplete: ({ unmarked, openCases }) =>
      `还有 ${unmarked ?? 0} 场次没有阅完、${openCases ?? 0} 场次有案件未结，或本次是更正公布：须写明原因才能公布。`,
    challenge_expired: () => '安全验证已过期，请再查询一次。',
    numbers_wrong: () => '准考证号与身份证号码不符。请对照准考证和身份证逐位核对后重新输入。',
    server_error: () => '考试中心暂时出错，请稍候重试。已保存的答案不会丢失。',
    unreachable: () => '连接不上考试中心。请检查网络，必要时切换到手机热点；恢复后可继续。',
  },
  en: {
    admission_unknown: () =>
      'No candidate has this admission number. Check it against your admission card and type it again.',
    identity_number_malformed: () =>
      'The identity number is not valid: it has 18 characters and may end in X. Check it and type it again.',
    identity_number_mismatch: () =>
      'The identity number does not belong to this admission number. Check both and type them again.',
    too_many_tries: ({ minutes }) => `Too many tries. Wait ${minutes ?? 10} minutes, or call the duty desk.`,
    already_signed_in: ({ since }) =>
      `This candidate is sitting the exam on another computer${since ? ` (since ${clockTime(since)})` : ''}. To go on here choose “Continue on this computer”: the other one is closed and no answer is lost.`,
    signed_in_elsewhere: () =>
      'You have signed in on another computer; this one no longer takes answers. What was saved is kept. If it was not you, call the duty desk now.',
    not_signed_in: () => 'Your sign-in has ended. Sign in again; what was saved is kept.',
    not_allowed: () => 'This account may not do that.',
    protocol_mismatch: () =>
      'This exam client and the exam centre have different versions. Install the latest client and try again.',
    bad_request: () => 'What was sent is not acceptable. Check it and try again.',
    not_found: () => 'That could not be found; it may have been removed.',
    consent_missing: () => 'Read and accept the monitoring notice first.',
    identity_unconfirmed: () => 'Your identity is not confirmed yet, so the exam cannot be entered.',
    too_early: ({ at }) => `It is too early${at ? `; it opens at ${clockTime(at)}` : ''}. Please wait.`,
    entry_closed: ({ at }) =>
      `Entry to this session closed at ${clockTime(at)}; it cannot be entered any more. If in doubt call the duty desk.`,
    not_registered: () =>
      'You are not registered for this session: it can neither be entered nor handed in. If you applied for it, call the duty desk.',
    stay_not_over: ({ at }) =>
      `It is too early to hand in; you can from ${clockTime(at)} on. Please check your answers.`,
    too_late: () => 'This session has ended. Every answer saved before the end counts.',
    already_handed_in: () => 'This session has already been handed in.',
    password_wrong: () => 'User name or password is wrong. Type them again.',
    second_factor_unset: () => 'Set up an authenticator before your first sign-in.',
    code_missing: () => 'Type the six digits that your authenticator shows.',
    code_wrong: () =>
      'This code is wrong, or has served before. Wait for the next one, see that your phone’s time is right, and type it.',
    pairing_expired: () => 'This QR code has expired. On the exam computer choose “New QR code” and scan again.',
    pairing_voided: () => 'A newer QR code has replaced this one. Scan the one that the exam computer shows now.',
    pairing_used: () => 'This QR code has been used. On the exam computer choose “New QR code” and scan again.',
    hash_mismatch: () => 'The file arrived damaged; it is being sent again.',
    mark_invalid: ({ points }) =>
      `These points cannot be given: from 0 to ${points ?? ''} in halves, and as much as the criteria add up to. Correct them and give them again.`,
    not_assigned: () =>
      'The marking of this session is not assigned to you, or no longer. Go back to the questions and refresh; ask the organiser.',
    response_not_claimed: () =>
      'This response was kept for you too long and went to another marker. These points were not saved; go on with the next one.',
    response_settled: () =>
      'The points of this response are settled and cannot be changed. These points were not saved; go on with the next one.',
    response_changed: () =>
      'More of this response, written before the deadline, has just arrived. Please mark it as it stands now.',
    too_large: () => 'That is too large to be sent.',
    file_too_large: ({ maxBytes }) =>
      `The file is too large: at most ${megabytes(maxBytes)} MB. Compress the pictures in it (in Word: Picture Format → Compress Pictures) and choose it again.`,
    file_format: ({ formats }) =>
      `This is not a file of the kind asked for (${formatNames(formats, ', ')}). Open it in your word processor, save it in that format and choose it again; renaming it does not help.`,
    file_broken: () =>
      'The file is damaged or incomplete. Open it on this computer, see that all is there, save it anew and choose it again.',
    file_encrypted: () =>
      'The file has a password, or limits editing or printing. Remove that, save it and choose it again.',
    file_macros: () =>
      'The file contains macros and cannot be taken. Save it as a plain Word document (.docx) or as PDF and choose it again.',
    file_too_few_pages: ({ pages, limit }) =>
      `The file has ${pages} pages; at least ${limit} are asked for. Add what is missing and choose it again; if the count is wrong, save it as PDF.`,
    file_too_many_pages: ({ pages, limit }) =>
      `The file has ${pages} pages; at most ${limit} are allowed. Shorten it and choose it again; if the count is wrong, save it as PDF.`,
    file_infected: () =>
      'A virus was found in the file; it was deleted and not taken. Clean this computer, save the thesis anew and choose it again.',
    submission_closed: ({ at }) =>
      `Submission closed at ${clockTime(at)}; a file that had not arrived by then is not taken. What was received before still counts. If in doubt call the duty desk.`,
    storage_full: () => 'The disk is full. Free at least 1 GB; answers already saved are safe.',
    step_before_missing: () => 'The step before has not been taken yet.',
    step_done: () => 'This step has been taken already. To change the roster now, request a change.',
    last_day_over: ({ date }) => `The last day for this${date ? ` (${date})` : ''} is over.`,
    still_open: () => 'Reporting is still open: correct the record directly, no request is needed.',
    dates_out_of_order: () =>
      'The dates do not follow each other: reporting ends first, then payment, then requests for change.',
    roster_empty: () => 'This batch has no candidates yet. Import a roster first.',
    roster_changed: () =>
      'The roster has changed since the declaration was printed. Print, sign and scan it again, then upload it.',
    not_eligible: ({ count }) =>
      `${count ?? ''} candidates do not meet the conditions. See under “Eligibility” what is missing, and correct or remove them first.`,
    photos_not_usable: ({ count }) =>
      `${count ?? ''} photos cannot be used or have not been looked at. Replace or check them under “Photos” first.`,
    identity_in_use: () =>
      'Another candidate for the same occupation has this identity number. Check which of the two is right.',
    file_kind_wrong: ({ kinds }) => `This kind of file cannot be used. Choose one of: ${kinds ?? ''}.`,
    change_decided: () => 'This request has been decided already.',
    change_needs_another: () => 'Whoever made a request cannot decide it: another organiser approves or refuses it.',
    change_outdated: () =>
      'The record has been changed otherwise since the request was made. Refuse it, and request anew if need be.',
    change_not_possible: () => 'The level cannot be changed once the batch is locked.',
    paper_in_use: () => 'This session is about to start or has started: its paper cannot be replaced any more.',
    case_not_waiting: () => 'This case is not at that step now; somebody may just have dealt with it. Load it again.',
    case_needs_another: () => 'You have acted on this case already: this step needs another person.',
    not_qualified: ({ name }) =>
      `${name ?? 'This proctor'} has no valid pass and cannot be given candidates: the test under “Training” comes first, or an organiser records a pass under “Passes”.`,
    results_incomplete: ({ unmarked, openCases }) =>
      `${unmarked ?? 0} sessions are not marked and ${openCases ?? 0} have an open case, or this is a correction: say why it is published all the same.`,
    challenge_expired: () => 'The security check has expired. Please ask once more.',
    numbers_wrong: () =>
      'These two numbers do not belong together. Check both against your admission card and identity card, and type them again.',
    server_error: () => 'The exam centre had an error. Try again shortly; what was saved is kept.',
    unreachable: () =>
      'The exam centre cannot be reached. Check the network or switch to your phone’s hotspot; you can then go on.',
  },
};

/** The words for whatever was thrown. What is not a Fault is logged by the caller and told as a centre error. */
export function reasonText(cause: unknown, language: Language): string {
  const fault = cause instanceof Fault ? cause : new Fault('server_error');
  return REASON_WORDS[language][fault.reason](fault.params);
}
