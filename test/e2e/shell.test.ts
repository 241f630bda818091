import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTusCentre, type TusCentre } from '../fakes/tus-centre.ts';
import { type Display, openDisplay } from '../rehearsal/display.ts';
import { bundleShell, newDataFolder, type RunningShell, startShell } from './shell-exam.ts';

let display: Display;
let dist: string;
let centre: TusCentre;
let shell: RunningShell;
/** Somebody else's server, and how often it was reached. */
let foreign: Server;
let foreignHits = 0;
let foreignOrigin: string;

beforeAll(async () => {
  display = await openDisplay();
  dist = await bundleShell();
  centre = await startTusCentre();
  foreign = createServer((_request, response) => {
    foreignHits += 1;
    response.writeHead(200, { 'access-control-allow-origin': '*' }).end('here');
  }).listen(0, '127.0.0.1');
  await once(foreign, 'listening');
  foreignOrigin = `http://127.0.0.1:${(foreign.address() as AddressInfo).port}`;
  const { origin: server, fingerprint } = centre;
  shell = await startShell({ dist, env: display.env, dataFolder: await newDataFolder(), server, fingerprint });
});

afterAll(async () => {
  await shell?.app.close();
  foreign?.close();
  await centre?.close();
  await display?.close();
});

describe('bridge', () => {
  it('tells the pinned server and a computer id that is kept', async () => {
    const info = await shell.page.evaluate(() => window.shell.info());
    expect(info.serverOrigin).toBe(centre.origin);
    expect(info.computerId).toMatch(/^[0-9a-f-]{36}$/);
    expect(await shell.page.evaluate(() => window.shell.info())).toEqual(info);
  });

  it('reports the device as it is here: one display', async () => {
    expect(await shell.page.evaluate(() => window.shell.deviceReport())).toMatchObject({
      displays: 1,
      remoteSession: false,
    });
  });

  it('[ANS-6] keeps an attempt key only where the system has a safe place, and says so where it has none', async () => {
    const key = randomBytes(32).toString('base64');
    const available = await shell.app.evaluate(({ safeStorage }) => safeStorage.isEncryptionAvailable());
    const outcome = await shell.page.evaluate(async (attemptKey) => {
      const { kept } = await window.shell.keepAttemptKey({ attemptId: 'a', attemptKey });
      const read = await window.shell.attemptKey({ attemptId: 'a' });
      await window.shell.forgetAttempt({ attemptId: 'a' });
      return { kept, read: read.attemptKey, after: (await window.shell.attemptKey({ attemptId: 'a' })).attemptKey };
    }, key);
    expect(outcome).toEqual({ kept: available, read: available ? key : null, after: null });
    if (!available) expect(await shell.log()).toContain('no safe place');
  });

  it('[ANS-4] keeps how far the journal reaches outside of the page’s own storage', async () => {
    const reach = await shell.page.evaluate(async () => {
      const before = await window.shell.journalReach({ attemptId: 'b' });
      await window.shell.keepJournalReach({ attemptId: 'b', reach: 'sealed' });
      return [before.reach, (await window.shell.journalReach({ attemptId: 'b' })).reach];
    });
    expect(reach).toEqual([null, 'sealed']);
  });

  it('crosses a refusal as an error whose message is the reason', async () => {
    const refused = (body: unknown) =>
      shell.page.evaluate((given) => window.shell.log(given as never).catch((cause: Error) => cause.message), body);
    expect(await refused({ level: 'loud', text: '' })).toBe('bad_request');
    expect(await refused({ level: 'info', text: 'x'.repeat(4001) })).toBe('bad_request');
    expect(await refused({ level: 'info', text: 'hello from the page' })).toBeUndefined();
    expect(await shell.log()).toContain('info page: hello from the page');
  });

  it('[EVI-1] takes a recording, uploads it over the pinned line and reports each change', async () => {
    const bytes = [...randomBytes(20_000)];
    const outcome = await shell.page.evaluate(
      async ([plain, key]) => {
        const done = new Promise<number>((resolve) => {
          window.shell.on(
            'evidenceStatus',
            ({ pending, acknowledged }) => acknowledged > 0 && pending === 0 && resolve(acknowledged),
          );
        });
        const meta = {
          segmentId: 'a-front-1',
          camera: 'front' as const,
          startedAt: 1,
          durationMs: 1,
          mime: 'video/webm',
        };
        const put = { meta, bytes: new Uint8Array(plain as number[]).buffer };
        const early = await window.shell.evidencePut(put).catch((cause: Error) => cause.message);
        await window.shell.evidenceOpen({ attemptId: 'a', token: 't', attemptKey: key as string });
        const { sha256 } = await window.shell.evidencePut(put);
        return { early, sha256, acknowledged: await done, after: await window.shell.evidenceStatus() };
      },
      [bytes, randomBytes(32).toString('base64')] as const,
    );
    expect(outcome).toMatchObject({ early: 'not_signed_in', acknowledged: 1, after: { pending: 0, state: 'idle' } });
    expect(centre.stored.get('a-front-1')).toBe(outcome.sha256);
  });
});

describe('[SEC-2] the exam page', () => {
  it('has no Node and only the bridge', async () => {
    const reach = await shell.page.evaluate(() => ({
      node: ['require', 'process', 'Buffer', 'module', 'ipcRenderer'].filter((name) => name in window),
      bridge: Object.keys(window.shell).sort(),
    }));
    expect(reach.node).toEqual([]);
    expect(reach.bridge).toEqual([
      'answerFileSave',
      'attemptKey',
      'closeProgram',
      'deviceReport',
      'evidenceGiveWay',
      'evidenceOpen',
      'evidencePut',
      'evidenceStatus',
      'forgetAttempt',
      'info',
      'installUpdate',
      'journalReach',
      'keepAttemptKey',
      'keepJournalReach',
      'lock',
      'log',
      'lookForUpdate',
      'on',
      'openNetworkSettings',
      'prohibitPrograms',
      'quit',
      'sinceBoot',
      'statement',
      'unlock',
    ]);
  });

  it('is isolated and sandboxed, without Node or a remote module, as the real window says itself', async () => {
    const told = await shell.app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      return (contents as unknown as { getLastWebPreferences(): Record<string, unknown> }).getLastWebPreferences();
    });
    expect(told).toMatchObject({
      ...{ contextIsolation: true, sandbox: true, nodeIntegration: false, nodeIntegrationInSubFrames: false },
      ...{ webviewTag: false, webSecurity: true, allowRunningInsecureContent: false, experimentalFeatures: false },
    });
    expect(told.enableRemoteModule ?? false).toBe(false);
    expect(told.enableBlinkFeatures ?? '').toBe('');
  });

  it('reaches the pinned server and nobody else', async () => {
    const reach = (address: string) =>
      shell.page.evaluate(
        (url) =>
          fetch(url, { mode: 'no-cors' }).then(
            () => 'reached',
            () => 'refused',
          ),
        address,
      );
    expect(await reach(`${centre.origin}/api/evidence/segments/none`)).toBe('reached');
    expect(await reach(foreignOrigin)).toBe('refused');
    expect(await reach('file:///etc/passwd')).toBe('refused');
    expect(foreignHits).toBe(0);
  });

  it('stays within its policy: no inline script, no eval, no foreign picture or frame', async () => {
    const outcome = await shell.page.evaluate((origin) => {
      const script = document.createElement('script');
      script.textContent = 'window.inlineRan = true';
      document.body.append(script);
      for (const name of ['img', 'iframe'] as const) {
        const element = document.createElement(name);
        element.src = `${origin}/picture`;
        document.body.append(element);
      }
      return { inline: 'inlineRan' in window, evaluated: window.evaluated };
    }, foreignOrigin);
    expect(outcome).toEqual({ inline: false, evaluated: false });
    await shell.page.waitForFunction(() =>
      ['script-src', 'script-src-elem', 'img-src', 'frame-src'].every((directive) =>
        window.blocked.includes(directive),
      ),
    );
    expect(foreignHits).toBe(0);
  });

  it('is kept to one server by the shell even where no policy holds: a request past the policy is cancelled', async () => {
    const outcome = await shell.app.evaluate(async ({ net, session }, url) => {
      const request = net.request({ url, session: session.defaultSession });
      return new Promise<string>((resolve) => {
        request.on('response', () => resolve('reached'));
        request.on('error', (cause) => resolve(cause.message));
        request.end();
      });
    }, foreignOrigin);
    expect(outcome).toContain('ERR_BLOCKED_BY_CLIENT');
    expect(foreignHits).toBe(0);
  });

  it('cannot navigate, open a window or read outside its bundle', async () => {
    const outcome = await shell.page.evaluate(async (origin) => {
      const opened = window.open(origin);
      location.href = origin;
      const outside = await fetch('/..%2fsecret.txt');
      return { opened: opened !== null, outside: outside.status, inside: (await fetch('/exam.js')).status };
    }, foreignOrigin);
    expect(outcome).toEqual({ opened: false, outside: 404, inside: 200 });
    expect(shell.page.url()).toBe('yunkao://exam/index.html');
    expect(foreignHits).toBe(0);
    // The policy keeps windows from being asked for at all.
    expect(await shell.log()).toContain('navigation refused');
  });

  it('is the only one the shell answers', async () => {
    const refusal = await shell.app.evaluate(async ({ BrowserWindow, app }, preload) => {
      const window = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } });
      await window.loadURL('data:text/html,<p>somebody else');
      const said = await window.webContents.executeJavaScript('window.shell.info().catch((cause) => cause.message)');
      window.destroy();
      return `${said} in ${app.name}`;
    }, `${dist}/electron/preload.cjs`);
    expect(refusal).toBe('not_allowed in Yunkao');
  });

  it('may use camera and microphone, and nothing else', async () => {
    const states = await shell.page.evaluate(async () => {
      const state = async (name: string) => (await navigator.permissions.query({ name: name as PermissionName })).state;
      return {
        camera: await state('camera'),
        location: await state('geolocation'),
        notes: await state('notifications'),
      };
    });
    expect(states).toEqual({ camera: 'granted', location: 'denied', notes: 'denied' });
  });

  it('runs the face worker, WebAssembly included, under the stricter policy of its own', async () => {
    const header = await shell.page.evaluate(async () => {
      const answer = await fetch('face-worker.js');
      return answer.headers.get('content-security-policy');
    });
    expect(header).toBe("default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'");
    expect(await shell.page.evaluate(() => window.countFaces())).toBe(0);
    // The same server the page may reach.
    const probe = await shell.page.evaluate((address) => window.probeWorker(address), `${centre.origin}/none`);
    expect(probe).toEqual({ reached: false, evaluated: false });
  });
});

it('[SEC-2] refuses the pinned server when it shows another certificate', async () => {
  const dataFolder = await newDataFolder();
  const other = await startShell({
    ...{ dist, env: display.env, dataFolder },
    server: centre.origin,
    fingerprint: '0'.repeat(64),
  });
  const before = centre.requests.length;
  const outcome = await other.page.evaluate(
    (url) =>
      fetch(url, { mode: 'no-cors' }).then(
        () => 'reached',
        () => 'refused',
      ),
    centre.origin,
  );
  await other.app.close();
  expect(outcome).toBe('refused');
  expect(centre.requests.length).toBe(before);
});
