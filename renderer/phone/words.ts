import type { PhoneTrouble } from '../../shared/domain/phone-watch.ts';
import type { TiltFault } from '../../shared/domain/tilt.ts';
import { defineWords, type Language, type Words } from '../ui/words.ts';
import type { Problem } from './problem.ts';

/** Where a phone has the setting. */
export type PhonePlatform = 'ios' | 'android' | 'other';
type PlatformWords = Record<PhonePlatform, string>;
type StandsWords = Record<TiltFault, string>;
type TroubleWords = Record<PhoneTrouble, string>;

export const WORDS = defineWords(
  {
    title: '云考 · 第二视角',
    other: 'English',
    pairing: '正在与考试中心建立联系…',
    forCandidate: (name: string, exam: string) => `${exam} · 考生 ${name}`,
    open: '打开摄像头',
    openWhy: '手机将作为第二视角，从侧后方拍摄你、桌面和屏幕，直到交卷。只拍画面，不录声音。',
    place: '摆放手机',
    placeHow: '放在你的侧后方45度，离地1.2–1.5米，距你1.5–2米；画面里能看到桌面、屏幕和你。请使用支架，横放为佳。',
    placePicture: '示意图：俯视，手机在考生侧后方45度、相距1.5至2米；侧视，手机离地1.2至1.5米。',
    angle: '45°',
    distance: '1.5–2 米',
    height: '1.2–1.5 米',
    candidate: '考生',
    desk: '桌面和屏幕',
    phone: '手机',
    above: '俯视',
    side: '侧视',
    checklist: '开始前请逐项确认',
    power: '接通电源',
    silence: {
      ios: '打开勿扰模式：设置 › 专注模式 › 勿扰模式；关闭来电和消息提醒',
      android: '打开勿扰模式：从屏幕顶部下拉，点“勿扰”或“免打扰”；关闭来电和消息提醒',
      other: '打开勿扰模式，关闭来电和消息提醒',
    } satisfies PlatformWords as PlatformWords,
    autoLock: {
      ios: '自动锁屏设为“永不”：设置 › 显示与亮度 › 自动锁定 › 永不',
      android: '自动锁屏设为最长：设置 › 显示 › 自动锁屏（休眠）',
      other: '自动锁屏设为“永不”',
    } satisfies PlatformWords as PlatformWords,
    saver: {
      ios: '关闭低电量模式：设置 › 电池',
      android: '关闭省电模式：设置 › 电池',
      other: '关闭省电模式',
    } satisfies PlatformWords as PlatformWords,
    stay: '不要切换到其他应用，不要锁屏',
    opening: '正在打开摄像头…',
    live: '监控中',
    liveHint: '画面正在传送。请不要移动或使用手机。',
    reconnecting: '正在重新连接',
    reconnectingHint: '网络中断。请检查无线网络或切换到移动数据，页面会自动恢复，请不要关闭。',
    interrupted: '摄像头已中断',
    interruptedHint: '正在自动恢复。如果没有恢复，请点击下面的按钮。',
    troubleHint: {
      hidden: '页面刚才不在前台。正在重新打开摄像头，请保持本页面显示。',
      locked: '手机刚才锁屏了。正在重新打开摄像头；请将自动锁屏设为“永不”。',
      closed: '正在重新打开摄像头，请保持本页面显示。',
      camera_taken: '来电或其他应用占用了摄像头。请挂断通话、关闭那个应用；画面会自动恢复，没有恢复时点下面的按钮。',
      camera_refused: '摄像头权限被关闭。请在浏览器设置中允许本网页使用相机，再点下面的按钮。',
      camera_missing: '找不到摄像头。请点下面的按钮；仍不行时，请换一部手机重新扫码。',
      frozen: '画面静止不动。正在重新打开摄像头；没有恢复时点下面的按钮。',
    } satisfies TroubleWords as TroubleWords,
    batteryLow: '电量低，请立即接上充电器。',
    stands: {
      lying: '手机平放着，或镜头朝上、朝下太多：请用支架立起来。',
      tilted: '手机歪了：请扶正，桌边在画面里应当是平的。',
    } satisfies StandsWords as StandsWords,
    renew: '重新打开摄像头',
    changeLens: '画面不合适？换一个镜头',
    preview: '摄像头画面',
    recorded: (count: number) => `录像已上传 ${count} 段`,
    waiting: (count: number) => `，还有 ${count} 段待上传`,
    lost: (seconds: number) => `。网络中断过久，有 ${seconds} 秒录像未能保存`,
    notRecording: '这部手机的浏览器不能录像，改为每2秒传送一张照片。',
    thanks: '考试已交卷，谢谢配合',
    closeNow: '摄像头已关闭。现在可以关闭本页面。',
    uploading: (count: number) => `摄像头已关闭。还有 ${count} 段录像正在上传，请保持页面打开。`,
    replaced: '已改用另一部手机',
    replacedHint: '第二视角已由另一部手机接替，本机摄像头已关闭。',
    computerChanged: '考试已在另一台电脑上继续',
    computerChangedHint: '本机摄像头已关闭。请用本手机扫描那台电脑上的二维码，继续作为第二视角。',
    retry: '再试一次',
    goOn: '仍用当前浏览器继续（可能中断）',
    inAppPicture: '示意图：点右上角的“···”，再选“在浏览器打开”。',
    openInBrowser: '在浏览器打开',
  },
  {
    title: 'Yunkao · second view',
    other: '中文',
    pairing: 'Contacting the exam centre…',
    forCandidate: (name, exam) => `${exam} · candidate ${name}`,
    open: 'Open the camera',
    openWhy:
      'This phone is the second view: from behind and beside you it shows you, your desk and your screen until you hand in. Pictures only, no sound.',
    place: 'Place the phone',
    placeHow:
      'Behind you and to the side at 45 degrees, 1.2–1.5 m above the floor, 1.5–2 m away; desk, screen and you in view. Use a stand, lying sideways if you can.',
    placePicture:
      'Picture: seen from above, the phone is 45 degrees behind and beside the candidate, 1.5 to 2 metres away; seen from the side, it is 1.2 to 1.5 metres above the floor.',
    angle: '45°',
    distance: '1.5–2 m',
    height: '1.2–1.5 m',
    candidate: 'you',
    desk: 'desk, screen',
    phone: 'phone',
    above: 'From above',
    side: 'From the side',
    checklist: 'Before you begin',
    power: 'Plug in the charger',
    silence: {
      ios: 'Turn on Do Not Disturb: Settings › Focus › Do Not Disturb; silence calls and messages',
      android: 'Turn on Do Not Disturb: swipe down from the top of the screen and tap it; silence calls and messages',
      other: 'Turn on Do Not Disturb; silence calls and messages',
    },
    autoLock: {
      ios: 'Set auto-lock to “never”: Settings › Display & Brightness › Auto-Lock › Never',
      android: 'Set the screen’s time-out to the longest: Settings › Display › Screen timeout',
      other: 'Set auto-lock to “never”',
    },
    saver: {
      ios: 'Turn Low Power Mode off: Settings › Battery',
      android: 'Turn Battery Saver off: Settings › Battery',
      other: 'Turn power saving off',
    },
    stay: 'Do not switch to another app; do not lock the phone',
    opening: 'Opening the camera…',
    live: 'Live',
    liveHint: 'The picture is being sent. Please do not move or use the phone.',
    reconnecting: 'Reconnecting',
    reconnectingHint:
      'The network is down. Check Wi-Fi or switch to mobile data; this page recovers by itself, so leave it open.',
    interrupted: 'Camera interrupted',
    interruptedHint: 'It is being restored. If it does not come back, press the button below.',
    troubleHint: {
      hidden: 'This page was not in front. The camera is being opened again; keep this page in sight.',
      locked: 'The phone was locked. The camera is being opened again; set auto-lock to “never”.',
      closed: 'The camera is being opened again; keep this page in sight.',
      camera_taken:
        'A call or another app has the camera. Hang up or close that app; the picture returns by itself. If not, press the button below.',
      camera_refused:
        'The camera is not allowed any more. Allow it for this page in the browser’s settings, then press the button below.',
      camera_missing: 'The camera is gone. Press the button below; if it does not help, pair another phone.',
      frozen:
        'The picture stands still. The camera is being opened again; if it does not come back, press the button below.',
    },
    batteryLow: 'Battery low: plug in the charger now.',
    stands: {
      lying: 'The phone lies flat, or points too far up or down: stand it upright.',
      tilted: 'The phone is tilted: straighten it until the edge of the desk is level.',
    },
    renew: 'Open the camera again',
    changeLens: 'Another lens of this phone',
    preview: 'Camera picture',
    recorded: (count) => `Recordings uploaded: ${count}`,
    waiting: (count) => `, waiting: ${count}`,
    lost: (seconds) => `. The network was down too long: ${seconds} s of recording could not be kept`,
    notRecording: 'This phone’s browser cannot record; it sends a picture every 2 s instead.',
    thanks: 'Handed in. Thank you',
    closeNow: 'The camera is off. You may close this page now.',
    uploading: (count) => `The camera is off. Recordings still to be uploaded: ${count}. Keep this page open.`,
    replaced: 'Another phone took over',
    replacedHint: 'The second view is now on another phone. This camera is off.',
    computerChanged: 'The exam goes on at another computer',
    computerChangedHint:
      'This camera is off. Scan the QR code shown on that computer with this phone to be the second view again.',
    retry: 'Try again',
    goOn: 'Go on in this browser (it may be interrupted)',
    inAppPicture: 'Picture: tap “···” at the top right, then “Open in browser”.',
    openInBrowser: 'Open in browser',
  },
);

export type PhoneWords = (typeof WORDS)[Language];

type ProblemWords = { what: string; next: string };

/** What happened, and what to do next. */
export const PROBLEM_WORDS: Words<Record<Problem, ProblemWords>> = defineWords<Record<Problem, ProblemWords>>(
  {
    in_app: {
      what: '请在浏览器中打开',
      next: '当前应用内的页面不能稳定使用摄像头。请点右上角“···”，选“在浏览器打开”；没有这一项时，请改用手机自带相机或浏览器重新扫描二维码。',
    },
    insecure: {
      what: '连接不安全，无法使用摄像头',
      next: '请重新扫描考试电脑上的二维码，地址必须以 https:// 开头。若浏览器提示证书，请选择继续访问。',
    },
    unsupported: {
      what: '这个浏览器不能使用摄像头',
      next: '请使用 Safari 11 或更高版本（苹果手机），Chrome 80 或更高版本（安卓手机），再扫描一次二维码。',
    },
    token_missing: {
      what: '请扫描二维码进入',
      next: '在考试电脑的“设备检查”中找到二维码，用手机扫描。',
    },
    token_expired: {
      what: '二维码已过期',
      next: '请在考试电脑上点击“换一个二维码”，再用手机重新扫描。',
    },
    token_used: {
      what: '这个二维码已经用过',
      next: '请在考试电脑上点击“换一个二维码”，再用手机重新扫描。',
    },
    token_voided: {
      what: '这个二维码已被新的取代',
      next: '请用手机扫描考试电脑上现在显示的二维码。',
    },
    pairing_ended: {
      what: '与考试电脑的配对已失效',
      next: '请在考试电脑上点击“换一个二维码”，再用手机重新扫描。',
    },
    version: {
      what: '页面版本与考试中心不一致',
      next: '请重新扫描二维码，载入最新的页面。',
    },
    unreachable: {
      what: '连接不上考试中心',
      next: '请检查手机的无线网络或移动数据，然后再试一次。',
    },
    centre_error: {
      what: '考试中心暂时出错',
      next: '请稍候再试一次；仍不行时，请拨打准考证上的值班电话。',
    },
    camera_refused: {
      what: '没有摄像头权限',
      next: '请允许本网页使用摄像头：苹果手机在“设置 › Safari浏览器 › 相机”中选“允许”，安卓手机点地址栏左侧图标 › 权限 › 相机，然后再试一次。',
    },
    camera_missing: {
      what: '没有找到摄像头',
      next: '请换一部带摄像头的手机或平板，并在考试电脑上换一个二维码重新扫描。',
    },
    camera_busy: {
      what: '摄像头被其他应用占用',
      next: '请结束通话，关闭正在使用相机的应用，然后再试一次。',
    },
  },
  {
    in_app: {
      what: 'Open this page in a browser',
      next: 'A page inside this app cannot use the camera reliably. Tap “···” at the top right and choose “Open in browser”; if there is no such entry, scan the QR code again with the phone’s own camera or browser.',
    },
    insecure: {
      what: 'The connection is not secure, so the camera cannot be used',
      next: 'Scan the QR code on the exam computer again; the address must begin with https://. If the browser warns about the certificate, choose to go on.',
    },
    unsupported: {
      what: 'This browser cannot use a camera',
      next: 'Use Safari 11 or later (iPhone), or Chrome 80 or later (Android), and scan the QR code again.',
    },
    token_missing: {
      what: 'Scan the QR code to begin',
      next: 'You find it in the device check on the exam computer. Scan it with this phone.',
    },
    token_expired: {
      what: 'This QR code has expired',
      next: 'Choose “New QR code” on the exam computer and scan again.',
    },
    token_used: {
      what: 'This QR code has been used',
      next: 'Choose “New QR code” on the exam computer and scan again.',
    },
    token_voided: {
      what: 'A newer QR code has replaced this one',
      next: 'Scan the one that the exam computer shows now.',
    },
    pairing_ended: {
      what: 'The pairing with the exam computer has ended',
      next: 'Choose “New QR code” on the exam computer and scan again.',
    },
    version: {
      what: 'This page and the exam centre have different versions',
      next: 'Scan the QR code again to load the latest page.',
    },
    unreachable: {
      what: 'The exam centre cannot be reached',
      next: 'Check the phone’s Wi-Fi or mobile data, then try again.',
    },
    centre_error: {
      what: 'The exam centre has an error',
      next: 'Try again shortly; if it does not help, call the duty desk named on your admission card.',
    },
    camera_refused: {
      what: 'The camera is not allowed',
      next: 'Allow this page to use the camera: on an iPhone in Settings › Safari › Camera, on Android by the icon left of the address › Permissions › Camera. Then try again.',
    },
    camera_missing: {
      what: 'No camera was found',
      next: 'Take a phone or tablet with a camera and scan a new QR code from the exam computer.',
    },
    camera_busy: {
      what: 'Another app is using the camera',
      next: 'End any call, close apps that use the camera, then try again.',
    },
  },
);
