import type { HttpClient } from '../../../shared/contract/http-client.ts';
import type { Premises } from '../premises.ts';
import { signingIn } from '../sign-in-as.ts';

type Colleagues = Record<'organiser' | 'proctor' | 'reviewer' | 'chief', HttpClient> & { markers: HttpClient[] };

/** Everybody who works at the exam centre, each signed in with an account of the sample. */
export async function colleagues(premises: Premises): Promise<Colleagues & { token: string; send: typeof fetch }> {
  const { signInAs, send } = await signingIn(premises);
  const organiser = await signInAs('organiser');
  return {
    organiser: organiser.call,
    proctor: (await signInAs('proctor')).call,
    reviewer: (await signInAs('reviewer')).call,
    chief: (await signInAs('chief')).call,
    markers: [(await signInAs('marker')).call, (await signInAs('marker', 1)).call],
    ...{ token: organiser.token, send },
  };
}
