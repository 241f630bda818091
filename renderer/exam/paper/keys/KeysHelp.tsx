import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { useWords } from '../../../ui/language.tsx';
import styles from './KeysHelp.module.css';
import { keysWords } from './keys-words.ts';

/** Each row with the keys that do it: the same in every language. */
const KEYS = [
  ['turn', 'PageUp / PageDown'],
  ['turnAlways', 'Ctrl+PageUp / Ctrl+PageDown'],
  ['choose', 'A B C D … / 1 2 3 4 …'],
  ['flag', 'Alt+F'],
  ['calculator', 'Alt+C'],
  ['navigator', 'Alt+N'],
  ['answer', 'Alt+A'],
  ['hand', 'Alt+H'],
  ['undo', 'Ctrl+Z / Ctrl+Y'],
  ['copy', 'Ctrl+C / Ctrl+X / Ctrl+V'],
  ['divider', '← → ↑ ↓'],
  ['help', 'Alt+K / ?'],
] as const;

export function KeysHelp({ onClose }: { onClose(): void }) {
  const words = useWords(keysWords);
  return (
    <Dialog
      title={words.title}
      onCancel={onClose}
      actions={
        <Button kind="primary" onClick={onClose}>
          {words.close}
        </Button>
      }
    >
      <table className={styles.keys}>
        <thead>
          <tr>
            <th scope="col">{words.key}</th>
            <th scope="col">{words.meaning}</th>
          </tr>
        </thead>
        <tbody>
          {KEYS.map(([row, keys]) => (
            <tr key={row}>
              <th scope="row">
                <kbd>{keys}</kbd>
              </th>
              <td>{words.rows[row]}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>{words.note}</p>
    </Dialog>
  );
}
