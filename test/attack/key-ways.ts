import type { Way } from './way.ts';

/** Presses keys as a person does; what came of it is seen by how the window stands. */
const press = (name: string, combination: readonly string[], more: Partial<Way> = {}): Way => ({
  area: 'keys',
  name,
  async attack(exam) {
    await exam.keys(...combination);
    return null;
  },
  after: (exam) => exam.keys('Escape'),
  ...more,
});

/** Reloads are seen by what the page forgot. */
const reload = (name: string, combination: readonly string[]): Way => ({
  area: 'keys',
  name,
  async attack({ page, keys }) {
    await page.evaluate(() => Object.assign(window, { stillHere: true }));
    await keys(...combination);
    return async () => ((await page.evaluate(() => 'stillHere' in window)) ? null : 'the page was loaded anew');
  },
});

export const KEY_WAYS: Way[] = [
  press('Alt+Tab', ['alt+Tab'], { leadsOutUnlocked: true }),
  press('Alt+Shift+Tab', ['alt+shift+Tab'], { leadsOutUnlocked: true }),
  press('Alt+Esc (lower the window)', ['alt+Escape'], { leadsOutUnlocked: true }),
  press('Alt+F4 (close)', ['alt+F4']),
  press('Alt+Space (window menu)', ['alt+space']),
  press('Alt+F2 (run a program)', ['alt+F2']),
  press('Super (start menu)', ['super']),
  press('Super+D (show the desktop)', ['super+d'], { leadsOutUnlocked: true }),
  press('Super+E (files)', ['super+e']),
  press('Super+L (lock the session)', ['super+l']),
  press('Ctrl+Alt+Right (next workspace)', ['ctrl+alt+Right'], { leadsOutUnlocked: true }),
  press('Super+F2 (another workspace)', ['super+F2'], { leadsOutUnlocked: true }),
  press('Ctrl+Alt+T (terminal)', ['ctrl+alt+t']),
  press('Ctrl+Alt+Delete', ['ctrl+alt+Delete']),
  press('Ctrl+Esc (start menu)', ['ctrl+Escape']),
  press('Ctrl+Shift+Esc (task manager)', ['ctrl+shift+Escape']),
  press('Print (screenshot)', ['Print']),
  press('Shift five times (sticky keys)', ['shift', 'shift', 'shift', 'shift', 'shift']),
  press('F11 (full screen off)', ['F11']),
  reload('F5 (reload)', ['F5']),
  reload('Ctrl+R (reload)', ['ctrl+r']),
  reload('Ctrl+Shift+R (reload)', ['ctrl+shift+r']),
  press('Ctrl+P (print)', ['ctrl+p']),
  press('Ctrl+S (save the page)', ['ctrl+s']),
  press('Ctrl+U (view source)', ['ctrl+u']),
  press('Ctrl+L (open location)', ['ctrl+l']),
  press('Ctrl+O (open a file)', ['ctrl+o']),
  press('Ctrl+N (new window)', ['ctrl+n']),
  press('Ctrl+T (new tab)', ['ctrl+t']),
  press('Ctrl+W (close)', ['ctrl+w']),
  press('Ctrl+Q (quit)', ['ctrl+q']),
  press('Ctrl+Plus (zoom)', ['ctrl+plus', 'ctrl+plus']),
  press('F12 (developer tools)', ['F12']),
  press('Ctrl+Shift+I (developer tools)', ['ctrl+shift+i']),
  press('Alt+Left (back)', ['alt+Left']),
  press('F7 (caret browsing)', ['F7']),
  press('Menu key (context menu)', ['Menu']),
  press('Shift+F10 (context menu)', ['shift+F10']),
  {
    area: 'keys',
    name: 'right click (context menu)',
    async attack({ pointer }) {
      await pointer('mousemove', '600', '400', 'click', '3');
      return null;
    },
  },
  {
    area: 'keys',
    name: 'mouse button back, swipe',
    async attack({ pointer }) {
      await pointer('click', '8');
      await pointer('click', '6');
      return null;
    },
  },
  {
    area: 'keys',
    name: 'Ctrl+wheel (zoom)',
    async attack({ pointer }) {
      await pointer('keydown', 'ctrl', 'click', '4', 'click', '4', 'keyup', 'ctrl');
      return null;
    },
  },
];
