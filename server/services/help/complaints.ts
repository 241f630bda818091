import type { Complaint } from '../../../shared/contract/help.ts';
import type { RouteBody, RouteReply } from '../../../shared/contract/http.ts';
import { Fault } from '../../../shared/support/fault.ts';
import type { Storage } from '../../sql/storage.ts';
import type { StaffCaller } from '../callers.ts';
import { newId } from '../ids.ts';
import type { Challenges } from '../publication/challenges.ts';
import { lineOfAddress } from '../publication/line-of-address.ts';
import { readableLetters } from '../readable-letters.ts';
import { createTryLimit, type TryLimitParts } from '../try-limit.ts';
import type { HelpLines } from './help-lines.ts';

/** A whole institution may write from behind one address. */
const A_LINE = 20;

export interface Complaints {
  /** Throws `challenge_expired`, `too_many_tries`, or `bad_request` for a region there is not. */
  file(address: string, body: RouteBody<'fileComplaint'>): Promise<RouteReply<'fileComplaint'>>;
  list(): Promise<RouteReply<'complaints'>>;
  /** Throws `not_found`. */
  addStep(
    staff: StaffCaller,
    complaintId: string,
    step: RouteBody<'addComplaintStep'>,
  ): Promise<RouteReply<'complaints'>>;
}

interface Parts extends TryLimitParts {
  store: Storage;
  challenges: Challenges;
  helpLines: HelpLines;
}

/** What anybody reports of an examination, and what an organiser does about it: both are only added to (HELP-2). */
export function createComplaints(parts: Parts): Complaints {
  const { store, clock, random, log, challenges, helpLines } = parts;
  const lines = createTryLimit(parts, 'complaints from', A_LINE);

  async function list(): Promise<RouteReply<'complaints'>> {
    const steps = await store.listComplaintSteps();
    const complaints = (await store.listComplaints()).map(({ id, region_id: _, ...complaint }): Complaint => {
      const own = steps
        .filter(({ complaint_id }) => complaint_id === id)
        .map(({ at, by_name: by, text, closed }) => ({ at, by, text, closed: closed === 1 }));
      return { complaintId: id, ...complaint, closed: own.at(-1)?.closed ?? false, steps: own };
    });
    return { complaints };
  }

  return {
    list,
    async file(address, { challenge, counter, regionId, text, contact }) {
      const line = lineOfAddress(address);
      await lines.check(line);
      await challenges.spend({ challenge, bound: [text, contact] }, counter);
      if (regionId !== null && !helpLines.all.regions.some((region) => region.regionId === regionId)) {
        throw new Fault('bad_request', { field: 'regionId' });
      }
      await lines.failed(line);
      const number = `JB-${readableLetters(random, 8)}`;
      await store.insertComplaint({ id: newId(random), number, at: clock.now(), region_id: regionId, text, contact });
      log.info({ number }, 'a complaint came');
      return { number };
    },
    async addStep(staff, complaintId, { text, closed }) {
      if (!(await store.complaintExists(complaintId))) throw new Fault('not_found');
      const row = { complaint_id: complaintId, at: clock.now(), by_name: staff.name, text, closed: closed ? 1 : 0 };
      await store.insertComplaintStep(row);
      return list();
    },
  };
}
