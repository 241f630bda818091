/** What listening told. */
export interface HeardSpeech {
  /** How surely each piece is speech, 0..1. */
  speech: number[];
  /** What it took, ms. */
  tookMs: number;
}
