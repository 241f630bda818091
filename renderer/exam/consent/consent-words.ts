import { defineWords } from '../../ui/words.ts';

export const consentWords = defineWords(
  {
    title: '考试监控知情同意',
    lead: '为保证考试公平，考试全程录像录音。同意之前，摄像头和麦克风不会启用。',
    what: '采集什么',
    whatItems: [
      '你的面部图像：与报名照片比对，确认是本人参加考试。',
      '电脑摄像头画面和麦克风声音：从进入候考到最后一次交卷，连续录制。',
      '手机第二视角画面：你的侧后方、桌面和房间环境，考试期间实时传送给监考员。',
      '考试电脑的状态：切换窗口、弹窗、外接屏幕和被禁止的程序名称。',
    ],
    who: '谁能看到',
    whoItems: ['本场监考员；对疑似违纪进行复核的考务人员。', '不会公开，不会用于考试以外的任何用途。'],
    kept: '保存多久',
    keptFor: (days: number) =>
      `照片和录像加密保存在考试中心，最后一场考试结束 ${days} 天后自动删除；违纪认定或申诉尚未办结的，办结后删除。`,
    keptItems: ['用于比对的面部特征值只在比对时使用，不保存。', '本机上的录像加密存放，考试中心确认收到后立即删除。'],
    home: '请提前收起不希望被拍到的物品，并告知家人不要进入房间。',
    agree: '我已阅读并同意',
    decline: '不同意',
    declinedTitle: '你选择了不同意',
    declinedBody:
      '没有采集任何图像和声音。在线考试必须全程监控，不同意则不能在线参加本场考试。你可以返回重新选择，或拨打值班电话咨询其他安排。',
    back: '返回重新选择',
  },
  {
    title: 'Consent to being recorded',
    lead: 'To keep the exam fair it is recorded throughout. Camera and microphone stay off until you agree.',
    what: 'What is recorded',
    whatItems: [
      'Your face: compared with the photo you registered, to confirm that it is you.',
      'Picture and sound of this computer: without a break from the waiting room to your last hand-in.',
      'The phone’s second view: you from behind at the side, your desk and room, live to the proctor during the exam.',
      'The state of this computer: switched windows, pop-ups, extra displays and names of prohibited programs.',
    ],
    who: 'Who sees it',
    whoItems: [
      'The proctor of this exam, and exam staff who review a suspected breach.',
      'It is not published and is used for nothing but this exam.',
    ],
    kept: 'How long it is kept',
    keptFor: (days) =>
      `Photos and recordings stay at the exam centre, encrypted, and are deleted ${days} days after the last session; while a case or an appeal is open, once it is closed.`,
    keptItems: [
      'The facial template is used for the comparison only and is not stored.',
      'The recording on this computer is encrypted and deleted as soon as the exam centre has confirmed it.',
    ],
    home: 'Put away what should not be seen, and tell your family not to come in.',
    agree: 'I have read this and agree',
    decline: 'I do not agree',
    declinedTitle: 'You do not agree',
    declinedBody:
      'Nothing has been recorded. A remote exam has to be monitored throughout, so it cannot be sat without your consent. You can go back and choose again, or call the duty desk and ask for another arrangement.',
    back: 'Go back and choose again',
  },
);
