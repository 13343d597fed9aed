import { makeStyles, tokens } from '@fluentui/react-components';
import { useRef, type ClipboardEvent, type FormEvent, type ReactNode } from 'react';
import { intakeText } from '../../i18n/intake';
import { useLocale } from '../context';
import { pastedFrom } from '../parts/clipboard';
import { FileButton } from '../parts/FileButton';
import { READABLE } from '../parts/opened-file';
import { Note } from '../parts/Screen';
import type { Arrival } from './arrival';

const useStyles = makeStyles({
  box: {
    boxSizing: 'border-box',
    width: '100%',
    height: '64px',
    overflow: 'hidden',
    padding: '6px 8px',
    marginBottom: '8px',
    border: `1px dashed ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    ':empty::before': { content: 'attr(data-label)', color: tokens.colorNeutralForeground3 },
    ':focus': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
  },
});

const ACCEPT = `${READABLE},.json,application/json`;

/**
 * A box to paste into. Where the page is handed the clipboard it is read at once; in web views that hand out nothing the
 * browser puts the copy into the box, tags and all, and it is read from there.
 */
export function PasteBox({ onArrival }: { onArrival(arrival: Arrival): void }): ReactNode {
  const styles = useStyles();
  const text = intakeText(useLocale());
  const handedNothing = useRef(false);
  const paste = (event: ClipboardEvent): void => {
    const pasted = pastedFrom(event.clipboardData);
    handedNothing.current = pasted === null;
    if (!pasted) return;
    event.preventDefault();
    onArrival('file' in pasted ? { kind: 'file', file: pasted.file, more: false } : { kind: 'copied', ...pasted });
  };
  const input = ({ currentTarget: box }: FormEvent<HTMLDivElement>): void => {
    const copied = { html: box.innerHTML, text: box.innerText };
    box.textContent = '';
    if (!handedNothing.current) return;
    handedNothing.current = false;
    onArrival({ kind: 'copied', copied });
  };
  return (
    <>
      <Note>{text.boxHint}</Note>
      <div
        className={styles.box}
        role="textbox"
        aria-multiline
        aria-label={text.box}
        data-label={text.box}
        tabIndex={0}
        contentEditable
        suppressContentEditableWarning
        spellCheck={false}
        onPaste={paste}
        onInput={input}
      />
      <FileButton accept={ACCEPT} onFile={(file) => onArrival({ kind: 'file', file, more: false })}>
        {text.choose}
      </FileButton>
    </>
  );
}
