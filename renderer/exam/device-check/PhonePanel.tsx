import { Button } from '../../ui/Button.tsx';
import { useLanguage, useWords } from '../../ui/language.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { reasonText } from '../../ui/reason-words.ts';
import { PlacementGuide } from '../rear-view/PlacementGuide.tsx';
import { RearView } from '../rear-view/RearView.tsx';
import { useObservable } from '../use-observable.ts';
import { useRoom } from '../window/exam-context.ts';
import { leftText } from '../window/time-text.ts';
import { useNow } from '../window/use-now.ts';
import styles from './DeviceCheckScreen.module.css';
import { deviceCheckWords } from './device-check-words.ts';

/** Pairs the phone: the code, how long it lives, and where to put the phone. */
export function PhonePanel() {
  const words = useWords(deviceCheckWords);
  const { attempt } = useRoom();
  const { phone } = useObservable(attempt);
  return (
    <section className={styles.phone}>
      <h2>{words.phoneTitle}</h2>
      {phone === 'live' ? (
        <>
          <Notice tone="success" announce="status" title={words.phoneLive} />
          <RearView />
          <p>{words.phonePlace}</p>
        </>
      ) : (
        <PairingCode />
      )}
      <PlacementGuide />
    </section>
  );
}

/** The QR code; `data-url` is what it says, for whoever cannot scan. */
export function PairingCode() {
  const words = useWords(deviceCheckWords);
  const { language } = useLanguage();
  const { pairing } = useRoom();
  const { url, picture, expiresAt, fault } = useObservable(pairing);
  const now = useNow();
  return (
    <>
      <p>{words.phoneHow}</p>
      {fault && (
        <Notice tone="warning" announce="status">
          <p>{reasonText(fault, language)}</p>
        </Notice>
      )}
      {picture ? (
        <img className={styles.qr} src={picture} alt={words.qr} data-testid="phone-qr" data-url={url} />
      ) : (
        <p className={styles.making}>{words.makingCode}</p>
      )}
      <div className={styles.expiry}>
        <span className="tabular">{picture && words.expires(leftText(expiresAt - now))}</span>
        <Button kind="quiet" onClick={pairing.renew}>
          {words.newCode}
        </Button>
      </div>
      <p>{words.phonePlace}</p>
    </>
  );
}
