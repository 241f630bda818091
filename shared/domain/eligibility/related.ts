/** The notice's lists ①②③: which occupations, certificates and majors count as related. */
import type { School } from './record.ts';

export interface RelatedList {
  names: readonly string[];
  /** The list ends in 等: what is not on it may be related too, if the institution states so and answers for it. */
  open: boolean;
}

export interface OccupationLists {
  /** The occupation itself (本职业). */
  own: string;
  work: RelatedList;
  certificates: RelatedList;
  /** 本专业: named by the notice for 育婴员 only; for the others the major the occupation is called after. */
  ownMajors: readonly string[];
  relatedMajors(school: School): RelatedList;
}

/** Names as people type them: full-width characters narrowed, spaces and a trailing 专业 dropped. */
const plain = (name: string): string => name.normalize('NFKC').replace(/\s/g, '').replace(/专业$/, '');

/** Whether a name is this one, one of the related ones, or stated to be related where the list allows for others. */
export function countsAsRelated(
  name: string,
  stated: boolean,
  own: readonly string[],
  { names, open }: RelatedList,
): boolean {
  const written = plain(name);
  return [...own, ...names].some((listed) => plain(listed) === written) || (open && stated && written !== '');
}
