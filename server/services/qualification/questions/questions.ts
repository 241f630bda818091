import { CONDUCT } from './conduct.ts';
import { EQUIPMENT } from './equipment.ts';
import { ROOM_RULES } from './room-rules.ts';

/** The bank that every run draws from. An id never changes its question: results name it. */
export const QUESTIONS = [...ROOM_RULES, ...EQUIPMENT, ...CONDUCT];
