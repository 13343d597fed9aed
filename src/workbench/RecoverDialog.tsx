import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Locale } from '../i18n';
import type { Desk } from './desk';
import type { Draft } from './keep';
import type { PageText } from './text';
import { timeOf } from './time';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, maxHeight: '50vh', overflowY: 'auto' },
  item: {
    display: 'flex',
    alignItems: 'center',
    gap: '8px',
    padding: '10px 2px',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  words: { flexGrow: 1, minWidth: 0 },
  name: { overflowWrap: 'anywhere' },
  time: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  button: { flexShrink: 0, minWidth: 'auto', whiteSpace: 'nowrap' },
});

interface RecoverDialogProps {
  readonly desk: Desk;
  readonly drafts: readonly Draft[];
  readonly locale: Locale;
  readonly text: PageText;
}

/** 找回: what earlier visits left behind. Closing it loses nothing: it is asked again. */
export function RecoverDialog({ desk, drafts, locale, text }: RecoverDialogProps): ReactNode {
  const styles = useStyles();
  const words = text.recover;
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && desk.answer(false)}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{words.title}</DialogTitle>
          <DialogContent>
            <p>{drafts.length > 0 ? words.body : words.none}</p>
            <ul className={styles.list}>
              {drafts.map((draft) => (
                <li key={draft.id} className={styles.item}>
                  <div className={styles.words}>
                    <div id={`draft-${draft.id}`} className={styles.name}>
                      {draft.name}
                    </div>
                    <div className={styles.time}>{timeOf(draft.at, locale)}</div>
                  </div>
                  <Button
                    className={styles.button}
                    appearance="subtle"
                    aria-describedby={`draft-${draft.id}`}
                    onClick={() => desk.forget(draft)}
                  >
                    {words.forget}
                  </Button>
                  <Button
                    className={styles.button}
                    appearance="primary"
                    aria-describedby={`draft-${draft.id}`}
                    onClick={() => desk.recover(draft)}
                  >
                    {words.restore}
                  </Button>
                </li>
              ))}
            </ul>
          </DialogContent>
          <DialogActions>
            <Button onClick={() => desk.answer(false)}>{words.later}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
