import { Button } from '@fluentui/react-components';
import { ArrowUndoRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { useSession, useSessionState, useText } from '../context';
import { useBarStyles } from './bar-styles';

/** Undoes what was written last, and says what that is. */
export function UndoButton(): ReactNode {
  const styles = useBarStyles();
  const text = useText();
  const session = useSession();
  const undo = useSessionState((state) => state.undo);
  return (
    <Button
      className={styles.undo}
      size="small"
      appearance="subtle"
      icon={<ArrowUndoRegular />}
      title={undo === null ? text.action.undo : `${text.action.undo}${text.colon}${undo}`}
      disabledFocusable={undo === null}
      onClick={() => void session.undo()}
    >
      {text.action.undo}
    </Button>
  );
}
