import type { DragEvent } from 'react';
import { useFileDrop } from '../taskpane/parts/file-drop';
import { droppedHandle } from './browser';

interface Drop {
  readonly dragging: boolean;
  readonly handlers: Readonly<
    Record<'onDragEnter' | 'onDragOverCapture' | 'onDragLeave' | 'onDropCapture', (event: DragEvent) => void>
  >;
}

/** What the pane takes for itself, as it does in every host. */
const PANE = '[data-takes-files]';

/**
 * Takes files that are dropped on the page, before the grid sees them; those dropped on the pane are the pane's, which
 * reads them beside the open workbook instead of putting them in its place.
 */
export function useDrop(onFile: (file: File, handle: FileSystemFileHandle | null) => void): Drop {
  const { dragging, enter, over, leave, drop } = useFileDrop(([file], transfer) => {
    if (!file) return;
    const items = Array.from(transfer.items);
    void droppedHandle(items.find(({ kind }) => kind === 'file')).then((handle) => onFile(file, handle));
  });
  const outside =
    (act: (event: DragEvent) => void) =>
    (event: DragEvent): void => {
      if (!(event.target as Element).closest(PANE)) act(event);
    };
  return {
    dragging,
    handlers: {
      onDragEnter: outside(enter),
      onDragOverCapture: outside(over),
      onDragLeave: outside(leave),
      onDropCapture: outside(drop),
    },
  };
}
