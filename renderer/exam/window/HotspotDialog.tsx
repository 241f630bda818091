import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { useWords } from '../../ui/language.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useExamWindow } from './exam-context.ts';
import { offlineWords } from './offline-words.ts';
import { systemOf } from './system-of.ts';

/** How to get this computer to the phone's hotspot, with a way to the network settings of a locked computer. */
export function HotspotDialog({ onClose }: { onClose: () => void }) {
  const words = useWords(offlineWords);
  const { shell, platform, log } = useExamWindow();
  const [state, setState] = useState<'idle' | 'opening' | 'closed_to_us'>('idle');

  async function open(): Promise<void> {
    setState('opening');
    const opened = await shell.openNetworkSettings().then(
      (reply) => reply.opened,
      (cause: unknown) => {
        log('error', `network settings: ${String(cause)}`);
        return false;
      },
    );
    setState(opened ? 'idle' : 'closed_to_us');
  }

  return (
    <Dialog
      title={words.hotspotTitle}
      onCancel={onClose}
      actions={
        <>
          <Button busy={state === 'opening'} onClick={() => void open()}>
            {words.openSettings}
          </Button>
          <Button kind="primary" onClick={onClose}>
            {words.close}
          </Button>
        </>
      }
    >
      <ol>
        <li>{words.steps.phone}</li>
        <li>{words.steps.wait}</li>
        <li>
          {words.steps.open} {words.systems[systemOf(platform)]}
        </li>
      </ol>
      <p>{words.told}</p>
      {state === 'closed_to_us' && (
        <Notice tone="warning" announce="alert">
          <p>{words.cannotOpen}</p>
        </Notice>
      )}
    </Dialog>
  );
}
