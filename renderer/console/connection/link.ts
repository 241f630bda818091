import type { Fault } from '../../../shared/support/fault.ts';

/** Where the console stands with the server. `since` is server time in ms. */
export type Link =
  | { state: 'signed_out'; because: Fault | null }
  | { state: 'connecting' }
  | { state: 'connected' }
  | { state: 'lost'; since: number };
