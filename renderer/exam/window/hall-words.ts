import type { PhoneCause } from '../../../shared/domain/phone-watch.ts';
import { defineWords } from '../../ui/words.ts';

type PhoneCauseWords = Record<PhoneCause, string>;

export const hallWords = defineWords(
  {
    brand: '云考',
    product: '在线考试',
    steps: {
      label: '考前步骤',
      sign_in: '登录',
      consent: '知情同意',
      rules: '考场规则',
      identity: '身份核验',
      device_check: '设备检测',
      waiting: '候考',
    },
    duty: (phone: string) => `考试值班电话 ${phone}`,
    complaint: (phone: string) => `投诉电话 ${phone}`,
    leave: '退出考试',
    leaveTitle: '现在退出考试？',
    leaveBody:
      '退出后监考员会收到通知，考试时间继续计算，不会补时。已保存的答案不会丢失，在考试结束前可以重新登录继续作答。',
    stay: '留在考试中',
    quit: '退出',
    quitTitle: '现在退出？',
    quitBody:
      '已经收到回执的论文不受影响。正在上传的文件如果没有传完，请在截止时间以前重新登录，再选择同一个文件，会从断开的地方接着传。',
    stayAtThesis: '留在本页',
    leaveNow: '确定退出',
    message: (from: string, time: string) => `${from} ${time} 发来消息`,
    read: '我已阅读',
    cameraLost: '摄像头画面中断',
    cameraLostBody: '请检查摄像头是否松动、被其他程序占用或被遮挡。系统正在自动重新连接，中断时间会被记录。',
    recorderFailed: '录像暂时中断',
    recorderFailedBody: '系统正在自动重新开始录像，你可以继续作答。若持续出现，请拨打值班电话。',
    diskFull: '磁盘空间不足，录像无法保存',
    diskFullBody: '请清理出至少 1 GB 空间。答案不受影响，可以继续作答。',
    diskFailed: '录像无法写入磁盘',
    diskFailedBody: '答案不受影响，可以继续作答。请拨打值班电话告知监考员。',
    phoneLost: '手机第二视角中断',
    phoneLostBody: '请看一眼手机：打开考试页面，按提示恢复画面。页面已关闭的，用二维码重新连接。可以继续作答。',
    phoneLow: '手机电量低',
    phoneCause: {
      hidden: '手机锁屏了，或切到了别的应用。请解锁手机，回到考试页面，画面会自动恢复。可以继续作答。',
      locked: '手机锁屏了。请解锁手机，回到考试页面，画面会自动恢复。可以继续作答。',
      closed: '手机上的考试页面被关闭了。请用二维码重新连接手机。可以继续作答。',
      camera_taken: '来电或别的应用占用了手机摄像头。请挂断通话、关闭那个应用，再回到考试页面。可以继续作答。',
      camera_refused:
        '手机浏览器不再允许使用摄像头。请在手机上允许本网页使用相机，再点“重新打开摄像头”。可以继续作答。',
      camera_missing: '手机找不到摄像头。请在手机上点“重新打开摄像头”；仍不行时，换一部手机扫码。可以继续作答。',
      frozen: '手机画面静止不动。请在手机上点“重新打开摄像头”；仍不行时，刷新手机页面。可以继续作答。',
      disconnected: '手机连不上考试中心。请检查手机的无线网络，或改用移动数据，连上后自动恢复。可以继续作答。',
      network_changed: '手机正在更换网络，连上后自动恢复。可以继续作答。',
      silent: '手机没有响应。请看手机是否锁屏、断网或没电；页面已关闭的，用二维码重新连接。可以继续作答。',
      battery_empty: '手机可能没电了。请接上充电器，开机后用二维码重新连接。可以继续作答。',
      battery_low: '请现在给手机接上充电器，以免第二视角中断。可以继续作答。',
    } satisfies PhoneCauseWords as PhoneCauseWords,
    phoneNone: '手机第二视角尚未连接',
    phoneNoneBody: '考试要求全程开启第二视角，监考员已收到通知。',
    phonePair: '显示二维码，连接手机',
    close: '关闭',
  },
  {
    brand: '云考 Yunkao',
    product: 'Remote examination',
    steps: {
      label: 'Steps before the exam',
      sign_in: 'Sign in',
      consent: 'Consent',
      rules: 'Rules',
      identity: 'Identity',
      device_check: 'Devices',
      waiting: 'Waiting room',
    },
    duty: (phone) => `Duty desk ${phone}`,
    complaint: (phone) => `Complaints ${phone}`,
    leave: 'Leave the exam',
    leaveTitle: 'Leave the exam now?',
    leaveBody:
      'The proctor is told, the time runs on and is not given back. What was saved is kept; you can sign in again and go on until the end of the session.',
    stay: 'Stay in the exam',
    quit: 'Quit',
    quitTitle: 'Quit now?',
    quitBody:
      'What has a receipt is safe. If a file is still being uploaded, sign in again before the deadline and choose the same file: it goes on where it stopped.',
    stayAtThesis: 'Stay here',
    leaveNow: 'Leave now',
    message: (from, time) => `Message from ${from}, ${time}`,
    read: 'I have read it',
    cameraLost: 'The camera picture is interrupted',
    cameraLostBody:
      'Check whether the camera is loose, covered or used by another program. It is being reconnected; the interruption is recorded.',
    recorderFailed: 'Recording is interrupted',
    recorderFailedBody: 'It is being started again; go on answering. If this stays, call the duty desk.',
    diskFull: 'The disk is full: the recording cannot be kept',
    diskFullBody: 'Free at least 1 GB. Your answers are not affected; go on answering.',
    diskFailed: 'The recording cannot be written to the disk',
    diskFailedBody: 'Your answers are not affected; go on answering. Call the duty desk to tell a proctor.',
    phoneLost: 'The phone’s second view is interrupted',
    phoneLostBody:
      'Glance at the phone: open the exam page and follow it. If the page was closed, pair again with the QR code. You can go on answering.',
    phoneLow: 'The phone’s battery is low',
    phoneCause: {
      hidden:
        'The phone is locked or shows another app. Unlock it and go back to the exam page; the picture returns by itself. You can go on answering.',
      locked:
        'The phone is locked. Unlock it and go back to the exam page; the picture returns by itself. You can go on answering.',
      closed: 'The exam page on the phone was closed. Pair the phone again with the QR code. You can go on answering.',
      camera_taken:
        'A call or another app has the phone’s camera. Hang up or close that app, then go back to the exam page. You can go on answering.',
      camera_refused:
        'The phone’s browser does not allow the camera any more. Allow it there, then press “Open the camera again”. You can go on answering.',
      camera_missing:
        'The phone finds no camera. Press “Open the camera again” on it; if it does not help, pair another phone. You can go on answering.',
      frozen:
        'The phone’s picture stands still. Press “Open the camera again” on it; if it does not help, reload its page. You can go on answering.',
      disconnected:
        'The phone does not reach the exam centre. Check its Wi-Fi or use mobile data; it returns by itself. You can go on answering.',
      network_changed: 'The phone is changing networks and returns by itself. You can go on answering.',
      silent:
        'The phone does not answer. Is it locked, offline or out of power? If its page was closed, pair it again. You can go on answering.',
      battery_empty:
        'The phone has probably run out of power. Plug it in, start it and pair it again with the QR code. You can go on answering.',
      battery_low: 'Plug the phone in now, so that the second view is not lost. You can go on answering.',
    },
    phoneNone: 'No phone is connected',
    phoneNoneBody: 'The second view is required throughout the exam; a proctor has been told.',
    phonePair: 'Show the QR code to connect a phone',
    close: 'Close',
  },
);
