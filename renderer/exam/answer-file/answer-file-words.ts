import { defineWords } from '../../ui/words.ts';

export const answerFileWords = defineWords(
  {
    title: '网络一直没有恢复？可以把答案存成文件交给考试中心',
    lead: '答案已经完整保存在这台电脑上。请按下面的步骤做，考试中心收到文件后会导入你的答案，截止时间之前的作答全部有效。',
    steps: [
      '把 U 盘插到这台电脑上。没有 U 盘时，可以先存到桌面，拿到 U 盘后再保存一份。',
      '点“保存答案文件”，选择 U 盘，再点“保存”。',
    ] as readonly string[],
    bring: (phone: string, until: string | null) =>
      `拨打值班电话 ${phone} 说明情况，${until === null ? '按考试中心规定的时间' : `在 ${until} 之前`}把文件交到考试中心：带 U 盘去，或用能上网的手机、电脑发送。`,
    goesOn: '请不要关闭这个窗口。网络一恢复，答案会自动发送；得到回执号之后，就不用再交文件。',
    sealed:
      '文件已加密，只有考试中心能打开；内容一旦改动，文件就会作废。考试中心确认收到之前，请不要在别的电脑上登录考试。',
    save: '保存答案文件',
    again: '再保存一份',
    dialog: '保存答案文件：请选择 U 盘',
    savedTitle: '答案文件已保存',
    savedTo: (path: string) => `位置：${path}`,
    savedNext: '请先安全弹出 U 盘再拔下，然后把文件交到考试中心。',
    trouble: {
      cancelled: '还没有保存：没有选择位置。需要时请再点一次“保存答案文件”。',
      full: '没有保存成功：所选位置空间不足。请删除 U 盘里不用的文件，或换一个 U 盘，再保存一次。',
      refused: '没有保存成功：所选位置不能写入，U 盘可能打开了写保护。请换到桌面或另一个 U 盘，再保存一次。',
      gone: '没有保存成功：找不到所选位置，U 盘可能松动了。请重新插好，再保存一次。',
      failed: '没有保存成功。请换到桌面或另一个 U 盘再试一次；仍不行请拨打值班电话，不要关闭这个窗口。',
    },
    leftTitle: '这台电脑上存有还没有交到考试中心的答案',
    leftWho: (name: string, admissionNo: string, examination: string) => `${name}（${admissionNo}），${examination}`,
    leftLead:
      '请先恢复网络再登录，答案会自动发送。考试已经结束、网络又一直不能恢复时，可以把答案存成文件交给考试中心。',
    leftHow: '网络不能恢复时怎么做',
  },
  {
    title: 'No network any more? You can hand your answers over as a file',
    lead: 'Your answers are complete on this computer. Follow these steps; the exam centre imports them from the file, and everything you wrote before the end counts.',
    steps: [
      'Put a USB stick into this computer. If you have none, save to the desktop first, and another copy when you have one.',
      'Press “Save the answer file”, choose the stick, and press “Save”.',
    ],
    bring: (phone, until) =>
      `Call the duty desk, ${phone}, and hand the file over ${until === null ? 'within the time the exam centre names' : `before ${until}`}: bring the stick, or send the file from a phone or computer that is online.`,
    goesOn:
      'Keep this window open. As soon as the network is back your answers are sent by themselves; once you have a receipt number no file is needed.',
    sealed:
      'The file is encrypted: only the exam centre can open it, and any change makes it void. Do not sign in on another computer before the exam centre has confirmed it.',
    save: 'Save the answer file',
    again: 'Save another copy',
    dialog: 'Save the answer file: choose the USB stick',
    savedTitle: 'The answer file is saved',
    savedTo: (path) => `Place: ${path}`,
    savedNext: 'Eject the stick before you pull it out, then hand the file over to the exam centre.',
    trouble: {
      cancelled: 'Nothing is saved yet: no place was chosen. Press “Save the answer file” again when you want to.',
      full: 'Not saved: there is not enough room. Delete what you do not need on the stick or take another one, and save again.',
      refused:
        'Not saved: nothing may be written there; the stick may be write-protected. Choose the desktop or another stick, and save again.',
      gone: 'Not saved: the place is not there any more; the stick may be loose. Put it in again and save again.',
      failed:
        'Not saved. Try the desktop or another stick; if that fails, call the duty desk and keep this window open.',
    },
    leftTitle: 'This computer holds answers that have not reached the exam centre',
    leftWho: (name, admissionNo, examination) => `${name} (${admissionNo}), ${examination}`,
    leftLead:
      'Get back online and sign in first: your answers are then sent by themselves. If the exam is over and the network does not return, you can hand them over as a file.',
    leftHow: 'What to do when the network does not return',
  },
);
