import * as z from 'zod';
import { CameraSchema } from '../../../shared/contract/views.ts';
import { Watched } from '../watched.ts';

const STORED = 'yunkao.console.wall-layout';

export const PAGE_SIZES = [25, 50] as const;
export const CAMERA_CHOICES = ['both', ...CameraSchema.options] as const;

const WallLayoutSchema = z.object({
  /** Candidates a page. */
  perPage: z.literal(PAGE_SIZES),
  cameras: z.enum(CAMERA_CHOICES),
});
export type WallLayout = z.infer<typeof WallLayoutSchema>;

const AT_FIRST: WallLayout = { perPage: 50, cameras: 'both' };

/** How this computer's proctor likes the wall: kept for the next day, too. */
export class WallLayouts {
  readonly layout: Watched<WallLayout>;
  readonly #storage: Storage;

  constructor(storage: Storage) {
    this.#storage = storage;
    const stored = storage.getItem(STORED);
    const parsed = stored ? WallLayoutSchema.safeParse(JSON.parse(stored)) : null;
    this.layout = new Watched(parsed?.success ? parsed.data : AT_FIRST);
  }

  choose(change: Partial<WallLayout>): void {
    const layout = { ...this.layout.get(), ...change };
    this.#storage.setItem(STORED, JSON.stringify(layout));
    this.layout.set(layout);
  }
}
