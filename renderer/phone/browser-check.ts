import type { Problem } from './problem.ts';

/** Programs that open links in a window of their own, most of which keep the camera to themselves. */
const IN_APP =
  /MicroMessenger|wxwork|\bQQ\/\d|DingTalk|Lark|Feishu|AlipayClient|Weibo|aweme|NewsArticle|xhsdiscover|baiduboxapp/i;

/** What the check needs of the browser, so that it can be tried with browsers we do not have. */
export interface BrowserFacts {
  userAgent: string;
  secure: boolean;
  hasCamera: boolean;
  hasPeers: boolean;
}

/** Reads the facts. iOS 11.0 has no `isSecureContext`; there the protocol decides. */
export function browserFacts(): BrowserFacts {
  return {
    userAgent: navigator.userAgent,
    secure: window.isSecureContext ?? location.protocol === 'https:',
    hasCamera: Boolean(navigator.mediaDevices?.getUserMedia),
    hasPeers: 'RTCPeerConnection' in window && 'fetch' in window,
  };
}

/** Why this browser cannot be, or should not be, the second view (annex 4 section 3.2); null when it can. */
export function browserProblem({ userAgent, secure, hasCamera, hasPeers }: BrowserFacts): Problem | null {
  if (IN_APP.test(userAgent)) return 'in_app';
  if (!secure) return 'insecure';
  return hasCamera && hasPeers ? null : 'unsupported';
}
