import { describe, expect, it } from 'vitest';
import type { ProfiledDisplay } from './environment-facts.ts';
import { environmentHints, type MacFacts, startedCaptures } from './environment-hints.ts';

const display = (more: Partial<ProfiledDisplay>): ProfiledDisplay => ({
  ...{ _name: 'Color LCD', spdisplays_connection_type: 'spdisplays_internal', spdisplays_display_type: '' },
  ...{ spdisplays_mirror: 'spdisplays_off', spdisplays_virtualdevice: '', spdisplays_online: 'spdisplays_yes' },
  ...more,
});
/** A Mac at home, with what always runs on one. */
const MAC: MacFacts = {
  displays: [display({})],
  ...{ mirrored: false, watched: false, model: 'MacBookPro14,1' },
  images: ['launchd', 'Dock', 'Siri', 'AirPlayXPCHelper', 'ARDAgent', 'SystemUIServer'],
};
const hints = (facts: Partial<MacFacts>) =>
  environmentHints({ ...MAC, ...facts }).map(({ kind, detail }) => ({ kind, ...detail }));

describe('[LOCK-3] hints of macOS', () => {
  it('an ordinary Mac gives none, nor does one that says nothing', () => {
    expect(hints({})).toEqual([]);
    expect(hints({ displays: [], mirrored: null, watched: null, images: [], model: '' })).toEqual([]);
  });

  it('a mirrored display and one by AirPlay are told', () => {
    const airplay = display({ _name: 'TV', spdisplays_connection_type: 'spdisplays_airplay' });
    expect(hints({ mirrored: true })).toEqual([{ kind: 'extra_display', displays: 2, mirrored: true }]);
    expect(hints({ displays: [display({ spdisplays_mirror: 'spdisplays_on' }), airplay] })).toEqual([
      { kind: 'extra_display', displays: 2, mirrored: true },
      { kind: 'extra_display', displays: 2, connection: 'wireless' },
    ]);
    // Older systems name the kind of display, and every AirPlay display is a virtual device.
    const older = display({ spdisplays_display_type: 'airplaydisplay', spdisplays_virtualdevice: 'spdisplays_yes' });
    expect(hints({ displays: [display({}), older] })).toEqual([
      { kind: 'extra_display', displays: 2, connection: 'wireless' },
    ]);
  });

  it('a display that is none is told with its name', () => {
    const dummy = display({ _name: 'DisplayDummy', spdisplays_virtualdevice: 'spdisplays_yes' });
    expect(hints({ displays: [display({}), dummy] })).toEqual([
      { kind: 'extra_display', displays: 2, connection: 'virtual', adapter: 'DisplayDummy' },
    ]);
  });

  it('screen sharing is told by its program, other watching once without one', () => {
    const images = [...MAC.images, 'ScreensharingAgent'];
    expect(hints({ watched: true, images })).toEqual([
      { kind: 'remote_session', session: 'watched', program: 'ScreensharingAgent' },
    ]);
    expect(hints({ watched: true })).toEqual([{ kind: 'remote_session', session: 'recorded_or_watched' }]);
  });

  it('running dictation is told as a program, a virtual machine by its model', () => {
    expect(hints({ images: ['DictationIM'] })).toMatchObject([{ kind: 'prohibited_app', policy: 'note' }]);
    expect(hints({ model: 'VMware7,1' })).toEqual([{ kind: 'virtual_machine', hints: 'model: VMware7,1' }]);
  });

  it('a picture of the screen is told when its program starts, not when it was there before', () => {
    expect(startedCaptures(['screencaptureui'], ['screencaptureui'])).toEqual([]);
    expect(startedCaptures([], ['screencaptureui']).map(({ kind, detail }) => ({ kind, ...detail }))).toEqual([
      { kind: 'screenshot', program: 'screencaptureui' },
    ]);
  });
});
