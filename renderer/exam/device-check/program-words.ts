import { defineWords } from '../../ui/words.ts';

/** The cards of prohibited programs. How to quit one is said for each system. */
export const programWords = defineWords(
  {
    kinds: {
      remote_control: '远程控制',
      messaging: '聊天',
      screen_sharing: '屏幕共享',
      recording: '录屏、截图',
      ai_assistant: 'AI 助手',
      virtual_machine: '虚拟机',
      security_suite: '安全软件',
      other: '本场考试不允许',
    },
    policies: { end: '必须关闭', ask: '建议退出', note: '告知监考员' },
    renamed: (image: string) => `它换了名字：正在运行的文件是 ${image}。`,
    port: (image: string) => `正在运行的 ${image} 占用了它的网络端口。`,
    quit: {
      windows: {
        window: '自己退出：点它的窗口右上角的 ×。',
        tray: '自己退出：点屏幕右下角的 ^，右键点它的图标，选“退出”。',
        machine: '在它的窗口里先关机，再关闭窗口。',
        remote_setting: '在系统的“远程桌面”设置里选择不允许连接，即可关闭。',
        suite: '点屏幕右下角的 ^，右键点它的图标，选“退出”；询问时选“确定退出”。考完再打开。',
      },
      macos: {
        window: '自己退出：点它的窗口，再按 Command + Q。',
        tray: '自己退出：在程序坞里右键点它的图标，选“退出”；菜单栏上有它的图标时也一样。',
        machine: '在它的窗口里先关机，再按 Command + Q。',
        remote_setting: '在“系统设置”的“共享”里关闭“屏幕共享”和“远程管理”。',
        suite: '点屏幕顶部菜单栏里它的图标，选“退出”。考完再打开。',
      },
      other: {
        window: '自己退出：关闭它的窗口。',
        tray: '自己退出：右键点它在任务栏的图标，选“退出”。',
        machine: '在它的窗口里先关机，再关闭窗口。',
        remote_setting: '在系统设置里关闭远程桌面。',
        suite: '右键点它在任务栏的图标，选“退出”。考完再打开。',
      },
    },
    close: '帮我关闭',
    closing: '正在关闭…',
    closeAgain: '再试一次',
    failed: {
      comes_back: '它关闭后又自己启动了。',
      refused: '没能关闭：系统不允许代为关闭。',
    },
    next: '请按上面的方法自己退出，这里会自动更新。仍不行也可以继续考试，监考员会看到这一项。',
    done: (names: string) => `已关闭：${names}`,
    and: '、',
  },
  {
    kinds: {
      remote_control: 'Remote control',
      messaging: 'Chat',
      screen_sharing: 'Screen sharing',
      recording: 'Recording, screenshots',
      ai_assistant: 'AI assistant',
      virtual_machine: 'Virtual machine',
      security_suite: 'Security software',
      other: 'Not allowed in this exam',
    },
    policies: { end: 'Must be closed', ask: 'Better quit', note: 'Told to the proctor' },
    renamed: (image) => `It has another name now: the file that runs is ${image}.`,
    port: (image) => `${image}, which runs now, listens on its network port.`,
    quit: {
      windows: {
        window: 'To quit it yourself: press the × at the upper right of its window.',
        tray: 'To quit it yourself: press ^ at the lower right of the screen, right-click its icon, choose “Exit”.',
        machine: 'Shut down in its window first, then close the window.',
        remote_setting: 'To turn it off, do not allow connections in the system’s remote desktop settings.',
        suite:
          'Press ^ at the lower right, right-click its icon, choose “Exit” and confirm. Start it again afterwards.',
      },
      macos: {
        window: 'To quit it yourself: click its window, then press Command + Q.',
        tray: 'To quit it yourself: right-click its icon in the Dock, choose “Quit”; the same in the menu bar if it is there.',
        machine: 'Shut down in its window first, then press Command + Q.',
        remote_setting: 'Turn off screen sharing and remote management under Sharing in the system’s settings.',
        suite: 'Click its icon in the menu bar at the top, choose “Quit”. Start it again afterwards.',
      },
      other: {
        window: 'To quit it yourself: close its window.',
        tray: 'To quit it yourself: right-click its icon in the panel, choose “Quit”.',
        machine: 'Shut down in its window first, then close the window.',
        remote_setting: 'Turn off remote desktop in the system’s settings.',
        suite: 'Right-click its icon in the panel, choose “Quit”. Start it again afterwards.',
      },
    },
    close: 'Close it for me',
    closing: 'Closing…',
    closeAgain: 'Try again',
    failed: {
      comes_back: 'It was closed and started again by itself.',
      refused: 'It could not be closed: the system does not let us.',
    },
    next: 'Quit it yourself as described; this list follows by itself. If that fails too you can go on, and the proctor sees it.',
    done: (names) => `Closed: ${names}`,
    and: ', ',
  },
);
