import type { Occupation } from '../occupation.ts';
import { HRM } from './hrm.ts';
import { INFANT } from './infant.ts';
import { LABOUR } from './labour.ts';
import type { OccupationConditions } from './occupation-conditions.ts';

/** Annex 7 whole: who may apply for which level. A level the notice does not offer is not there. */
export const ANNEX_7: Record<Occupation, OccupationConditions> = { hrm: HRM, infant: INFANT, labour: LABOUR };
