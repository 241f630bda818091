import type { Finding } from '../../../shared/contract/shell.ts';
import { circumstance } from '../finding.ts';
import type { ProfiledDisplay } from './environment-facts.ts';

/** What is known of the Mac at one look. */
export interface MacFacts {
  displays: readonly ProfiledDisplay[];
  mirrored: boolean | null;
  watched: boolean | null;
  /** File names of what runs. */
  images: readonly string[];
  model: string;
}

/** Started by macOS when somebody looks at this screen from afar, and ended after. */
const SHARES_SCREEN = ['ScreensharingAgent', 'AppleVNCServer', 'SSInvitationAgent'];
/** Started when a picture or a film of the screen is taken. */
const TAKES_PICTURES = ['screencapture', 'screencaptureui'];
const DICTATES = 'DictationIM';
const VIRTUAL_MODEL = /vmware|parallels|virtualbox|qemu|^VirtualMac|standard pc/i;

function displays({ displays: shown, mirrored }: MacFacts): Finding[] {
  const isAirPlay = ({ spdisplays_connection_type: type, spdisplays_display_type: kind }: ProfiledDisplay) =>
    type === 'spdisplays_airplay' || /airplay/i.test(kind);
  const wireless = shown.some(isAirPlay);
  const virtual = shown.find((each) => each.spdisplays_virtualdevice === 'spdisplays_yes' && !isAirPlay(each));
  const same = mirrored === true || shown.some(({ spdisplays_mirror }) => spdisplays_mirror === 'spdisplays_on');
  const count = Math.max(shown.length, same ? 2 : 1);
  return [
    ...(same ? [circumstance('extra_display', { displays: count, mirrored: true })] : []),
    ...(wireless ? [circumstance('extra_display', { displays: count, connection: 'wireless' })] : []),
    ...(virtual
      ? [circumstance('extra_display', { displays: count, connection: 'virtual', adapter: virtual._name })]
      : []),
  ];
}

function others({ watched, images, model }: MacFacts): Finding[] {
  const sharing = SHARES_SCREEN.find((name) => images.includes(name));
  const dictation = { program: '听写', programEn: 'Dictation', policy: 'note', image: DICTATES, by: 'image' };
  return [
    ...(sharing ? [circumstance('remote_session', { session: 'watched', program: sharing })] : []),
    // Which of the two it is macOS does not say.
    ...(watched && !sharing ? [circumstance('remote_session', { session: 'recorded_or_watched' })] : []),
    ...(images.includes(DICTATES) ? [circumstance('prohibited_app', dictation)] : []),
    ...(VIRTUAL_MODEL.test(model) ? [circumstance('virtual_machine', { hints: `model: ${model}` })] : []),
  ];
}

/** Circumstances, each for a person to look at: none stops a candidate (LOCK-3). */
export const environmentHints = (facts: MacFacts): Finding[] => [...displays(facts), ...others(facts)];

/** Programs that take pictures of the screen and were not there at the look before. */
export const startedCaptures = (before: readonly string[], now: readonly string[]): Finding[] =>
  TAKES_PICTURES.filter((name) => now.includes(name) && !before.includes(name)).map((program) =>
    circumstance('screenshot', { program }),
  );
