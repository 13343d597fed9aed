import { Button, makeStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { DropPlace } from './DropPlace';
import { askForFile } from './files';

// Without a line of text around it, which is a fraction of a pixel higher, and blurs what stands below.
const useStyles = makeStyles({ place: { display: 'flex' } });

interface Props {
  readonly accept: string;
  readonly children: ReactNode;
  onFile(file: File): void;
}

/** Asks for a file by a click, and takes one that is dropped on it. */
export function FileButton({ accept, children, onFile }: Props): ReactNode {
  return (
    <DropPlace className={useStyles().place} onFile={onFile}>
      <Button size="small" onClick={() => void askForFile(accept).then((file) => file && onFile(file))}>
        {children}
      </Button>
    </DropPlace>
  );
}
