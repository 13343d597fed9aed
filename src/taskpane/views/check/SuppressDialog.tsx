import { Button, Field, makeStyles, Textarea, tokens } from '@fluentui/react-components';
import { useEffect, useId, useRef, useState, type FormEvent, type ReactNode } from 'react';
import type { Finding } from '../../../core/rules/finding';
import { formatCell } from '../../../core/sheet';
import { renderMessage } from '../../../i18n';
import { useLocale, useSession, useText } from '../../context';

const useStyles = makeStyles({
  dialog: {
    width: 'calc(100% - 32px)',
    maxWidth: '420px',
    maxHeight: 'calc(100% - 24px)',
    boxSizing: 'border-box',
    padding: '16px',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    fontFamily: tokens.fontFamilyBase,
    boxShadow: tokens.shadow28,
    '::backdrop': { backgroundColor: tokens.colorBackgroundOverlay },
  },
  title: { margin: '0 0 6px', fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  sentence: {
    margin: '0 0 10px',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    maxHeight: '96px',
    overflowY: 'auto',
  },
  buttons: { display: 'flex', justifyContent: 'flex-end', gap: '8px', marginTop: '12px' },
});

/** 保留原值并说明理由: a reason is required. The browser's own dialog keeps the focus inside and gives it back. */
export function SuppressDialog({ finding, onClose }: { readonly finding: Finding; onClose(): void }): ReactNode {
  const styles = useStyles();
  const text = useText();
  const locale = useLocale();
  const session = useSession();
  const dialog = useRef<HTMLDialogElement>(null);
  const input = useRef<HTMLTextAreaElement>(null);
  const title = useId();
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);

  useEffect(() => dialog.current?.showModal(), []);

  const submit = (event?: FormEvent): void => {
    event?.preventDefault();
    if (reason.trim() === '') {
      setMissing(true);
      input.current?.focus();
      return;
    }
    dialog.current?.close();
    void session.suppress(finding, reason);
  };

  return (
    <dialog
      ref={dialog}
      className={styles.dialog}
      aria-labelledby={title}
      onClose={onClose}
      onKeyDown={(event) => event.stopPropagation()}
    >
      <form method="dialog" noValidate onSubmit={submit}>
        <h2 id={title} className={styles.title}>
          {text.suppress.title}
        </h2>
        <p className={styles.sentence}>
          {formatCell(finding.address)} {renderMessage(finding, locale)}
        </p>
        <Field
          label={text.suppress.reason}
          required
          hint={text.suppress.hint}
          {...(missing ? { validationState: 'error' as const, validationMessage: text.suppress.required } : {})}
        >
          <Textarea
            ref={input}
            autoFocus
            rows={3}
            resize="vertical"
            value={reason}
            onChange={(_event, { value }) => {
              setReason(value);
              setMissing(false);
            }}
            onKeyDown={(event) => {
              // Enter that ends a composition belongs to the input method (229 where the browser does not say so).
              const { isComposing, keyCode } = event.nativeEvent;
              if (event.key === 'Enter' && !event.shiftKey && !isComposing && keyCode !== 229) submit(event);
            }}
          />
        </Field>
        <div className={styles.buttons}>
          <Button appearance="primary" type="submit">
            {text.action.confirm}
          </Button>
          <Button onClick={() => dialog.current?.close()}>{text.action.giveUp}</Button>
        </div>
      </form>
    </dialog>
  );
}
