// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML cannot hold
const IMPOSSIBLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** Without the characters that XML has no way to write. Nobody can see them either. */
export const possibleText = (text: string): string => text.replace(IMPOSSIBLE, '');
