import { makeStyles, tokens } from '@fluentui/react-components';
import type { FluentIcon } from '@fluentui/react-icons';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  empty: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    gap: '4px',
    maxWidth: '360px',
    margin: '0 auto',
    padding: '32px 20px',
    textAlign: 'center',
    lineHeight: tokens.lineHeightBase300,
  },
  icon: { color: tokens.colorNeutralForeground3, marginBottom: '4px' },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  hint: { margin: '0 0 6px', color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase300 },
});

interface Props {
  readonly icon: FluentIcon;
  readonly title: string;
  readonly hint: string;
  /** A way out. */
  readonly children?: ReactNode;
}

/** Nothing to score, and what to do about it. */
export function Empty({ icon: Icon, title, hint, children }: Props): ReactNode {
  const styles = useStyles();
  return (
    <div className={styles.empty}>
      <Icon className={styles.icon} fontSize={32} aria-hidden />
      <h2 className={styles.title}>{title}</h2>
      <p className={styles.hint}>{hint}</p>
      {children}
    </div>
  );
}
