import { makeStyles, tokens } from '@fluentui/react-components';
import { ChevronRightRegular, type FluentIcon } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { focusOutline } from '../parts/focus-outline';

const useStyles = makeStyles({
  card: {
    display: 'grid',
    gridTemplateColumns: '20px minmax(0, 1fr) 16px',
    alignItems: 'center',
    columnGap: '8px',
    width: '100%',
    padding: '8px 10px',
    marginBottom: '6px',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    color: 'inherit',
    fontFamily: 'inherit',
    textAlign: 'left',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':disabled': { color: tokens.colorNeutralForegroundDisabled, cursor: 'default' },
    ...focusOutline(),
  },
  icon: { color: tokens.colorCompoundBrandForeground1 },
  name: { display: 'block', fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  hint: {
    display: 'block',
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  chevron: { color: tokens.colorNeutralForeground3 },
});

interface Props {
  readonly icon: FluentIcon;
  readonly words: { readonly name: string; readonly hint: string };
  readonly disabled?: boolean;
  onClick(): void;
}

/** One of the things that can be done with what came in. */
export function ActionCard({ icon: Icon, words, disabled = false, onClick }: Props): ReactNode {
  const styles = useStyles();
  return (
    <button type="button" className={styles.card} disabled={disabled} onClick={onClick}>
      <Icon className={styles.icon} fontSize={20} aria-hidden />
      <span>
        <span className={styles.name}>{words.name}</span>
        <span className={styles.hint}>{words.hint}</span>
      </span>
      <ChevronRightRegular className={styles.chevron} aria-hidden />
    </button>
  );
}
