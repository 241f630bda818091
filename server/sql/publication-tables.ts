/** The tables of publishing; see tables.ts. Only ever added to. */
export interface PublicationTables {
  publication: {
    examination_id: string;
    seq: number;
    at: number;
    by_json: string;
    visible_from: number;
    reason: string;
    unmarked: number;
    open_cases: number;
    candidates: number;
    results_sha256: string;
    prev: string;
    hash: string;
  };
  published_result: { examination_id: string; seq: number; candidate_id: string; result_json: string };
}
