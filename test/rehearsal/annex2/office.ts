import { createHttpClient, type HttpClient } from '../../../shared/contract/http-client.ts';
import { httpsFetch } from '../../contract/server/https-fetch.ts';
import type { Premises } from '../premises.ts';

/** Those who work when the papers are in: an organiser and three markers, each signed in with an account of the sample. */
export interface Office {
  organiser: HttpClient;
  markers: readonly HttpClient[];
}

export async function openOffice({ centre, roster }: Premises): Promise<Office> {
  const { origin } = centre;
  const send = httpsFetch(await centre.certificate());
  const clientOf = (token: string | null) => createHttpClient({ origin, token: () => token, fetch: send });
  const signIn = async (account: { login: string; password: string } | undefined): Promise<HttpClient> => {
    if (!account) throw new Error('the sample roster has no such account');
    const { login, password } = account;
    return clientOf((await clientOf(null)('staffSignIn', { login, password })).token);
  };
  const having = (role: string) => roster.staff.filter((person) => person.role === role);
  const markers: HttpClient[] = [];
  for (const account of having('marker')) markers.push(await signIn(account));
  return { organiser: await signIn(having('organiser')[0]), markers };
}
