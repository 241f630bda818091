import type { ViolationKind } from '../../../shared/domain/violation.ts';

/** What is before a camera for so long. */
export interface Scene {
  /** A picture by its name; `black` is a covered lens, `empty` a bare wall. */
  show: string;
  seconds: number;
  /** What it is labelled as; nothing where all is well. */
  kinds?: readonly ViolationKind[];
  /** A part of another picture (shares of it) that is laid over this one, at a place and with a height that are shares of this one. */
  beside?: { picture: string; part: readonly [number, number, number, number]; x: number; y: number; height: number };
  /** A patch of one colour, in shares of the picture. */
  patch?: { colour: string; x: number; y: number; width: number; height: number };
  /** The share of the light that is left. */
  light?: number;
  /** Not even the camera's noise moves. */
  frozen?: true;
  /** The same so many seconds again and again. */
  film?: number;
}

export interface Script {
  name: string;
  camera: 'front' | 'rear';
  scenes: readonly Scene[];
}

type More = Omit<Scene, 'show' | 'seconds' | 'kinds'>;
const show = (picture: string, seconds: number, kinds: Scene['kinds'] = [], more: More = {}): Scene => ({
  ...{ show: picture, seconds, kinds },
  ...more,
});
const front = (name: string, ...scenes: Scene[]): Script => ({ name, camera: 'front', scenes });
const rear = (name: string, ...scenes: Scene[]): Script => ({ name, camera: 'rear', scenes });

const PHONES = {
  screen: { picture: 'phone2', part: [0.29, 0, 0.42, 1] },
  lying: { picture: 'phone1', part: [0.25, 0, 0.5, 1] },
} as const;
const BOOK = { picture: 'book1', part: [0.2, 0.15, 0.75, 0.8] } as const;

/**
 * Stills one after another, cut hard, as a proctor would label them. Of the pictures `a1` and `a2` are one person, `b1` another; the
 * `camera-…` ones are the sample's.
 */
export const SCRIPTS: readonly Script[] = [
  front(
    'leaves a',
    show('a1', 15),
    show('empty', 12, ['no_face']),
    show('a1', 15),
    show('nobody', 15, ['no_face']),
    show('a2', 10),
  ),
  front(
    'leaves b',
    show('b1', 15),
    show('empty', 7, ['no_face']),
    show('b1', 20),
    show('empty', 20, ['no_face']),
    show('b2', 10),
  ),
  front(
    'others a',
    ...[show('a1', 12), show('two-people', 8, ['multiple_people']), show('a1', 20)],
    ...[show('many-people', 10, ['multiple_people']), show('a2', 8)],
  ),
  front('others', show('camera-LD20260003', 12), show('group', 10, ['multiple_people']), show('camera-LD20260003', 12)),
  front('another a', show('a1', 15), show('b1', 15, ['identity_mismatch']), show('a2', 15)),
  front(
    'another',
    show('camera-LD20260001', 15),
    show('camera-impostor', 15, ['identity_mismatch']),
    show('camera-LD20260001', 10),
  ),
  front(
    'blocked',
    show('b1', 12),
    show('black', 10, ['camera_blocked']),
    show('b2', 15),
    show('black', 15, ['camera_blocked']),
    show('b1', 8),
  ),
  front('dark', show('a1', 12), show('a1', 35, ['poor_light'], { light: 0.15 }), show('a1', 10)),
  front('frozen a', show('a1', 12), show('a1', 20, ['camera_frozen'], { frozen: true }), show('a1', 10)),
  front('frozen b', show('b1', 12), show('b1', 15, ['camera_frozen'], { frozen: true }), show('b1', 8)),
  front('film of 6 s', show('a1', 60, ['camera_looped'], { film: 6 })),
  front('film of 12 s', show('c1', 72, ['camera_looped'], { film: 12 })),
  front(
    'mask',
    show('b1', 15),
    show('b1', 25, ['face_covered'], { patch: { colour: '0x9fc5e8', x: 0.4, y: 0.36, width: 0.2, height: 0.17 } }),
    show('b1', 8),
  ),
  front(
    'dark glasses',
    show('c1', 15),
    show('c1', 25, ['face_covered'], { patch: { colour: '0x101010', x: 0.37, y: 0.16, width: 0.25, height: 0.08 } }),
    show('c1', 8),
  ),
  front(
    'phones, close',
    ...[show('a1', 15), show('phone1', 12, ['prohibited_object', 'no_face']), show('a1', 15)],
    ...[show('phone2', 12, ['prohibited_object', 'no_face']), show('a1', 6)],
  ),
  front('book, close', show('c1', 15), show('book1', 15, ['prohibited_object', 'no_face']), show('c1', 10)),
  front(
    'phones beside b',
    show('b1', 15),
    show('b1', 15, ['prohibited_object'], { beside: { ...PHONES.screen, x: 0.03, y: 0.35, height: 0.6 } }),
    show('b1', 20),
    show('b1', 15, ['prohibited_object'], { beside: { ...PHONES.lying, x: 0.06, y: 0.55, height: 0.4 } }),
    show('b1', 8),
  ),
  front(
    'book beside c',
    show('c1', 15),
    show('c1', 20, ['prohibited_object'], { beside: { ...BOOK, x: 0.62, y: 0.5, height: 0.5 } }),
    show('c1', 8),
  ),
  rear('others', show('rear-view', 20), show('two-people', 40, ['multiple_people']), show('rear-view', 20)),
  rear('phone', show('rear-view', 20), show('phone1', 40, ['prohibited_object'])),
  ...['a1', 'b1', 'c1'].map((person) => front(`quiet ${person}`, show(person, 60))),
  ...['LD20260001', 'LD20260002', 'LD20260003', 'impostor'].map((person) =>
    front(`quiet ${person}`, show(`camera-${person}`, 90)),
  ),
  front('quiet, cut', ...['a1', 'a2', 'a3', 'a4'].map((picture) => show(picture, 15))),
];
