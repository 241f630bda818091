import { describe, expect, it } from 'vitest';
import { displaysOf } from './environment-facts.ts';
import { parsePropertyList } from './property-list.ts';

const list = (inside: string) => `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">
${inside}
</plist>
`;
const display = (name: string, ...pairs: [key: string, value: string][]) =>
  `<dict><key>_name</key><string>${name}</string>${pairs
    .map(([key, value]) => `<key>${key}</key>\n<string>${value}</string>`)
    .join('\n')}</dict>`;
const profile = (...displays: string[]) =>
  list(`<array><dict>
    <key>_SPCommandLineArguments</key><array><string>/usr/sbin/system_profiler</string><string>-xml</string></array>
    <key>_SPCompletionInterval</key><real>0.78</real>
    <key>_items</key><array>
      <dict><key>_name</key><string>kHW_IntelIrisItem</string><key>spdisplays_ndrvs</key><array>${displays.join('')}</array></dict>
      <dict><key>_name</key><string>a card without a display</string></dict>
    </array>
    <key>_versionInfo</key><dict><key>com.apple.SystemProfiler.SPDisplaysReporter</key><string>2.8</string></dict>
  </dict></array>`);

describe('property lists of macOS', () => {
  it('every kind of value, and text with signs of its own', () => {
    const inside =
      '<dict><key>a &amp; b</key><string>中文 &lt;1&gt;</string><key>n</key><integer>-3</integer><key>r</key><real>1.5</real>' +
      '<key>t</key><true/><key>f</key><false/><key>list</key><array><string></string><dict/></array></dict>';
    expect(parsePropertyList(list(inside))).toEqual({
      ...{ 'a & b': '中文 <1>', n: -3, r: 1.5, t: true, f: false },
      list: ['', {}],
    });
  });

  it('anything else is refused', () => {
    expect(() => parsePropertyList('system_profiler: command not found')).toThrow();
    expect(() => parsePropertyList(list(''))).toThrow();
    expect(() => displaysOf(list('<array/>'))).toThrow();
  });
});

describe('displays as system_profiler names them', () => {
  it('one of its own, one by AirPlay, and none that is off', () => {
    const text = profile(
      display(
        'Color LCD',
        ['spdisplays_connection_type', 'spdisplays_internal'],
        ['spdisplays_mirror', 'spdisplays_on'],
      ),
      display(
        'Living Room',
        ['spdisplays_connection_type', 'spdisplays_airplay'],
        ['spdisplays_online', 'spdisplays_yes'],
      ),
      display('asleep', ['spdisplays_online', 'spdisplays_no']),
    );
    expect(displaysOf(text)).toMatchObject([
      { _name: 'Color LCD', spdisplays_connection_type: 'spdisplays_internal', spdisplays_mirror: 'spdisplays_on' },
      { _name: 'Living Room', spdisplays_connection_type: 'spdisplays_airplay' },
    ]);
  });
});
