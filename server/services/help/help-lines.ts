import type { HelpLines as Lines } from '../../../shared/contract/help.ts';
import type { Queries } from '../../sql/storage.ts';
import type { ExaminationBook } from '../examination-book.ts';

export interface HelpLines {
  /** Of the provincial centre and of every region. */
  readonly all: Lines;
  /** Whom a candidate calls: of their region, or the provincial centre. */
  of(candidate: { examination_id: string; region_id: string | null }): Pick<Lines, 'dutyPhone' | 'complaintPhone'>;
}

/** Whom to call (HELP-1), read once: regions are the plan's. */
export async function readHelpLines(store: Queries, book: ExaminationBook): Promise<HelpLines> {
  const regions = (await store.listRegions()).map(({ id: regionId, name, duty_phone, complaint_phone }) => ({
    ...{ regionId, name, dutyPhone: duty_phone, complaintPhone: complaint_phone },
  }));
  const ofCentre = (examinationId: string) => {
    const { dutyPhone, complaintPhone } = book.examination(examinationId);
    return { dutyPhone, complaintPhone };
  };
  // Every examination of a centre has the same numbers.
  const [first] = book.examinations;
  return {
    all: { dutyPhone: first?.dutyPhone ?? '', complaintPhone: first?.complaintPhone ?? '', regions },
    of({ examination_id, region_id }) {
      const region = regions.find(({ regionId }) => regionId === region_id);
      if (!region) return ofCentre(examination_id);
      return { dutyPhone: region.dutyPhone, complaintPhone: region.complaintPhone };
    },
  };
}
