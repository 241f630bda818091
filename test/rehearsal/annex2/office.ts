import type { HttpClient } from '../../../shared/contract/http-client.ts';
import type { Premises } from '../premises.ts';
import { signingIn } from '../sign-in-as.ts';

/** Those who work when the papers are in: an organiser and three markers, each signed in with an account of the sample. */
export interface Office {
  organiser: HttpClient;
  markers: readonly HttpClient[];
}

export async function openOffice(premises: Premises): Promise<Office> {
  const { signInAs } = await signingIn(premises);
  const markers: HttpClient[] = [];
  for (const index of [0, 1, 2]) markers.push((await signInAs('marker', index)).call);
  return { organiser: (await signInAs('organiser')).call, markers };
}
