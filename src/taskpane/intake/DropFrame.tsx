import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useText } from '../context';

const useStyles = makeStyles({
  frame: {
    position: 'absolute',
    top: 0,
    right: 0,
    bottom: 0,
    left: 0,
    zIndex: 1000,
    display: 'flex',
    alignItems: 'flex-end',
    justifyContent: 'center',
    padding: '14px',
    border: `2px dashed ${tokens.colorCompoundBrandStroke}`,
    pointerEvents: 'none',
  },
  words: {
    padding: '6px 12px',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorBrandBackground,
    color: tokens.colorNeutralForegroundOnBrand,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
  },
});

/** Where a file that is held over the pane may be let go; what is underneath stays to be seen, and to be dropped on. */
export function DropFrame(): ReactNode {
  const styles = useStyles();
  return (
    <div className={styles.frame}>
      <span className={styles.words}>{useText().intake.drop}</span>
    </div>
  );
}
