import { readdir } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AttackedExam } from './attacked-exam.ts';
import type { Way } from './way.ts';

/** Nothing of the foreign server was asked for. */
const untouched = ({ foreign }: AttackedExam) => {
  const before = foreign.hits();
  return async () => (foreign.hits() === before ? null : 'the foreign server was reached');
};

const filesIn = async (folder: string): Promise<number> => (await readdir(folder).catch(() => [])).length;

/** What a page could try that was taken over by somebody else's script. */
export const PAGE_WAYS: Way[] = [
  {
    area: 'page',
    name: 'window.open',
    async attack(exam) {
      const effect = untouched(exam);
      const opened = await exam.page.evaluate((url) => window.open(url) !== null, exam.foreign.origin);
      return async () => (opened ? 'a window was opened' : effect());
    },
  },
  {
    area: 'page',
    name: 'navigation to another server',
    async attack(exam) {
      const effect = untouched(exam);
      await exam.page.evaluate((url) => location.assign(url), exam.foreign.origin);
      return effect;
    },
  },
  {
    area: 'page',
    name: 'a link with target=_blank, clicked',
    async attack(exam) {
      const effect = untouched(exam);
      await exam.page.evaluate((url) => {
        const link = Object.assign(document.createElement('a'), { href: url, target: '_blank' });
        document.body.append(link);
        link.click();
        link.remove();
      }, exam.foreign.origin);
      return effect;
    },
  },
  {
    area: 'page',
    name: 'an iframe of another server',
    async attack(exam) {
      const effect = untouched(exam);
      await exam.page.evaluate((url) => {
        document.body.append(Object.assign(document.createElement('iframe'), { src: url, id: 'intruder' }));
      }, exam.foreign.origin);
      return effect;
    },
    after: ({ page }) => page.evaluate(() => document.getElementById('intruder')?.remove()),
  },
  {
    area: 'page',
    name: 'a request to another server',
    async attack(exam) {
      const effect = untouched(exam);
      await exam.page.evaluate((url) => fetch(url, { mode: 'no-cors' }).catch(() => undefined), exam.foreign.origin);
      return effect;
    },
  },
  {
    area: 'page',
    name: 'an external protocol (mailto:, vscode:)',
    async attack({ page }) {
      await page.evaluate(() => {
        for (const href of ['mailto:somebody@example.org', 'vscode://file/etc/passwd']) location.assign(href);
      });
      return null;
    },
  },
  {
    area: 'page',
    name: 'a file of this computer (file://)',
    async attack({ page }) {
      const read = await page.evaluate(() =>
        fetch('file:///etc/passwd').then(
          (answer) => answer.text(),
          () => '',
        ),
      );
      return async () => (read === '' ? null : 'a file was read');
    },
  },
  {
    area: 'page',
    name: 'a download',
    async attack({ page }) {
      const folders = [tmpdir(), join(homedir(), 'Downloads'), homedir()];
      const count = async () => (await Promise.all(folders.map(filesIn))).join();
      const before = await count();
      await page.evaluate(() => {
        const href = URL.createObjectURL(new Blob(['the paper']));
        Object.assign(document.createElement('a'), { href, download: 'yunkao-attack-paper.txt' }).click();
      });
      return async () => {
        if ((await count()) === before) return null;
        const found = (await Promise.all(folders.map((folder) => readdir(folder).catch(() => [])))).flat();
        return found.some((name) => name.startsWith('yunkao-attack-paper')) ? 'a file was written' : null;
      };
    },
  },
  {
    area: 'page',
    name: 'print()',
    async attack({ page }) {
      await page.evaluate(() => void setTimeout(() => window.print(), 0));
      return null;
    },
    after: ({ keys }) => keys('Escape'),
  },
  {
    area: 'page',
    name: 'a dialog to choose a file',
    async attack({ page, pointer }) {
      await page.evaluate(() => {
        const input = Object.assign(document.createElement('input'), { type: 'file', id: 'intruder' });
        input.style.cssText = 'position:fixed;top:0;left:0;width:300px;height:60px;z-index:99999';
        document.body.append(input);
      });
      await pointer('mousemove', '40', '15', 'click', '1');
      return null;
    },
    async after({ page, keys }) {
      await keys('Escape');
      await page.evaluate(() => document.getElementById('intruder')?.remove());
    },
  },
  {
    area: 'page',
    name: 'capture of the screen (getDisplayMedia)',
    async attack({ page }) {
      const got = await page.evaluate(() =>
        navigator.mediaDevices.getDisplayMedia().then(
          () => true,
          () => false,
        ),
      );
      return async () => (got ? 'the screen was captured' : null);
    },
  },
  {
    area: 'page',
    name: 'permissions: location, notifications, clipboard, devices',
    async attack({ page }) {
      const granted = await page.evaluate(async () => {
        const names = ['geolocation', 'notifications', 'clipboard-read', 'midi', 'background-sync', 'accelerometer'];
        const states = names.map(async (name) => {
          const { state } = await navigator.permissions.query({ name: name as PermissionName });
          return state === 'granted' ? name : '';
        });
        const read = await navigator.clipboard.readText().then(
          () => 'clipboard',
          () => '',
        );
        return [...(await Promise.all(states)), read].filter(Boolean).join();
      });
      return async () => (granted === '' ? null : `granted: ${granted}`);
    },
  },
  {
    area: 'page',
    name: 'a notification of the system',
    async attack({ page }) {
      const shown = await page.evaluate(async () => (await Notification.requestPermission()) === 'granted');
      return async () => (shown ? 'notifications are allowed' : null);
    },
  },
  {
    area: 'page',
    name: 'a file dragged into the window',
    async attack({ page, foreign }) {
      const session = await page.context().newCDPSession(page);
      const before = foreign.hits();
      const data = { items: [], files: ['/etc/hostname'], dragOperationsMask: 1 };
      for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
        await session.send('Input.dispatchDragEvent', { type, x: 600, y: 400, data });
      }
      await session.detach();
      return async () => (foreign.hits() === before ? null : 'it was opened');
    },
  },
  {
    area: 'page',
    name: 'history back',
    async attack({ page }) {
      await page.evaluate(() => history.go(-1));
      return null;
    },
  },
  {
    area: 'page',
    name: 'full screen by the page, and out of it',
    async attack({ page }) {
      await page.evaluate(() =>
        document.documentElement
          .requestFullscreen()
          .then(() => document.exitFullscreen())
          .catch(() => undefined),
      );
      return null;
    },
  },
];
