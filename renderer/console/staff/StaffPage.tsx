import { useCallback, useState } from 'react';
import type { StaffAccount } from '../../../shared/contract/staff-accounts.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { useWords } from '../../ui/language.tsx';
import dense from '../dense.module.css';
import { useDesk } from '../desk.ts';
import { FailureNotice } from '../FailureNotice.tsx';
import { frameWords } from '../frame-words.ts';
import { LoadState } from '../LoadState.tsx';
import { PageHead } from '../PageHead.tsx';
import { RefreshButton } from '../RefreshButton.tsx';
import table from '../table.module.css';
import { dateText } from '../time-text.ts';
import { useLoaded } from '../use-loaded.ts';
import { useTask } from '../use-task.ts';
import { staffWords } from './staff-words.ts';

interface Asked {
  account: StaffAccount;
  what: 'reset' | 'end';
}

/** Who works here, and who is signed in how? */
export function StaffPage() {
  const words = useWords(staffWords);
  const frame = useWords(frameWords);
  const { http } = useDesk().connection;
  const loaded = useLoaded(useCallback(() => http('staffAccounts', {}), [http]));
  const [asked, setAsked] = useState<Asked | null>(null);
  const shown = loaded.value;
  return (
    <>
      <PageHead title={words.title}>
        <RefreshButton onClick={loaded.reload} />
      </PageHead>
      <LoadState loaded={loaded} />
      {shown && (
        <>
          <p className={table.soft}>{shown.demanded ? words.demanded : words.notDemanded}</p>
          <table className={table.table}>
            <thead>
              <tr>
                <th>{words.name}</th>
                <th>{words.login}</th>
                <th>{words.role}</th>
                <th>{words.secondFactor}</th>
                <th className={table.number}>{words.signIns}</th>
                <th />
              </tr>
            </thead>
            <tbody>
              {shown.accounts.map((account) => (
                <tr key={account.staffId} data-testid={`staff-${account.login}`}>
                  <th scope="row">{account.name}</th>
                  <td>{account.login}</td>
                  <td>{frame.role[account.role]}</td>
                  <td>
                    {account.secondFactorSince === null
                      ? words.unset
                      : words.since(dateText(account.secondFactorSince), account.recoveryCodes)}
                  </td>
                  <td className={table.number}>{account.signIns}</td>
                  <td>
                    {account.secondFactorSince !== null && (
                      <Button className={dense.button} onClick={() => setAsked({ account, what: 'reset' })}>
                        {words.reset}
                      </Button>
                    )}
                    {account.signIns > 0 && (
                      <Button className={dense.button} onClick={() => setAsked({ account, what: 'end' })}>
                        {words.end}
                      </Button>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          {shown.events.length > 0 && (
            <details>
              <summary>{words.events}</summary>
              <ul className={table.soft}>
                {shown.events.map(({ at, kind, name, by }) => (
                  <li key={`${at} ${kind} ${name}`}>
                    {dateText(at)} {name} {words.event[kind]}
                    {by !== name && words.by(by)}
                  </li>
                ))}
              </ul>
            </details>
          )}
        </>
      )}
      {asked && <AskDialog {...asked} onDone={loaded.reload} onClose={() => setAsked(null)} />}
    </>
  );
}

function AskDialog({ account: { name, staffId }, what, onDone, onClose }: Asked & { onDone(): void; onClose(): void }) {
  const words = useWords(staffWords);
  const { http } = useDesk().connection;
  const task = useTask();
  const [title, text, label] = {
    reset: [words.resetTitle(name), words.resetWhat, words.reset],
    end: [words.endTitle(name), words.endWhat, words.end],
  }[what];
  const act = () =>
    void task.run(async () => {
      await http(what === 'reset' ? 'resetSecondFactor' : 'endSignIns', {}, { staffId });
      onDone();
      onClose();
    });
  return (
    <Dialog
      title={title ?? ''}
      onCancel={onClose}
      actions={
        <>
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button kind="danger" busy={task.busy} onClick={act}>
            {label?.replace('…', '')}
          </Button>
        </>
      }
    >
      <p>{text}</p>
      <FailureNotice failure={task.failure} />
    </Dialog>
  );
}
