import type { Clock } from '../../../shared/support/clock.ts';
import { type KeyPair, makeKeyPair } from '../../../shared/support/sealed-for.ts';
import { sha256Hex } from '../../../shared/support/sha256.ts';
import type { Storage } from '../../sql/storage.ts';

/** The exam centre's key pair for answer files. The id is the hash of the public half and stands in every file. */
export interface CentreKey extends KeyPair {
  id: string;
}

/** Made at the first start and kept in the database, so that a backup of the examination opens its answer files, too. */
export async function ownCentreKey(store: Storage, clock: Clock): Promise<CentreKey> {
  const kept = await store.newestCentreKey();
  if (kept) return { id: kept.id, publicKey: kept.public_key, privateKey: kept.private_key };
  const { publicKey, privateKey } = await makeKeyPair();
  const id = await sha256Hex(publicKey);
  await store.insertCentreKey({ id, public_key: publicKey, private_key: privateKey, made_at: clock.now() });
  return { id, publicKey, privateKey };
}
