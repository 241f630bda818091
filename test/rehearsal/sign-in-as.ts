import { createHttpClient, type HttpClient } from '../../shared/contract/http-client.ts';
import type { StaffRole } from '../../shared/domain/staff.ts';
import { httpsFetch } from '../contract/server/https-fetch.ts';
import type { Premises } from './premises.ts';

/** Signs in whoever has that role on the sample roster; `index` among them. Throws when there is nobody. */
export type SignInAs = (role: StaffRole, index?: number) => Promise<{ token: string; call: HttpClient }>;

/** With `send`, which trusts the exam centre's own certificate. */
export async function signingIn({ centre, roster }: Premises): Promise<{ signInAs: SignInAs; send: typeof fetch }> {
  const { origin } = centre;
  const send = httpsFetch(await centre.certificate());
  const clientOf = (token: string | null) => createHttpClient({ origin, token: () => token, fetch: send });
  return {
    send,
    async signInAs(role, index = 0) {
      const account = roster.staff.filter((person) => person.role === role)[index];
      if (!account) throw new Error(`the sample roster has no ${role} number ${index + 1}`);
      const { login, password } = account;
      const { token } = await clientOf(null)('staffSignIn', { login, password });
      return { token, call: clientOf(token) };
    },
  };
}
