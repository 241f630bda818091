import type { Problem } from './problem.ts';
import type { PhonePlatform } from './words.ts';

/** Programs that open links in a window of their own, most of which keep the camera to themselves. */
const IN_APP =
  /MicroMessenger|wxwork|\bQQ\/\d|DingTalk|Lark|Feishu|AlipayClient|Weibo|aweme|NewsArticle|xhsdiscover|baiduboxapp/i;

/** A page inside a program, on Android and on an iPhone, whichever program it is. */
const INSIDE = [/; wv\)/, /^(?=.*(?:iPhone|iPad|iPod))(?!.*Safari\/)/];

/** What the check needs of the browser, so that it can be tried with browsers we do not have. */
export interface BrowserFacts {
  userAgent: string;
  secure: boolean;
  hasCamera: boolean;
  hasFetch: boolean;
}

/** Reads the facts. iOS 11.0 has no `isSecureContext`; there the protocol decides. */
export function browserFacts(): BrowserFacts {
  return {
    userAgent: navigator.userAgent,
    secure: window.isSecureContext ?? location.protocol === 'https:',
    hasCamera: Boolean(navigator.mediaDevices?.getUserMedia),
    hasFetch: 'fetch' in window,
  };
}

/**
 * Why this browser cannot be, or should not be, the second view (annex 4 section 3.2); null when it can. One that can neither
 * record nor be watched live can still send pictures.
 */
export function browserProblem({ userAgent, secure, hasCamera, hasFetch }: BrowserFacts): Problem | null {
  if ([IN_APP, ...INSIDE].some((inside) => inside.test(userAgent))) return 'in_app';
  if (!secure) return 'insecure';
  return hasCamera && hasFetch ? null : 'unsupported';
}

export function phonePlatform(userAgent: string): PhonePlatform {
  if (/iPhone|iPad|iPod/.test(userAgent)) return 'ios';
  return /Android/.test(userAgent) ? 'android' : 'other';
}
