import { defineWords } from '../../ui/words.ts';

const answers = (count: number): string => (count === 1 ? '1 entry' : `${count} entries`);

/** While the exam centre cannot be reached: how long, what is safe, that time runs on, and the way to another network. */
export const offlineWords = defineWords(
  {
    offline: (span: string) => `与考试中心的连接已中断 ${span}`,
    goOn: () => '请继续作答。',
    over: () => '本场作答已经结束。请不要关机，网络恢复后自动交卷。',
    safe: (count: number) => `尚未送达的 ${count} 条作答记录已保存在这台电脑上，网络恢复后自动发送。`,
    allThere: () => '断网以前的作答，考试中心已全部收到。',
    newOnesKept: () => '新的作答会保存在这台电脑上。',
    notKept: (count: number) => `有 ${count} 条作答记录没有能保存在这台电脑上。请尽快恢复网络，恢复以前不要关机。`,
    receivedUpTo: (time: string) => `考试中心最后一次收到作答：${time}。`,
    time: '考试时间照常计算，断网不补时。',
    first: '先检查网线、Wi-Fi 和路由器电源。',
    how: '改用手机热点',
    hotspotTitle: '改用手机热点',
    steps: {
      phone:
        '在手机上打开“个人热点”。苹果手机：设置 → 个人热点；安卓手机：设置 → 网络与共享 → 个人热点。手机上的考试页面不要关闭。',
      wait: '等半分钟。设备检测时连接过的热点，电脑一般会自己连上，断网提示随即消失。',
      open: '没有自己连上的，点击“打开网络设置”，选择手机热点，输入手机上显示的密码。',
    },
    systems: {
      windows7: '在打开的窗口中点击“连接到网络”，再选择热点，勾选“自动连接”。',
      windows10: '在右下角的列表中点击热点名称，勾选“自动连接”，再点击“连接”。',
      macos: '在左侧选择“Wi-Fi”，再在“网络名称”中选择热点。',
      other: '在“Wi-Fi”中选择热点。',
    },
    told: '打开网络设置期间电脑暂时解除锁定，最多 2 分钟，并告知监考员。连好以后点击考试窗口即可返回。',
    openSettings: '打开网络设置',
    cannotOpen: '这台电脑打不开网络设置。请拨打值班电话，说明网络中断；可以继续作答。',
    close: '返回考试',
  },
  {
    offline: (span) => `No connection to the exam centre for ${span}`,
    goOn: () => 'Go on answering.',
    over: () => 'Answering is over. Do not switch off: you are handed in by itself when the network is back.',
    safe: (count) => `${answers(count)} not sent yet, saved on this computer; sent by itself when the network is back.`,
    allThere: () => 'The exam centre has every answer from before.',
    newOnesKept: () => 'What you answer now is saved on this computer.',
    notKept: (count) =>
      `${answers(count)} could not be saved on this computer. Get the network back soon and do not switch off before.`,
    receivedUpTo: (time) => `Last received by the exam centre at ${time}.`,
    time: 'The time runs on; none is given back.',
    first: 'Check the cable, the Wi-Fi and the power of the router first.',
    how: 'Use the phone’s hotspot',
    hotspotTitle: 'Use the phone’s hotspot',
    steps: {
      phone:
        'Turn on the personal hotspot of the phone. iPhone: Settings → Personal Hotspot; Android: Settings → Network → Hotspot. Leave the exam page on the phone open.',
      wait: 'Wait half a minute. A hotspot used in the device check is usually joined by itself, and this notice goes.',
      open: 'If not, press “Open network settings”, choose the hotspot and type the password shown on the phone.',
    },
    systems: {
      windows7:
        'Press “Connect to a network” in the window that opens, choose the hotspot and tick “Connect automatically”.',
      windows10:
        'Press the name of the hotspot in the list at the lower right, tick “Connect automatically”, and connect.',
      macos: 'Choose “Wi-Fi” at the left, then the hotspot under “Network Name”.',
      other: 'Choose the hotspot under “Wi-Fi”.',
    },
    told: 'Meanwhile the computer is unlocked for two minutes at most, and a proctor is told. When connected, press the exam window to return.',
    openSettings: 'Open network settings',
    cannotOpen:
      'This computer has no network settings to open. Call the duty desk and say that the network is down; you can go on answering.',
    close: 'Back to the exam',
  },
);
