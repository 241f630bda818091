import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { useWords } from '../../ui/language.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { PairingCode } from '../device-check/PhonePanel.tsx';
import { useObservable } from '../use-observable.ts';
import { useRoom } from './exam-context.ts';
import { hallWords } from './hall-words.ts';

/** Says that the second view is away, and pairs a phone again without leaving the exam (CAM-2). */
export function PhoneTrouble() {
  const words = useWords(hallWords);
  const { attempt, pairing } = useRoom();
  const { phone } = useObservable(attempt);
  const [pairingAgain, setPairingAgain] = useState(false);
  if (phone === 'live') return null;

  const open = (): void => {
    pairing.start();
    setPairingAgain(true);
  };
  const close = (): void => {
    pairing.stop();
    setPairingAgain(false);
  };
  return (
    <Notice
      tone="warning"
      announce="status"
      title={phone === 'lost' ? words.phoneLost : words.phoneNone}
      actions={<Button onClick={open}>{words.phonePair}</Button>}
    >
      <p>{phone === 'lost' ? words.phoneLostBody : words.phoneNoneBody}</p>
      {pairingAgain && (
        <Dialog title={words.phonePair} onCancel={close} actions={<Button onClick={close}>{words.close}</Button>}>
          <PairingCode />
        </Dialog>
      )}
    </Notice>
  );
}
