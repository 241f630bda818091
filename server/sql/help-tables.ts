import type { Generated } from 'kysely';

/** The tables of help and complaints; see tables.ts. The complaints are only ever added to. */
export interface HelpTables {
  region: { id: string; position: number; name: string; duty_phone: string; complaint_phone: string };
  complaint: { id: string; number: string; at: number; region_id: string | null; text: string; contact: string };
  complaint_step: {
    position: Generated<number>;
    complaint_id: string;
    at: number;
    by_name: string;
    text: string;
    closed: number;
  };
}
