import { useRef, useState, type DragEvent } from 'react';

type Handler = (event: DragEvent) => void;

export interface FileDrop {
  /** A file is held over it. */
  readonly dragging: boolean;
  readonly enter: Handler;
  readonly over: Handler;
  readonly leave: Handler;
  readonly drop: Handler;
}

/** Files that are held over a place and let go there; what else is dragged goes its own way. */
export function useFileDrop(take: (files: readonly File[], transfer: DataTransfer) => void): FileDrop {
  const [dragging, setDragging] = useState(false);
  /** Elements that the pointer is in: each child tells of entering and leaving, too. */
  const depth = useRef(0);
  const settle = (count: number): void => {
    depth.current = Math.max(0, count);
    setDragging(depth.current > 0);
  };
  // A place within another has its files for itself: the other one does not hear of them.
  const heard =
    (act: Handler): Handler =>
    (event) => {
      if (!event.dataTransfer.types.includes('Files')) return;
      event.stopPropagation();
      act(event);
    };
  return {
    dragging,
    enter: heard(() => settle(depth.current + 1)),
    over: heard((event) => event.preventDefault()),
    leave: heard(() => settle(depth.current - 1)),
    drop: heard((event) => {
      event.preventDefault();
      settle(0);
      const files = Array.from(event.dataTransfer.files);
      if (files.length > 0) take(files, event.dataTransfer);
    }),
  };
}
