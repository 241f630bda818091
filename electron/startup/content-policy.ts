/** `https://host:port` -> `wss://host:port`. */
const socketOrigin = (serverOrigin: string): string => serverOrigin.replace(/^https:/, 'wss:');

/**
 * The exam window's Content-Security-Policy (SEC-2): everything from our own bundle, and one server. Inline styles
 * are allowed because React writes style attributes; 'wasm-unsafe-eval' compiles WebAssembly and nothing else.
 */
export function windowPolicy(serverOrigin: string): string {
  return [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "worker-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' blob: data:",
    "media-src 'self' blob: mediastream:",
    `connect-src 'self' ${serverOrigin} ${socketOrigin(serverOrigin)}`,
    "font-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    // What is not named is not there: no printing, no system dialogs, no windows, no downloads.
    'sandbox allow-scripts allow-same-origin allow-forms',
  ].join('; ');
}

/** A worker gets its policy from its own response: the analyzers load their models from the bundle and talk to nobody. */
export const WORKER_POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'";

/** Powers that no page of ours uses; the session's permission handler refuses them, too. */
export const PERMISSIONS_POLICY =
  'display-capture=(), fullscreen=(), geolocation=(), midi=(), usb=(), serial=(), hid=(), payment=()';
