import { useCallback, useState } from 'react';
import type { Case } from '../../../shared/contract/cases.ts';
import { stepRefusal } from '../../../shared/domain/adjudication.ts';
import { useWords } from '../../ui/language.tsx';
import { useDesk } from '../desk.ts';
import { PrecisionTable } from '../events/PrecisionTable.tsx';
import { LoadState } from '../LoadState.tsx';
import { PageHead } from '../PageHead.tsx';
import { RefreshButton } from '../RefreshButton.tsx';
import { Select } from '../Select.tsx';
import { useLoaded } from '../use-loaded.ts';
import { useMay } from '../use-may.ts';
import { CaseTable } from './CaseTable.tsx';
import { CaseView } from './CaseView.tsx';
import { caseWords } from './case-words.ts';

/** Which cases wait for me? */
export function CasesPage() {
  const words = useWords(caseWords);
  const { http } = useDesk().connection;
  const loaded = useLoaded(useCallback(() => http('cases', {}), [http]));
  const may = { judge: useMay('judgeCase'), decide: useMay('decideCase') };
  const acts = may.judge || may.decide;
  const [show, setShow] = useState<'mine' | 'everything'>(acts ? 'mine' : 'everything');
  const [opened, setOpened] = useState<Case | null>(null);
  const cases = loaded.value?.cases ?? [];
  const isMine = ({ steps }: Case) =>
    (may.judge && stepRefusal(steps, 'judged', '') === null) ||
    (may.decide && stepRefusal(steps, 'decided', '') === null);
  const mine = cases.filter(isMine);
  if (opened) {
    return (
      <CaseView
        shown={opened}
        onChanged={setOpened}
        onBack={() => {
          setOpened(null);
          loaded.reload();
        }}
      />
    );
  }
  return (
    <>
      <PageHead title={words.title}>
        {acts && (
          <Select
            label={words.show}
            value={show}
            onChange={(value) => setShow(value === 'mine' ? 'mine' : 'everything')}
            options={[
              ['mine', words.waiting(mine.length)],
              ['everything', words.everything],
            ]}
          />
        )}
        <RefreshButton onClick={loaded.reload} />
      </PageHead>
      <LoadState loaded={loaded} />
      <PrecisionTable freshness={loaded.turn} />
      {loaded.value && (
        <CaseTable
          cases={show === 'mine' ? mine : cases}
          empty={show === 'mine' ? words.emptyMine : words.empty}
          onOpen={setOpened}
        />
      )}
    </>
  );
}
