import { Button } from '../../ui/Button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { useWords } from '../../ui/language.tsx';
import { useObservable } from '../use-observable.ts';
import { useRoom } from '../window/exam-context.ts';
import styles from './DeviceCheckScreen.module.css';
import { deviceCheckWords } from './device-check-words.ts';
import { HotspotRow } from './HotspotRow.tsx';
import { MicrophoneListening } from './MicrophoneListening.tsx';
import { ProgramCards } from './ProgramCards.tsx';
import { SpeakerTones } from './SpeakerTones.tsx';
import type { DeviceCheckName, Verdict } from './verdict.ts';

const MARK = { passed: '✓', warning: '!', failed: '✕' } as const;
/** Rows the candidate can run again by a button; the tones and the phone have ways of their own. */
const RERUN: readonly DeviceCheckName[] = [
  'camera',
  'microphone',
  'download',
  'upload',
  'power',
  'displays',
  'programs',
];

export function CheckRow({ check }: { check: DeviceCheckName }) {
  const words = useWords(deviceCheckWords);
  const { devices } = useRoom();
  const { rows } = useObservable(devices);
  const row = rows[check];
  const verdict = row?.verdict ?? null;
  const running = row?.phase === 'running';
  return (
    <li
      className={classNames(styles.row, verdict && styles[verdict.result])}
      data-check={check}
      data-result={verdict?.result ?? row?.phase ?? 'waiting'}
    >
      <span className={styles.mark} aria-hidden="true">
        {verdict ? MARK[verdict.result] : running ? '…' : ''}
      </span>
      <span className={styles.name}>{words.rows[check]}</span>
      <span className={styles.figures}>
        <span>{words.results[verdict?.result ?? (running ? 'running' : 'waiting')]}</span>
        <Figure check={check} value={verdict?.value ?? row?.value ?? null} />
        {(check === 'download' || check === 'upload') && <span className={styles.wanted}>{words.wanted[check]}</span>}
      </span>
      {RERUN.includes(check) && verdict && verdict.result !== 'passed' ? (
        <Button
          className={styles.again ?? ''}
          aria-label={`${words.recheck} ${words.rows[check]}`}
          onClick={() => devices.rerun(check)}
        >
          {words.recheck}
        </Button>
      ) : (
        <span />
      )}
      {check === 'microphone' && running && <MicrophoneListening value={row?.value ?? null} />}
      {check === 'speaker' && verdict?.result !== 'passed' && <SpeakerTones />}
      {check === 'hotspot' && <HotspotRow tried={verdict !== null} />}
      {verdict?.problem && <Advice verdict={verdict} />}
      {check === 'programs' && <ProgramCards found={verdict?.programs ?? []} />}
    </li>
  );
}

function Figure({ check, value }: { check: DeviceCheckName; value: number | null }) {
  const words = useWords(deviceCheckWords).values;
  if (value === null || !(check in words)) return null;
  const digits = check === 'download' || check === 'upload' ? 1 : 0;
  return <span className="tabular">{words[check as keyof typeof words](value.toFixed(digits))}</span>;
}

function Advice({ verdict }: { verdict: Verdict }) {
  const words = useWords(deviceCheckWords).advice;
  return verdict.problem && <p className={styles.detail}>{words[verdict.problem]}</p>;
}
