import { afterEach, expect, it, vi } from 'vitest';
import { ensureChromium, knownBrowsers } from './chromium.ts';

afterEach(() => vi.unstubAllEnvs());

it('looks for Chrome, Chromium and Edge in every Windows folder that is set', () => {
  const found = knownBrowsers('win32', { PROGRAMFILES: 'C:/Program Files', LOCALAPPDATA: 'C:/Users/a/AppData/Local' });
  expect(found).toHaveLength(6);
  expect(found[0]).toContain('chrome.exe');
});

it('takes the browser named in CHROMIUM_PATH', async () => {
  vi.stubEnv('CHROMIUM_PATH', process.execPath);
  expect(await ensureChromium()).toBe(process.execPath);
});

it('says so when CHROMIUM_PATH names nothing, rather than using another browser', async () => {
  vi.stubEnv('CHROMIUM_PATH', '/nowhere/chromium');
  await expect(ensureChromium()).rejects.toThrow('/nowhere/chromium');
});
