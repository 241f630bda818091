import { describe, expect, it } from 'vitest';
import { browserProblem } from './browser-check.ts';

const able = { secure: true, hasCamera: true, hasFetch: true };
const IPHONE = 'Mozilla/5.0 (iPhone; CPU iPhone OS 11_0 like Mac OS X) AppleWebKit/604.1.38 (KHTML, like Gecko)';
const ANDROID = 'Mozilla/5.0 (Linux; Android 10; MI 9) AppleWebKit/537.36 (KHTML, like Gecko)';

describe('browser check (annex 4 section 3.2)', () => {
  it.each([
    `${IPHONE} Version/11.0 Mobile/15A372 Safari/604.1`,
    `${ANDROID} Chrome/80.0.3987.99 Mobile Safari/537.36`,
    `${IPHONE} CriOS/108.0.5359.112 Mobile/15E148 Safari/604.1`,
    `${ANDROID} Version/4.0 Chrome/89.0.4389.72 MQQBrowser/13.6 Mobile Safari/537.36`,
  ])('takes %s', (userAgent) => {
    expect(browserProblem({ userAgent, ...able })).toBeNull();
  });

  it.each([
    `${IPHONE} Mobile/15A372 MicroMessenger/8.0.20 NetType/WIFI Language/zh_CN`,
    `${ANDROID} Chrome/86.0 Mobile Safari/537.36 wxwork/4.0 MicroMessenger/7.0.1`,
    `${IPHONE} Mobile/15E148 QQ/8.9.3.617 V1_IPH_SQ_8.9.3 Pixel/1170`,
    `${ANDROID} Chrome/91.0 Mobile Safari/537.36 AliApp(DingTalk/6.5.10)`,
    `${IPHONE} Mobile/15E148 Feishu/5.3`,
    `${IPHONE} Mobile/15E148 SomeProgram/1.0`,
    `${ANDROID} Version/4.0 Chrome/91.0.4472.114 Mobile Safari/537.36`.replace('MI 9)', 'MI 9; wv)'),
  ])('leads out of %s', (userAgent) => {
    expect(browserProblem({ userAgent, ...able })).toBe('in_app');
  });

  it('tells a page without encryption from a browser without camera', () => {
    const userAgent = `${IPHONE} Safari/604.1`;
    // On an insecure origin the camera is missing too: the cause is told, not its effect.
    expect(browserProblem({ ...able, userAgent, secure: false, hasCamera: false })).toBe('insecure');
    expect(browserProblem({ ...able, userAgent, hasCamera: false })).toBe('unsupported');
  });
});
