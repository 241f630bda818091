import { createHttpClient, type HttpClient } from '../../../shared/contract/http-client.ts';
import type { StaffRole } from '../../../shared/domain/staff.ts';
import { httpsFetch } from '../../contract/server/https-fetch.ts';
import type { Premises } from '../premises.ts';

type Colleagues = Record<'organiser' | 'proctor' | 'reviewer' | 'chief', HttpClient> & { markers: HttpClient[] };

/** Everybody who works at the exam centre, each signed in with an account of the sample. */
export async function colleagues({
  centre,
  roster,
}: Premises): Promise<Colleagues & { token: string; send: typeof fetch }> {
  const { origin } = centre;
  const send = httpsFetch(await centre.certificate());
  const clientOf = (token: string | null) => createHttpClient({ origin, token: () => token, fetch: send });
  const having = (role: StaffRole) => roster.staff.filter((person) => person.role === role);
  const signIn = async (role: StaffRole, index = 0): Promise<{ token: string; call: HttpClient }> => {
    const account = having(role)[index];
    if (!account) throw new Error(`the sample roster has no ${role} number ${index + 1}`);
    const { token } = await clientOf(null)('staffSignIn', { login: account.login, password: account.password });
    return { token, call: clientOf(token) };
  };
  const organiser = await signIn('organiser');
  return {
    organiser: organiser.call,
    proctor: (await signIn('proctor')).call,
    reviewer: (await signIn('reviewer')).call,
    chief: (await signIn('chief')).call,
    markers: [(await signIn('marker')).call, (await signIn('marker', 1)).call],
    ...{ token: organiser.token, send },
  };
}
