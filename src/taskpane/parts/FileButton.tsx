import { Button } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { DropPlace } from './DropPlace';
import { askForFile } from './files';

interface Props {
  readonly accept: string;
  readonly children: ReactNode;
  onFile(file: File): void;
}

/** Asks for a file by a click, and takes one that is dropped on it. */
export function FileButton({ accept, children, onFile }: Props): ReactNode {
  return (
    <DropPlace onFile={onFile}>
      <Button size="small" onClick={() => void askForFile(accept).then((file) => file && onFile(file))}>
        {children}
      </Button>
    </DropPlace>
  );
}
