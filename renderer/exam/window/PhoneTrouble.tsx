import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { useWords } from '../../ui/language.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { PairingCode } from '../device-check/PhonePanel.tsx';
import { useObservable } from '../use-observable.ts';
import { useRoom } from './exam-context.ts';
import { hallWords } from './hall-words.ts';

/** Says that the second view is away and what to do about it, and pairs a phone again without leaving the exam (CAM-2). */
export function PhoneTrouble() {
  const words = useWords(hallWords);
  const { attempt, pairing } = useRoom();
  const { phone, phoneCause } = useObservable(attempt);
  const [pairingAgain, setPairingAgain] = useState(false);
  if (phone === 'live' && phoneCause === null) return null;

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
      title={{ lost: words.phoneLost, none: words.phoneNone, live: words.phoneLow }[phone]}
      actions={phone !== 'live' && <Button onClick={open}>{words.phonePair}</Button>}
    >
      <p>{phone === 'none' ? words.phoneNoneBody : phoneCause ? words.phoneCause[phoneCause] : words.phoneLostBody}</p>
      {pairingAgain && (
        <Dialog title={words.phonePair} onCancel={close} actions={<Button onClick={close}>{words.close}</Button>}>
          <PairingCode />
        </Dialog>
      )}
    </Notice>
  );
}
