import type { Generated } from 'kysely';
import type { StaffEventKind } from '../../shared/domain/staff-event.ts';

/** The tables of the staff's second factor; see tables.ts. */
export interface StaffTables {
  second_factor: {
    staff_id: string;
    /** Base64, 20 random bytes. */
    secret: string;
    made_at: number;
    /** Null until a first code showed that the authenticator has it. */
    confirmed_at: number | null;
    /** The step of 30 s of the last code that served. */
    last_step: number;
  };
  recovery_code: { staff_id: string; hash: string; used_at: number | null };
  /** Only ever added to. */
  staff_event: { position: Generated<number>; staff_id: string; kind: StaffEventKind; by_name: string; at: number };
}
