import { DetailedError, Upload } from 'tus-js-client';
import { RefusalSchema, rawPaths } from '../../../shared/contract/http.ts';
import type { ThesisMetadata } from '../../../shared/contract/thesis.ts';
import { Fault } from '../../../shared/support/fault.ts';
import type { BegunUploads } from './begun-uploads.ts';

/** A line that carries nothing for this long while bytes are waiting is taken for dead. */
const SILENT_MS = 20_000;
/** The exam centre looks into the file and has it scanned before it answers. */
const CHECKED_WITHIN_MS = 150_000;

export interface SendingFile {
  file: File;
  sha256: string;
  sessionId: string;
}

export interface Heard {
  progress(sent: number): void;
  /** The exam centre has it whole, under this id. */
  arrived(submissionId: string): void;
  /** Refused, or `unreachable` when the line broke: then sending it again goes on where it stopped. */
  failed(fault: Fault): void;
}

export interface ThesisUpload {
  /** Returns how to stop. What has arrived stays at the exam centre. */
  send(sending: SendingFile, heard: Heard): () => void;
  /** Name of a file of which a part has arrived, also in an earlier run of this window. */
  unfinished(sessionId: string): Promise<string | null>;
}

interface Parts {
  origin: string;
  token: string;
  attemptId: string;
  begun: BegunUploads;
  schedule(task: () => void, ms: number): () => void;
}

function faultOf(cause: Error): Fault {
  const response = cause instanceof DetailedError ? cause.originalResponse : null;
  if (!response) return new Fault('unreachable', {}, { cause });
  try {
    const { reason, params } = RefusalSchema.parse(JSON.parse(response.getBody()));
    // The centre's own trouble passes; a file that was damaged on the way is sent again.
    const passes = reason === 'server_error' || reason === 'hash_mismatch';
    return passes ? new Fault('unreachable', {}, { cause }) : new Fault(reason, params);
  } catch {
    return new Fault('unreachable', {}, { cause });
  }
}

/**
 * One file to the exam centre by tus. Where an upload stands is remembered on this computer under the attempt, the session and the file's hash, so that it goes on after a break of the line and after a restart.
 */
export function createThesisUpload({ origin, token, attemptId, begun, schedule }: Parts): ThesisUpload {
  const fingerprintOf = (sessionId: string, sha256: string) => `thesis-${attemptId}-${sessionId}-${sha256}`;

  return {
    send({ file, sha256, sessionId }, heard) {
      let stopped = false;
      let cancelSilence = () => {};
      let submissionId = Array.from(crypto.getRandomValues(new Uint8Array(10)), (byte) =>
        byte.toString(16).padStart(2, '0'),
      ).join('');
      const metadata = { submissionId, sessionId, fileName: file.name.slice(-200), sha256 } satisfies ThesisMetadata;

      const end = (tell: () => void) => {
        if (stopped) return;
        stopped = true;
        cancelSilence();
        tell();
      };
      const upload = new Upload(file, {
        endpoint: origin + rawPaths.thesis,
        headers: { authorization: `Bearer ${token}` },
        metadata,
        fingerprint: async () => fingerprintOf(sessionId, sha256),
        urlStorage: begun,
        removeFingerprintOnSuccess: true,
        // Who tries again, when and for how long is the desk's business.
        retryDelays: null as never,
        onProgress(sent) {
          if (stopped) return;
          listen(sent >= file.size ? CHECKED_WITHIN_MS : SILENT_MS);
          heard.progress(sent);
        },
        onSuccess: () => end(() => heard.arrived(submissionId)),
        onError: (cause) => end(() => heard.failed(faultOf(cause))),
      });
      const listen = (ms: number) => {
        cancelSilence();
        cancelSilence = schedule(() => {
          void upload.abort();
          end(() => heard.failed(new Fault('unreachable')));
        }, ms);
      };

      const begin = async () => {
        const [previous] = await upload.findPreviousUploads();
        if (stopped) return;
        if (previous) {
          submissionId = previous.metadata.submissionId ?? submissionId;
          upload.resumeFromPreviousUpload(previous);
        }
        listen(SILENT_MS);
        upload.start();
      };
      begin().catch((cause: Error) => end(() => heard.failed(faultOf(cause))));
      return () => end(() => void upload.abort());
    },
    unfinished: (sessionId) => begun.fileNameOf(fingerprintOf(sessionId, '')),
  };
}
