import { describe, expect, it } from 'vitest';
import { readPhotos } from './read-photos.ts';
import { zipOf } from './workbook.fixture.ts';

const JPEG = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 4, 0x4a, 0x46, 0xff, 0xd9]);
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0]);
const [WANG, LI, ZHAO] = ['210102199001010007', '210102199102020001', '11010519491231002X'];

describe('the photos of a batch', () => {
  it('are found by identity number, in any folder, and litter is left alone', async () => {
    const { photos, faults } = await readPhotos(
      await zipOf({
        [`${WANG}.jpg`]: JPEG,
        [`photos/${LI}.PNG`]: PNG,
        [`${ZHAO.toLowerCase()}.jpeg`]: JPEG,
        '__MACOSX/x': Buffer.from('1'),
        'photos/Thumbs.db': Buffer.from('1'),
      }),
    );
    expect(faults).toEqual([]);
    expect([...photos.keys()].sort()).toEqual([ZHAO, WANG, LI]);
  });

  it('are told one by one when they cannot be used', async () => {
    const { faults } = await readPhotos(
      await zipOf({
        '王一.jpg': JPEG,
        '210102199001010008.jpg': JPEG,
        [`${WANG}.jpg`]: Buffer.from('not a picture'),
        [`${LI}.gif`]: JPEG,
        [`${ZHAO}.jpg`]: JPEG,
        [`again/${ZHAO}.png`]: PNG,
      }),
    );
    expect(faults.map(({ kind, cell }) => `${kind} ${cell}`)).toEqual([
      'photo_name 王一.jpg',
      'photo_name 210102199001010008.jpg',
      `photo_kind ${WANG}.jpg`,
      `photo_kind ${LI}.gif`,
      `photo_twice again/${ZHAO}.png`,
    ]);
  });

  it('are refused whole when one is too large or the archive is none', async () => {
    const large = await readPhotos(await zipOf({ [`${WANG}.jpg`]: Buffer.alloc(1_000_001, 1) }));
    expect([large.photos.size, large.faults[0]?.kind, large.faults[0]?.cell]).toEqual([
      0,
      'photo_too_large',
      `${WANG}.jpg`,
    ]);
    expect((await readPhotos(Buffer.from('rar'))).faults[0]?.kind).toBe('file_unreadable');
  });
});
