import type { ReactNode } from 'react';
import { Button } from '../../ui/Button.tsx';
import { useLanguage, useWords } from '../../ui/language.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { reasonText } from '../../ui/reason-words.ts';
import { useRoom } from '../window/exam-context.ts';
import { AskProctor } from './AskProctor.tsx';
import styles from './IdentityScreen.module.css';
import type { IdentityState } from './identity-check.ts';
import { identityWords } from './identity-words.ts';

/** What came out, what it means, and the way on; nothing while the camera looks. */
export function IdentityOutcome({ state }: { state: IdentityState }) {
  const words = useWords(identityWords);
  const { language } = useLanguage();
  const { identity } = useRoom();
  const again = (label: string): ReactNode => (
    <Button kind="primary" onClick={identity.begin}>
      {label}
    </Button>
  );
  const similarity = (value: number): ReactNode => (
    <p className={styles.similarity}>
      <span data-testid="similarity" data-value={value}>
        {words.similarity(value.toFixed(2))}
      </span>
    </p>
  );

  switch (state.step) {
    case 'no_camera': {
      const { title, body } =
        words.cameras[state.camera === 'refused' || state.camera === 'busy' ? state.camera : 'missing'];
      return (
        <>
          <Notice tone="danger" announce="alert" title={title}>
            <p>{body}</p>
          </Notice>
          {again(words.reconnect)}
          <AskProctor quiet />
        </>
      );
    }
    case 'no_engine':
      return (
        <>
          <Notice tone="warning" announce="alert" title={words.engineTitle}>
            <p>{words.engineBody}</p>
          </Notice>
          {again(words.again)}
          <AskProctor />
        </>
      );
    case 'fault':
      return (
        <>
          <Notice tone="danger" announce="alert">
            <p>{reasonText(state.fault, language)}</p>
          </Notice>
          {again(words.again)}
          <AskProctor quiet />
        </>
      );
    case 'retry':
      return (
        <>
          <Notice tone="warning" announce="alert" title={words.retryTitle}>
            <p>{words.retryBody(state.triesLeft)}</p>
            {similarity(state.similarity)}
          </Notice>
          {again(words.again)}
          <AskProctor quiet />
        </>
      );
    case 'pending':
      return (
        <Notice announce="status" title={words.pendingTitle}>
          <p>{state.why === 'enrolment' ? words.pendingEnrolment : words.pendingManual}</p>
          {state.similarity !== null && similarity(state.similarity)}
        </Notice>
      );
    case 'refused':
      return (
        <>
          <Notice tone="danger" announce="alert" title={words.refusedTitle}>
            <p>{words.refusedBody}</p>
          </Notice>
          {again(words.again)}
          <AskProctor />
        </>
      );
    case 'passed':
      return (
        <>
          <Notice tone="success" announce="status" title={words.passedTitle}>
            {state.similarity !== null && similarity(state.similarity)}
          </Notice>
          <Button kind="primary" onClick={identity.proceed}>
            {words.proceed}
          </Button>
        </>
      );
    default:
      return null;
  }
}
