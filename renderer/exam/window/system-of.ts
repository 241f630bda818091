/** Which system's words to use. `platform` as the shell tells it, e.g. `win32 6.1.7601 x64`. */
export function systemOf(platform: string): 'windows7' | 'windows10' | 'macos' | 'other' {
  const [name, version = ''] = platform.split(' ');
  if (name === 'win32') return Number(version.split('.')[0]) >= 10 ? 'windows10' : 'windows7';
  return name === 'darwin' ? 'macos' : 'other';
}
