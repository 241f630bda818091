import { Button } from '../../ui/Button.tsx';
import { useWords } from '../../ui/language.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useObservable } from '../use-observable.ts';
import { useExamWindow } from '../window/exam-context.ts';
import { updateWords } from './update-words.ts';

/** A newer version of this program, before anybody has signed in. Nobody is kept from signing in by it. */
export function UpdateNotice() {
  const words = useWords(updateWords);
  const { update } = useExamWindow();
  const state = useObservable(update);
  switch (state.step) {
    case 'none':
      return null;
    case 'fetching':
      return (
        <Notice title={words.fetching(state.version, state.percent)}>
          <p>{words.meanwhile}</p>
        </Notice>
      );
    case 'ready':
      return (
        <Notice
          announce="status"
          title={words.ready(state.version)}
          actions={<Button onClick={update.install}>{words.install}</Button>}
        >
          <p>{words.what}</p>
        </Notice>
      );
  }
}
