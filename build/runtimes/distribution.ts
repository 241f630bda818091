/** A Linux distribution as far as installing packages goes. */
export interface Distribution {
  installer: 'apt-get' | 'dnf';
  /** Debian itself: there, and only there, packages are installed without asking when we are root. */
  isDebian: boolean;
  /** What Electron, the rehearsal and the end-to-end tests want. */
  packages: readonly string[];
}

const DISPLAY_AND_MEDIA = ['xvfb', 'xauth', 'openbox', 'fonts-noto-cjk', 'chromium', 'ffmpeg'];
const APT = ['libnss3', 'libgbm1', 'libxss1', 'libxtst6', 'libgtk-3-0', 'libasound2', 'libatk-bridge2.0-0'];
/** Debian 13 and Ubuntu 24.04 renamed what a 64-bit time_t changed. */
const APT_TIME64 = [
  'libnss3',
  'libgbm1',
  'libxss1',
  'libxtst6',
  'libgtk-3-0t64',
  'libasound2t64',
  'libatk-bridge2.0-0t64',
];
const DNF = [
  ...['xorg-x11-server-Xvfb', 'xorg-x11-xauth', 'openbox', 'google-noto-sans-cjk-fonts', 'chromium', 'ffmpeg-free'],
  ...['nss', 'mesa-libgbm', 'libXScrnSaver', 'libXtst', 'gtk3', 'alsa-lib', 'at-spi2-atk'],
];

/** Reads /etc/os-release (freedesktop.org os-release(5)); null when its package names are not known here. */
export function readDistribution(osRelease: string): Distribution | null {
  const fields = Object.fromEntries(
    osRelease.split('\n').flatMap((line) => {
      const [, key, value] = /^([A-Z_]+)="?([^"]*)"?$/.exec(line.trim()) ?? [];
      return key ? [[key, value]] : [];
    }),
  ) as Record<string, string | undefined>;
  const id = fields.ID ?? '';
  const family = [id, ...(fields.ID_LIKE ?? '').split(' ')];
  if (family.some((name) => ['debian', 'ubuntu'].includes(name))) {
    const time64 = Number(fields.VERSION_ID) >= (id === 'debian' ? 13 : 24);
    return {
      installer: 'apt-get',
      isDebian: id === 'debian',
      packages: [...DISPLAY_AND_MEDIA, ...(time64 ? APT_TIME64 : APT)],
    };
  }
  if (family.some((name) => ['fedora', 'rhel', 'centos', 'openEuler'].includes(name))) {
    return { installer: 'dnf', isDebian: false, packages: DNF };
  }
  return null;
}

/** The command a person runs to install `packages`. */
export function installCommand({ installer }: Distribution, packages: readonly string[]): string {
  return `sudo ${installer} install -y ${packages.join(' ')}`;
}

/**
 * Which of `wanted` are not among the installed ones. `listing` is one `name status` a line, as dpkg-query prints
 * (`ii` = installed) and rpm is asked to print.
 */
export function notInstalled(wanted: readonly string[], listing: string): string[] {
  const installed = new Set(
    listing.split('\n').flatMap((line) => {
      const [name, status] = line.trim().split(/\s+/);
      return name && status === 'ii' ? [name] : [];
    }),
  );
  return wanted.filter((name) => !installed.has(name));
}
