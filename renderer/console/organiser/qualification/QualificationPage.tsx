import { useCallback, useState } from 'react';
import type { QualificationsView } from '../../../../shared/contract/qualification.ts';
import { Button } from '../../../ui/Button.tsx';
import { useWords } from '../../../ui/language.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import dense from '../../dense.module.css';
import { useDesk } from '../../desk.ts';
import { frameWords } from '../../frame-words.ts';
import { LoadState } from '../../LoadState.tsx';
import { PageHead } from '../../PageHead.tsx';
import { RefreshButton } from '../../RefreshButton.tsx';
import table from '../../table.module.css';
import { dateText } from '../../time-text.ts';
import { useLoaded } from '../../use-loaded.ts';
import { useMay } from '../../use-may.ts';
import { PassDialog } from './PassDialog.tsx';
import { QualificationLog } from './QualificationLog.tsx';
import { qualificationWords } from './qualification-words.ts';
import { RulesForm } from './RulesForm.tsx';

type Person = QualificationsView['people'][number];

/** Who may invigilate, and who may not? */
export function QualificationPage() {
  const words = useWords(qualificationWords);
  const { http } = useDesk().connection;
  const loaded = useLoaded(useCallback(() => http('qualifications', {}), [http]));
  const mayChange = useMay('grantPass');
  const view = loaded.value;
  return (
    <>
      <PageHead title={words.title}>
        <RefreshButton onClick={loaded.reload} />
      </PageHead>
      <p className={table.soft}>{words.lead}</p>
      <LoadState loaded={loaded} />
      {view && (
        <>
          <Missing view={view} />
          <People people={view.people} mayChange={mayChange} onDone={loaded.reload} />
          {mayChange && <RulesForm key={loaded.turn} rules={view.rules} onDone={loaded.reload} />}
          <QualificationLog log={view.log} />
        </>
      )}
    </>
  );
}

function Missing({ view: { people, rules } }: { view: QualificationsView }) {
  const words = useWords(qualificationWords);
  const missing = people.filter(({ role, standing }) => role === 'proctor' && standing.state !== 'qualified').length;
  if (missing === 0) return <p data-testid="unqualified">{words.all}</p>;
  return (
    <div data-testid="unqualified" data-count={missing}>
      <Notice
        tone={rules.required ? 'warning' : 'info'}
        title={rules.required ? words.missing(missing) : words.missingNotRequired(missing)}
      />
    </div>
  );
}

interface PeopleProps {
  people: readonly Person[];
  mayChange: boolean;
  onDone: () => void;
}

function People({ people, mayChange, onDone }: PeopleProps) {
  const words = useWords(qualificationWords);
  const frame = useWords(frameWords);
  const [asked, setAsked] = useState<{ person: Person; what: 'grant' | 'withdraw' } | null>(null);
  return (
    <>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">{words.name}</th>
            <th scope="col">{words.login}</th>
            <th scope="col">{words.role}</th>
            <th scope="col">{words.standing}</th>
            <th scope="col">{words.runs}</th>
            <th scope="col">{words.last}</th>
            {mayChange && <th />}
          </tr>
        </thead>
        <tbody>
          {people.map((person) => {
            const { staffId, login, name, role, standing, tests, practices, last } = person;
            return (
              <tr key={staffId} data-testid={`pass-${login}`} data-state={standing.state}>
                <th scope="row">{name}</th>
                <td>{login}</td>
                <td>{frame.role[role]}</td>
                <td>{words.state[standing.state](standing.until === null ? '' : dateText(standing.until))}</td>
                <td className="tabular">{words.runsOf(tests, practices)}</td>
                <td>
                  {last && (
                    <>
                      {words.lastOf(dateText(last.at), last.passed)}
                      <br />
                      <span className={table.soft}>{words.score(last.score)}</span>
                    </>
                  )}
                </td>
                {mayChange && (
                  <td>
                    <Button className={dense.button} onClick={() => setAsked({ person, what: 'grant' })}>
                      {words.grant}
                    </Button>{' '}
                    {standing.until !== null && (
                      <Button className={dense.button} onClick={() => setAsked({ person, what: 'withdraw' })}>
                        {words.withdraw}
                      </Button>
                    )}
                  </td>
                )}
              </tr>
            );
          })}
        </tbody>
      </table>
      {asked && <PassDialog {...asked} onDone={onDone} onClose={() => setAsked(null)} />}
    </>
  );
}
