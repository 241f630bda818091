import type { Agent } from 'node:https';
import type { EvidenceStatus, SegmentMeta } from '../../shared/contract/shell.ts';
import { Fault } from '../../shared/support/fault.ts';
import type { LogFile } from '../log/log-file.ts';
import { type Centre, connectCentre } from './centre.ts';
import { deliver } from './delivery.ts';
import { openSpool, type Spool } from './spool.ts';
import { startUploadWorker, type UploadWorker } from './upload-worker.ts';

export interface EvidenceParts {
  /** Folder of all spools. */
  root: string;
  serverOrigin: string;
  /** Makes the connections of one attempt. */
  agent(): Agent;
  random(): number;
  log: LogFile;
  statusChanged(status: EvidenceStatus): void;
}

/** The shell's keeping of recordings: on this disk until the exam centre has them (EVI-1). */
export interface Evidence {
  /** Takes up an attempt, with what earlier runs left; again with a new token after each sign-in. */
  open(attempt: { attemptId: string; token: string; attemptKey: string }): Promise<void>;
  /** Throws Fault `storage_full`, and `not_signed_in` before `open`. */
  put(meta: SegmentMeta, plain: Uint8Array): Promise<{ sha256: string }>;
  status(): EvidenceStatus;
  /** Answers wait for the line: recordings leave it to them, also the one under way, until `false` (NET-1). */
  giveWay(on: boolean): void;
  /** The network is there again. */
  networkIsBack(): void;
  close(): void;
}

interface OpenAttempt {
  attemptId: string;
  token: string;
  spool: Spool;
  centre: Centre;
  worker: UploadWorker;
}

export function createEvidence(parts: EvidenceParts): Evidence {
  let current: OpenAttempt | null = null;
  let diskFull = false;
  /** One `open` at a time: the page may call twice. */
  let opening: Promise<void> = Promise.resolve();

  function status(): EvidenceStatus {
    if (!current) return { pending: 0, pendingBytes: 0, acknowledged: 0, state: 'idle' };
    const { pending, pendingBytes, acknowledged, state } = current.worker;
    return { pending, pendingBytes, acknowledged, state: diskFull ? 'disk_full' : state };
  }

  function close(): void {
    current?.worker.stop();
    current?.centre.close();
    current = null;
  }

  async function start(attemptId: string, token: string, attemptKey: string): Promise<void> {
    const spool = await openSpool(parts.root, attemptId, attemptKey);
    const { segments, damaged } = await spool.list();
    for (const name of damaged) parts.log.write('error', `recording file ${name} is damaged and was set aside`);
    const centre = connectCentre(parts.serverOrigin, parts.agent(), () => attempt.token);
    const worker = startUploadWorker({
      async deliver(segment) {
        await deliver(segment, spool, centre, parts.log);
        diskFull = false;
      },
      setAside: spool.setAside,
      random: parts.random,
      log: parts.log,
      changed: () => parts.statusChanged(status()),
    });
    const attempt: OpenAttempt = { attemptId, token, spool, centre, worker };
    current = attempt;
    worker.add(segments);
  }

  return {
    open: ({ attemptId, token, attemptKey }) => {
      const opened = opening.then(async () => {
        if (current?.attemptId !== attemptId) {
          close();
          await start(attemptId, token, attemptKey);
        } else {
          current.token = token;
          // A window that is gone can take nothing back.
          current.worker.giveWay(false);
          current.worker.hurry();
        }
      });
      opening = opened.catch(() => undefined);
      return opened;
    },
    async put(meta, plain) {
      if (!current) throw new Fault('not_signed_in');
      const { spool, worker } = current;
      try {
        const segment = await spool.put(meta, plain);
        diskFull = false;
        worker.add([segment]);
        return { sha256: segment.sha256 };
      } catch (cause) {
        if (cause instanceof Fault && cause.reason === 'storage_full') {
          diskFull = true;
          parts.statusChanged(status());
        }
        throw cause;
      }
    },
    status,
    giveWay(on) {
      current?.worker.giveWay(on);
      if (on) current?.centre.drop();
    },
    networkIsBack: () => current?.worker.hurry(),
    close,
  };
}
