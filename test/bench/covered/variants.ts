/** What is laid over the faces, and in which light they are seen. */
import {
  band,
  beard,
  cap,
  type Drawn,
  fringe,
  glasses,
  hand,
  mask,
  maskBelowChin,
  scarf,
  sunglasses,
} from './coverings.ts';

export type Part = 'mouth' | 'eyes' | 'brow';

interface Covering {
  /** What it hides; null: nothing that anybody would be asked to uncover. */
  part: Part | null;
  lay(drawn: Drawn): void;
}

const covers = (part: Part | null, lay: Covering['lay']): Covering => ({ part, lay });

export const COVERINGS: Readonly<Record<string, Covering>> = {
  nothing: covers(null, () => undefined),
  'white mask': covers('mouth', (on) => mask(on, [235, 238, 240])),
  'blue mask': covers('mouth', (on) => mask(on, [150, 200, 225])),
  'black mask': covers('mouth', (on) => mask(on, [35, 35, 38])),
  'pink mask': covers('mouth', (on) => mask(on, [235, 170, 180])),
  'beige mask': covers('mouth', (on) => mask(on, [215, 185, 160])),
  'red scarf': covers('mouth', (on) => scarf(on, [150, 40, 45], [200, 190, 170])),
  'navy scarf': covers('mouth', (on) => scarf(on, [40, 50, 90], [60, 70, 120])),
  'black glasses': covers('eyes', (on) => sunglasses(on, [15, 15, 18], 0.97)),
  'brown glasses': covers('eyes', (on) => sunglasses(on, [60, 40, 28], 0.9)),
  'blue glasses': covers('eyes', (on) => sunglasses(on, [40, 70, 140], 0.9)),
  'black band': covers('eyes', band),
  'red cap': covers('brow', (on) => cap(on, [170, 30, 35])),
  'white cap': covers('brow', (on) => cap(on, [230, 230, 228])),
  'navy cap': covers('brow', (on) => cap(on, [35, 45, 80])),
  'black cap': covers('brow', (on) => cap(on, [25, 25, 27])),
  'own hand': covers('mouth', hand),
  'thin spectacles': covers(null, (on) => glasses(on, 'rgb(60 50 40)', 0.018)),
  'thick spectacles': covers(null, (on) => glasses(on, 'rgb(15 15 15)', 0.055)),
  'dark beard': covers(null, (on) => beard(on, [45, 32, 25], 0.75)),
  'light beard': covers(null, (on) => beard(on, [110, 75, 45], 0.6)),
  'black fringe': covers(null, (on) => fringe(on, [28, 22, 20])),
  'brown fringe': covers(null, (on) => fringe(on, [80, 55, 38])),
  'mask below the chin': covers(null, (on) => maskBelowChin(on, [150, 200, 225])),
};

interface Light {
  /** Of a canvas, for the picture before anything is laid over it. */
  filter: string;
  /** Pixels across the face, of 640. */
  face: number;
  /** Amplitude of the camera's noise, of 255. */
  noise: number;
  /** White that spills over the whole picture from behind, 0..1. */
  glare: number;
}

export const LIGHTS: Readonly<Record<string, Light>> = {
  'good light': { filter: 'none', face: 190, noise: 5, glare: 0 },
  dim: { filter: 'brightness(0.4)', face: 190, noise: 9, glare: 0 },
  warm: { filter: 'sepia(0.45) saturate(1.5)', face: 170, noise: 5, glare: 0 },
  far: { filter: 'none', face: 95, noise: 6, glare: 0 },
  'back to the window': { filter: 'brightness(0.5) contrast(0.8)', face: 170, noise: 8, glare: 0.28 },
};
