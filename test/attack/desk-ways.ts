import type { AttackedExam } from './attacked-exam.ts';
import type { Way } from './way.ts';

const SHEET = { x: 0, y: 0, width: 1366, height: 768 };
const TOAST = { x: 1040, y: 620, width: 300, height: 120 };
const REMOVE = 0;
/** Messages of a taskbar, not of a program. */
const FROM_PAGER = 2;

/** Opens a window of a stranger, lets it do something, and closes it afterwards. */
function withWindow(
  name: string,
  open: (exam: AttackedExam) => Promise<number>,
  act: (exam: AttackedExam, window: number) => Promise<unknown>,
  more: Partial<Way> = {},
): Way {
  let window = 0;
  return {
    area: 'desk',
    name,
    async attack(exam) {
      window = await open(exam);
      await act(exam, window);
      return null;
    },
    after: ({ stranger }) => stranger.close(window),
    ...more,
  };
}

/** Asks the window manager to do something to the exam window. */
const asked = (name: string, message: string, ...data: (number | string)[]): Way => ({
  area: 'desk',
  name,
  async attack({ stranger, window }) {
    const values = await Promise.all(data.map((each) => (typeof each === 'string' ? stranger.atom(each) : each)));
    await stranger.ask(window, message, ...values);
    return null;
  },
});

/** A field on the paper, as those a candidate writes in. */
async function writeIn({ page }: AttackedExam): Promise<void> {
  await page.evaluate(() => {
    const field = Object.assign(document.createElement('textarea'), { id: 'field', value: 'words of the paper' });
    field.style.cssText = 'position:fixed;top:0;left:0;width:300px;height:60px;z-index:99999';
    document.querySelector('[data-size]')?.append(field);
    field.focus();
    field.select();
  });
}
const written = ({ page }: AttackedExam) =>
  page.evaluate(() => document.querySelector<HTMLTextAreaElement>('#field')?.value ?? '');
const removeField = ({ page }: AttackedExam) => page.evaluate(() => document.getElementById('field')?.remove());

/** Selects or copies as a hand does, since Chromium gives out nothing that only a script selected. */
const reading = (name: string, act: (exam: AttackedExam) => Promise<unknown>): Way => ({
  area: 'desk',
  name,
  async attack(exam) {
    await writeIn(exam);
    await act(exam);
    return async () => {
      const found = `${await exam.clipboard()} ${await exam.clipboard('primary')}`;
      return found.includes('words of the paper') ? 'another program reads it' : null;
    };
  },
  after: removeField,
});

export const DESK_WAYS: Way[] = [
  withWindow(
    'another window, brought to the front',
    ({ stranger }) => stranger.open('my notes', { width: 700, height: 500 }),
    ({ stranger }, window) => stranger.ask(window, '_NET_ACTIVE_WINDOW', FROM_PAGER, 0, 0),
    { leadsOutUnlocked: true },
  ),
  withWindow(
    'another full-screen window on top of all others',
    ({ stranger }) => stranger.open('a film', { width: 1366, height: 768 }),
    async ({ stranger }, window) => {
      const [fullScreen, above] = [
        await stranger.atom('_NET_WM_STATE_FULLSCREEN'),
        await stranger.atom('_NET_WM_STATE_ABOVE'),
      ];
      await stranger.ask(window, '_NET_WM_STATE', 1, fullScreen, above);
      await stranger.ask(window, '_NET_ACTIVE_WINDOW', FROM_PAGER, 0, 0);
    },
    { leadsOutUnlocked: true },
  ),
  withWindow(
    'a sheet over everything that no window manager knows',
    ({ stranger }) => stranger.overlay('answers', SHEET),
    ({ stranger }, window) => stranger.raise(window),
    { leadsOutUnlocked: true },
  ),
  withWindow(
    'a window that takes the keyboard by itself',
    ({ stranger }) => stranger.overlay('chat', { ...TOAST, height: 60 }),
    ({ stranger }, window) => stranger.takeFocus(window),
    { leadsOutUnlocked: true },
  ),
  withWindow(
    'a toast in the corner',
    ({ stranger }) => stranger.overlay('new message', TOAST),
    async () => undefined,
    { leadsOutUnlocked: true },
  ),
  asked('closing through the window manager', '_NET_CLOSE_WINDOW', 0, FROM_PAGER),
  asked('minimising', 'WM_CHANGE_STATE', 3),
  asked('taking full screen away', '_NET_WM_STATE', REMOVE, '_NET_WM_STATE_FULLSCREEN', 0, FROM_PAGER),
  asked('taking “always on top” away', '_NET_WM_STATE', REMOVE, '_NET_WM_STATE_ABOVE', 0, FROM_PAGER),
  asked('moving and shrinking the window', '_NET_MOVERESIZE_WINDOW', 0x0f_00, 100, 100, 400, 300),
  asked('sending the window to another workspace', '_NET_WM_DESKTOP', 1, FROM_PAGER),
  {
    area: 'desk',
    name: 'changing the workspace',
    async attack({ stranger }) {
      await stranger.ask(stranger.root, '_NET_CURRENT_DESKTOP', 2, 0);
      return null;
    },
    after: ({ stranger }) => stranger.ask(stranger.root, '_NET_CURRENT_DESKTOP', 0, 0),
    leadsOutUnlocked: true,
  },
  {
    area: 'desk',
    name: 'showing the desktop',
    async attack({ stranger }) {
      await stranger.ask(stranger.root, '_NET_SHOWING_DESKTOP', 1);
      return null;
    },
    after: ({ stranger }) => stranger.ask(stranger.root, '_NET_SHOWING_DESKTOP', 0),
    leadsOutUnlocked: true,
  },
  {
    area: 'desk',
    name: 'hiding the window behind its back (unmap)',
    async attack({ stranger, window }) {
      await stranger.unmap(window);
      return null;
    },
  },
  {
    area: 'desk',
    name: 'pasting what another program copied',
    async attack(exam) {
      await writeIn(exam);
      await exam.putInClipboard('an answer from elsewhere');
      await exam.keys('ctrl+v');
      return async () => ((await written(exam)).includes('elsewhere') ? 'it was pasted' : null);
    },
    after: removeField,
  },
  {
    area: 'desk',
    name: 'pasting with the middle button',
    async attack(exam) {
      await writeIn(exam);
      await exam.putInClipboard('an answer from elsewhere', 'primary');
      await exam.pointer('mousemove', '100', '30', 'click', '2');
      return async () => ((await written(exam)).includes('elsewhere') ? 'it was pasted' : null);
    },
    after: removeField,
  },
  reading('copying for another program', ({ keys }) => keys('End', 'shift+Home', 'ctrl+c')),
  reading('cutting for another program', ({ keys }) => keys('End', 'shift+Home', 'ctrl+x')),
  reading('selecting by keys for another program', ({ keys }) => keys('End', 'shift+Home')),
  reading('selecting with the mouse for another program', ({ pointer }) =>
    pointer('mousemove', '100', '30', 'click', '--repeat', '3', '--delay', '60', '1'),
  ),
];
