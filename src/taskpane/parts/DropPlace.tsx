import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useFileDrop } from './file-drop';

const useStyles = makeStyles({
  over: {
    outline: `2px dashed ${tokens.colorCompoundBrandStroke}`,
    outlineOffset: '2px',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorBrandBackground2,
  },
});

interface Props {
  readonly children: ReactNode;
  readonly className?: string;
  onFile(file: File): void;
}

/** Around a button that asks for a file: one that is let go on it is taken as if it had been chosen there. */
export function DropPlace({ children, className, onFile }: Props): ReactNode {
  const styles = useStyles();
  const { dragging, enter, over, leave, drop } = useFileDrop(([file]) => file && onFile(file));
  return (
    <div
      className={mergeClasses(className, dragging && styles.over)}
      onDragEnter={enter}
      onDragOver={over}
      onDragLeave={leave}
      onDrop={drop}
    >
      {children}
    </div>
  );
}
