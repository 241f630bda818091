/** What the bench tells a process full of candidates, and what it hears back, over the channel between them. */

export interface CrowdSeat {
  attemptId: string;
  token: string;
}

/** With the phone that belongs to it. */
export interface HomeSeat extends CrowdSeat {
  phoneToken: string;
}

export type CrowdOrder =
  | { order: 'connect'; centre: string; origin: string; ca: string; seats: CrowdSeat[]; items: CrowdItem[] }
  /** Each saves one answer every so often, whatever becomes of the one before. */
  | { order: 'pace'; centre: string; everyMs: number; forMs: number; seats: number }
  /** Each saves its next answer as soon as the last is acknowledged. */
  | { order: 'saturate'; centre: string; forMs: number; seats: number }
  /** The line is cut, each writes this many answers, and everybody's line comes back at once. */
  | { order: 'storm'; centre: string; entries: number; seats: number };

export interface CrowdItem {
  sessionId: string;
  itemId: string;
}

export interface CrowdOutcome {
  /** From giving a batch to the connection to its acknowledgement, ms, one an acknowledged entry. */
  latencies: number[];
  written: number;
  acknowledged: number;
  /** From the return of the line to the last acknowledgement; of the whole order where there was no storm. */
  tookMs: number;
}
