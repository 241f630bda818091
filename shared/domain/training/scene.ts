/** What a proctor in the training room must find by looking (annex 5 of the notice): nothing points it out. */
export const INCIDENTS = [
  'phone',
  'notes',
  'second_person',
  'absent',
  'camera_blocked',
  'headphones',
  'looking_away',
] as const;
export type Incident = (typeof INCIDENTS)[number];

/** What anybody does in two hours at a desk: whoever notes it as a violation raises a false alarm. */
export const HARMLESS = ['glance', 'stretch', 'chin_on_hand', 'lean_close'] as const;
export type Harmless = (typeof HARMLESS)[number];

export const SCENES = [...INCIDENTS, ...HARMLESS] as const;
export type Scene = (typeof SCENES)[number];

/** The reason that a proctor gives, as far as it is one of the wall's ready ones. */
export const GROUNDS = ['other_person', 'material', 'absent', 'camera_blocked', 'headphones', 'looking_away'] as const;
export type Ground = (typeof GROUNDS)[number];

export const GROUND_OF: Readonly<Record<Incident, Ground>> = {
  phone: 'material',
  notes: 'material',
  second_person: 'other_person',
  absent: 'absent',
  camera_blocked: 'camera_blocked',
  headphones: 'headphones',
  looking_away: 'looking_away',
};

export const isIncident = (scene: Scene): scene is Incident => (INCIDENTS as readonly Scene[]).includes(scene);
