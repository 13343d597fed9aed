import { useRef, useState, type DragEvent } from 'react';
import { droppedHandle } from './browser';

interface Drop {
  readonly dragging: boolean;
  readonly handlers: Readonly<
    Record<'onDragEnter' | 'onDragOverCapture' | 'onDragLeave' | 'onDropCapture', (event: DragEvent) => void>
  >;
}

/** Takes files that are dropped anywhere on the page; what else is dragged goes its own way. */
export function useDrop(onFile: (file: File, handle: FileSystemFileHandle | null) => void): Drop {
  const [dragging, setDragging] = useState(false);
  /** Elements that the pointer is in: each child tells of entering and leaving, too. */
  const depth = useRef(0);
  const hasFile = (event: DragEvent) => event.dataTransfer.types.includes('Files');
  const settle = (count: number) => {
    depth.current = Math.max(0, count);
    setDragging(depth.current > 0);
  };
  return {
    dragging,
    handlers: {
      onDragEnter: (event) => hasFile(event) && settle(depth.current + 1),
      onDragLeave: (event) => hasFile(event) && settle(depth.current - 1),
      onDragOverCapture: (event) => hasFile(event) && event.preventDefault(),
      onDropCapture: (event) => {
        if (!hasFile(event)) return;
        event.preventDefault();
        event.stopPropagation();
        settle(0);
        const file = event.dataTransfer.files[0];
        if (!file) return;
        const items = [...event.dataTransfer.items];
        void droppedHandle(items.find(({ kind }) => kind === 'file')).then((handle) => onFile(file, handle));
      },
    },
  };
}
