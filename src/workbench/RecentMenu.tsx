import {
  Button,
  makeStyles,
  Menu,
  MenuDivider,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  tokens,
} from '@fluentui/react-components';
import { HistoryRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import type { Desk } from './desk';
import type { DeskState } from './desk-state';
import type { PageText } from './text';
import { timeOf } from './time';

const useStyles = makeStyles({
  popover: { maxWidth: '420px' },
  item: { maxWidth: 'none' },
  name: { overflowWrap: 'anywhere' },
  time: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
});

interface RecentMenuProps {
  readonly desk: Desk;
  readonly state: DeskState;
  readonly text: PageText;
  readonly className: string;
  readonly label: ReactNode;
}

/** 最近打开, and what was left behind unsaved. */
export function RecentMenu({ desk, state, text, className, label }: RecentMenuProps): ReactNode {
  const styles = useStyles();
  const { recent, left, locale } = state;
  const words = text.recent;
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <Button
          className={className}
          appearance="subtle"
          icon={<HistoryRegular />}
          title={words.hint}
          disabled={state.phase !== 'ready'}
        >
          {label}
        </Button>
      </MenuTrigger>
      <MenuPopover className={styles.popover}>
        <MenuList>
          {recent.length === 0 && <MenuItem disabled>{words.none}</MenuItem>}
          {recent.map((file) => (
            <MenuItem key={file.id} className={styles.item} onClick={() => desk.openRecent(file)}>
              <div className={styles.name}>{file.name}</div>
              <div className={styles.time}>{timeOf(file.at, locale)}</div>
            </MenuItem>
          ))}
          {(recent.length > 0 || left.length > 0) && <MenuDivider />}
          {left.length > 0 && <MenuItem onClick={() => desk.askBack()}>{words.left}</MenuItem>}
          {recent.length > 0 && <MenuItem onClick={() => desk.clearRecent()}>{words.clear}</MenuItem>}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
