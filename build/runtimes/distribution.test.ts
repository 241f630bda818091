import { expect, it } from 'vitest';
import { installCommand, notInstalled, readDistribution } from './distribution.ts';

it('knows Debian 12 as Debian itself', () => {
  const distribution = readDistribution('PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\nVERSION_ID="12"\nID=debian\n');
  expect(distribution).toMatchObject({ installer: 'apt-get', isDebian: true });
  expect(distribution?.packages).toContain('libasound2');
});

it.each([
  ['Debian 13', 'ID=debian\nVERSION_ID="13"'],
  ['Ubuntu 24.04', 'ID=ubuntu\nID_LIKE=debian\nVERSION_ID="24.04"'],
])('uses the renamed libraries on %s', (_, osRelease) => {
  expect(readDistribution(osRelease)?.packages).toContain('libasound2t64');
});

it('takes Ubuntu for a relative that is not installed on without asking', () => {
  expect(readDistribution('ID=ubuntu\nID_LIKE=debian\nVERSION_ID="22.04"')?.isDebian).toBe(false);
});

it('names the exact command on Fedora', () => {
  const fedora = readDistribution('ID=fedora\nVERSION_ID=41');
  expect(fedora && installCommand(fedora, ['gtk3', 'nss'])).toBe('sudo dnf install -y gtk3 nss');
});

it('does not guess on a distribution it does not know', () => {
  expect(readDistribution('ID=alpine\nVERSION_ID=3.20')).toBeNull();
  expect(readDistribution('')).toBeNull();
});

it('counts only fully installed packages: a removed one leaves its configuration behind', () => {
  expect(notInstalled(['xvfb', 'openbox', 'ffmpeg'], 'xvfb ii \nopenbox rc \n')).toEqual(['openbox', 'ffmpeg']);
});
