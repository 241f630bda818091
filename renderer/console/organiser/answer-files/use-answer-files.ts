import { useState } from 'react';
import { type AnswerFileReport, AnswerFileReportSchema } from '../../../../shared/contract/answer-file.ts';
import { rawPaths } from '../../../../shared/contract/http.ts';
import { useDesk } from '../../desk.ts';
import { useTask } from '../../use-task.ts';

/** A file that was chosen, and what the server says of it. */
export interface ChosenFile {
  file: File;
  report: AnswerFileReport;
}

/** New entries in a file that may be imported. */
export const freshIn = ({ report: { counts } }: ChosenFile): number => (counts ? counts.entries - counts.known : 0);

const mayBeTaken = ({ report }: ChosenFile): boolean => report.fault === null && !report.taken;

/** Files one after another: looked at when they are chosen, imported when the organiser says so. */
export function useAnswerFiles() {
  const { sendFile } = useDesk();
  const [chosen, setChosen] = useState<readonly ChosenFile[]>([]);
  const [looking, setLooking] = useState<string | null>(null);
  const { busy, failure, run } = useTask();

  /** In the place of the same file, or below the others. */
  const put = (next: ChosenFile) =>
    setChosen((rows) => {
      const at = rows.findIndex(({ file }) => file.name === next.file.name && file.size === next.file.size);
      return at < 0 ? [...rows, next] : rows.map((row, index) => (index === at ? next : row));
    });
  const send = async (file: File, path: string) => {
    setLooking(file.name);
    try {
      put({ file, report: await sendFile(path, file, AnswerFileReportSchema) });
    } finally {
      setLooking(null);
    }
  };
  const takeable = chosen.filter(mayBeTaken);
  return {
    ...{ chosen, looking, busy, failure, takeable },
    look: (files: readonly File[]) =>
      run(async () => {
        for (const file of files) await send(file, rawPaths.answerFile);
      }),
    take: () =>
      run(async () => {
        for (const { file } of takeable) await send(file, `${rawPaths.answerFile}?take=yes`);
      }),
  };
}
