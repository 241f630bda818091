import type { AttemptEvent, EventKind } from '../../../shared/contract/views.ts';
import { readDamageCode } from '../../../shared/domain/journal-damage.ts';
import type { PhoneCause } from '../../../shared/domain/phone-watch.ts';
import type { Session } from '../../../shared/domain/timetable.ts';
import type { Language } from '../../ui/words.ts';
import { phoneCauseWords } from '../phone-cause-words.ts';
import { clockText, spanText } from '../time-text.ts';
import { eventDetailWords } from './event-detail-words.ts';
import { eventWords } from './event-words.ts';
import { undoneText, watchedDetail } from './watched-detail.ts';

/** Minutes east of UTC as people write a zone, e.g. `UTC+8`, `UTC-3:30`. */
function zoneText(minutes: number): string {
  const size = Math.abs(minutes);
  const rest = size % 60;
  return `UTC${minutes < 0 ? '-' : '+'}${Math.floor(size / 60)}${rest === 0 ? '' : `:${String(rest).padStart(2, '0')}`}`;
}

/** The particulars of an event for a person, e.g. `通过 · 相似度 0.83`; empty when there is nothing to add. */
export function eventDetailText(
  event: AttemptEvent,
  sessions: readonly Pick<Session, 'id' | 'title'>[],
  language: Language,
): string {
  const words = eventDetailWords[language];
  const { detail, kind } = event;
  const text = (key: string): string => (typeof detail[key] === 'string' ? detail[key] : '');
  const number = (key: string): number | null => (typeof detail[key] === 'number' ? detail[key] : null);
  const named = (key: string): string => words.value[text(key)] ?? text(key);
  const list = (key: string): string =>
    text(key)
      .split(', ')
      .map((check) => words.value[check] ?? check)
      .join(language === 'en' ? ', ' : '、');
  const phoneCause = (): string => phoneCauseWords[language][text('cause') as PhoneCause] ?? text('cause');
  const span = (key: string, say: (span: string) => string): string => {
    const ms = number(key);
    return ms === null ? '' : say(spanText(ms, language));
  };
  const session = sessions.find(({ id }) => id === detail.sessionId)?.title ?? '';
  const counted = (key: string, say: (count: number) => string): string => {
    const value = number(key) ?? 0;
    return value > 0 ? say(value) : '';
  };
  /** What both clocks of the candidate's computer said at one moment; the first by its reckoning of ours. */
  const twoClocks = (key: 'sentAt' | 'madeAt'): string[] => {
    const [server, computer] = [number(key), number('computerClock')];
    if (computer === null) return [];
    if (server === null) return [words.computerClock(clockText(computer))];
    const apart = Math.abs(computer - server);
    return [words.clocks(clockText(server), clockText(computer), apart < 1000 ? null : spanText(apart, language))];
  };
  const clocks = (): string[] => {
    const [first, last, received] = [number('firstAt'), number('lastAt'), number('receivedAt')];
    if (first === null || last === null || received === null) return [];
    return [
      words.written(clockText(first), clockText(last)),
      words.received(clockText(received)),
      ...twoClocks('sentAt'),
    ];
  };

  /** Of a measure of the lock: how it stands now. */
  const lockState = (): string[] => {
    if (kind !== 'lock_lost') return [];
    const times = number('times') ?? 1;
    return [
      times > 1 ? words.times(times) : '',
      detail.taken === false ? words.notTaken : detail.restored === true ? words.restored : words.notRestored,
    ];
  };
  /** The window that took the focus or lay over the paper. */
  const foreignWindow = (): string[] => {
    const [owner, title, width, height] = [text('owner'), text('title'), number('width'), number('height')];
    if (!owner && !title && width === null) return [];
    const desktop = words.desktop[text('windowClass')];
    if (desktop) return [desktop];
    return [
      words.window(owner || words.unknownProgram, title),
      width !== null && height !== null ? `${width} × ${height}` : '',
    ];
  };

  /** Of the computer's surroundings: displays, remote control, what speaks for a virtual machine. */
  const surroundings = (): string[] => [
    counted('displays', words.displays),
    detail.mirrored === true ? words.mirrored : '',
    named('connection'),
    named('session'),
    named('place'),
    ...['adapter', 'driver', 'program', 'hints'].map(text),
    counted('injectedKeys', words.injectedKeys),
  ];

  const parts = ((): string[] => {
    switch (kind) {
      case 'identity_tried': {
        const similarity = number('similarity');
        const liveness = detail.livenessPassed;
        return [
          named('verdict'),
          similarity === null ? '' : words.similarity(similarity.toFixed(2)),
          typeof liveness === 'boolean' ? words.liveness[liveness ? 'passed' : 'failed'](list('actions')) : '',
          text('note'),
        ];
      }
      case 'identity_decided':
        return [named('decision'), text('reason'), words.by(text('by'))];
      case 'signed_in':
        return [detail.otherComputer === true ? words.otherComputer : '', text('platform')];
      case 'shell_stated':
        return [
          words.statement[text('verdict')] ?? '',
          words.doubt[text('doubt')] ?? '',
          text('altered'),
          words.build(text('version'), text('commit'), text('electron')),
          text('platform'),
          words.lockMeasures(number('measures') ?? 0, text('prohibitedPrograms')),
        ];
      case 'device_checked':
        return [
          text('failed') || text('warning') ? '' : words.allPassed,
          text('failed') && words.failed(list('failed')),
          text('warning') && words.warning(list('warning')),
          span('hotspotMs', words.networkChange),
        ];
      case 'online':
        return [span('offlineMs', words.away)];
      case 'phone_paired':
        return [text('device').match(/\(([^)]+)\)/)?.[1] ?? text('device')];
      case 'phone_lost':
        return [phoneCause()];
      case 'rear_view_confirmed':
        return [words.by(text('by'))];
      case 'phone_back':
        return [span('lostMs', words.away), phoneCause()];
      case 'phone_battery_low':
        return [`${number('percent') ?? 0} %`];
      case 'handed_in':
        return [
          session,
          named('by'),
          words.answered(number('answered') ?? 0),
          words.receipt(text('receiptNo')),
          detail.from ? words.by(text('from')) : '',
          text('note'),
        ];
      case 'hand_lowered':
        return [span('raisedMs', words.waited), text('by') ? words.by(text('by')) : words.byCandidate];
      case 'snapshot':
      case 'looked_at':
        return [words.by(text('by'))];
      case 'manual':
      case 'public_place':
      case 'ears_hidden':
        return [text('note'), words.by(text('by'))];
      case 'thesis_received':
        return [session, words.receipt(text('receiptNo'))];
      case 'thesis_refused':
        return [session, named('reason')];
      case 'recording_gap':
        return [named('camera'), span('durationMs', words.missing), named('cause')];
      case 'finding_cleared':
      case 'finding_restored':
        return [eventWords[language].kind[text('about') as EventKind] ?? '', words.by(text('by')), text('note')];
      case 'message':
        return [text('text'), words.by(text('from')), detail.toAll === true ? words.toAll : ''];
      case 'entries_late':
        if (number('firstAt') === null) return [session, words.recomputed];
        return [session, counted('synced', words.synced), counted('refused', words.refused), ...clocks()];
      case 'entries_fenced':
        return [words.entries(number('count') ?? 0), ...clocks()];
      case 'answer_file_imported': {
        const fresh = (number('entries') ?? 0) - (number('known') ?? 0);
        return [
          words.by(text('by')),
          words.imported(number('entries') ?? 0, fresh),
          counted('lateSynced', words.synced),
          counted('broughtLate', words.broughtLate),
          counted('refused', words.refused),
          counted('fenced', words.refused),
          ...twoClocks('madeAt'),
        ];
      }
      case 'late_answers_admitted':
        return [words.by(text('by')), words.entries(number('entries') ?? 0), text('reason')];
      case 'journal_damaged':
        return [
          words.lost(number('lost') ?? 0),
          ...text('damages')
            .split(', ')
            .flatMap((code) => {
              const damage = readDamageCode(code);
              return damage ? [words.damage(damage.kind, damage.epoch, damage.fromSeq, damage.toSeq)] : [];
            }),
        ];
      case 'clock_drift': {
        const ahead = number('wallOffsetMs') ?? 0;
        const far = Math.abs(ahead) >= 1_000;
        const said = spanText(Math.abs(ahead), language);
        return [
          far ? (ahead > 0 ? words.clockFast(said) : words.clockSlow(said)) : words.clockRight,
          words.zone(zoneText(number('zoneOffsetMinutes') ?? 0)),
          words.knownTo(number('uncertaintyMs') ?? 0),
        ];
      }
      case 'divergence_repaired':
        return [session, words.repairedFrom[detail.from === 'centre' ? 'centre' : 'candidate']];
      case 'divergence_unresolved':
        return [session, words.itemsDiffer(number('items') ?? 0)];
      case 'prohibited_app': {
        const name = language === 'en' ? text('programEn') : text('program');
        const image = text('image');
        return [name, words.ranAs(image, text('by')), named(`policy_${text('policy')}`)];
      }
      case 'watch_changed':
        return [undoneText(event, language)];
      case 'left_shell':
        return [named('reason')];
      case 'paper_opened':
      case 'divergence':
        return [session];
      default:
        return [
          span('durationMs', (said) => (detail.durationMs === 0 ? '' : words.duration(said))),
          detail.ongoing === true ? words.ongoing : '',
          named('object'),
          named('camera'),
          typeof detail.severity === 'string' ? '' : named('cause'),
          ...watchedDetail(event, language),
          named('announced'),
          text('key') && words.key(text('key')),
          text('attempted') && words.attempted(named('attempted')),
          words.measure[text('measure')] ?? text('measure'),
          ...lockState(),
          ...foreignWindow(),
          ...surroundings(),
          text('note'),
        ];
    }
  })();
  return parts.filter(Boolean).join(' · ');
}
