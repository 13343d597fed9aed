import { makeStyles, tokens } from '@fluentui/react-components';
import { useState, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react';
import { focusOutline } from '../taskpane/parts/focus-outline';

const KEY = 'perf-addin.workbench.pane';
/** Pixels. */
const PANE = { usual: 400, smallest: 320, grid: 240 };
const STEP = 24;

const useStyles = makeStyles({
  bar: {
    flexShrink: 0,
    width: '1px',
    padding: '0 3px',
    backgroundClip: 'content-box',
    backgroundColor: tokens.colorNeutralStroke2,
    cursor: 'col-resize',
    touchAction: 'none',
    '@media (max-width: 600px)': { display: 'none' },
    ':hover': { backgroundColor: tokens.colorCompoundBrandStroke },
    ':active': { backgroundColor: tokens.colorCompoundBrandStroke },
    ...focusOutline(),
  },
});

function within(width: number): number {
  return Math.round(Math.max(PANE.smallest, Math.min(width, window.innerWidth - PANE.grid)));
}

function keptWidth(): number {
  try {
    return Number(localStorage.getItem(KEY)) || PANE.usual;
  } catch {
    return PANE.usual;
  }
}

/** The pane's width, kept for the next time. */
export function usePaneWidth(): [number, (width: number) => void] {
  const [width, setWidth] = useState(() => within(keptWidth()));
  return [
    width,
    (next) => {
      setWidth(within(next));
      try {
        localStorage.setItem(KEY, String(within(next)));
      } catch {
        // A browser that keeps nothing still resizes.
      }
    },
  ];
}

interface SplitterProps {
  readonly width: number;
  readonly label: string;
  onResize(width: number): void;
}

/** Between grid and pane; by pointer or by the arrow keys. */
export function Splitter({ width, label, onResize }: SplitterProps): ReactNode {
  const styles = useStyles();
  const drag = (event: PointerEvent<HTMLDivElement>) => {
    if (event.currentTarget.hasPointerCapture(event.pointerId)) onResize(window.innerWidth - event.clientX - STEP / 6);
  };
  const press = (event: KeyboardEvent) => {
    const steps: Readonly<Record<string, number>> = { ArrowLeft: STEP, ArrowRight: -STEP };
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    onResize(width + step);
  };
  return (
    <div
      className={styles.bar}
      role="separator"
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={width}
      aria-valuemin={PANE.smallest}
      aria-valuemax={window.innerWidth - PANE.grid}
      tabIndex={0}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        event.preventDefault();
      }}
      onPointerMove={drag}
      onKeyDown={press}
    />
  );
}
