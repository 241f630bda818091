import { useCallback, useState } from 'react';
import type { Examination } from '../../shared/contract/views.ts';
import { useDesk } from './desk.ts';
import { type Loaded, useLoaded } from './use-loaded.ts';

interface ChosenExamination {
  loaded: Loaded<unknown>;
  examinations: readonly Examination[];
  /** The first until another is chosen; undefined while there is none. */
  examination: Examination | undefined;
  choose: (id: string) => void;
}

/** All examinations, and the one that a page is about. */
export function useChosenExamination(): ChosenExamination {
  const { http } = useDesk().connection;
  const loaded = useLoaded(useCallback(() => http('examinations', {}), [http]));
  const [chosen, choose] = useState<string | null>(null);
  const examinations = loaded.value?.examinations ?? [];
  return { loaded, examinations, examination: examinations.find(({ id }) => id === chosen) ?? examinations[0], choose };
}
