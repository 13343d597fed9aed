import { tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

export interface Piece {
  readonly length: number;
  readonly colour: string;
}

interface BarProps {
  /** The length of the whole. */
  readonly of: number;
  readonly pieces: readonly Piece[];
}

/** A bar of pieces end to end. What it shows stands in words beside it. */
export function Bar({ of, pieces }: BarProps): ReactNode {
  let at = 0;
  return (
    <svg
      viewBox="0 0 100 8"
      width="100%"
      height="8"
      preserveAspectRatio="none"
      aria-hidden
      style={{ display: 'block', forcedColorAdjust: 'none' }}
    >
      <rect width="100" height="8" rx="2" fill={tokens.colorNeutralBackground5} />
      {pieces.map(({ length, colour }, index) => {
        const width = of > 0 ? (Math.max(0, Math.min(length, of - at)) / of) * 100 : 0;
        const x = of > 0 ? (at / of) * 100 : 0;
        at += length;
        return width > 0 && <rect key={index} x={x} width={width} height="8" fill={colour} />;
      })}
    </svg>
  );
}

interface RingProps {
  readonly label: string;
  readonly middle: string;
  readonly inner: readonly Piece[];
  /** Nothing is drawn where it is empty. */
  readonly outer: readonly Piece[];
}

/** Shares of a whole, and around them the shares that are expected. */
export function Ring({ label, middle, inner, outer }: RingProps): ReactNode {
  return (
    <svg viewBox="0 0 96 96" width="88" height="88" role="img" aria-label={label} style={{ forcedColorAdjust: 'none' }}>
      <title>{label}</title>
      <Arcs radius={32} width={14} pieces={inner} />
      <Arcs radius={44} width={5} pieces={outer} />
      <text
        x="48"
        y="53"
        textAnchor="middle"
        fontSize="15"
        fontWeight="600"
        fontFamily="inherit"
        style={{ fill: tokens.colorNeutralForeground1 }}
      >
        {middle}
      </text>
    </svg>
  );
}

/** Between two pieces, along the ring. */
const GAP = 1.5;

function Arcs(props: {
  readonly radius: number;
  readonly width: number;
  readonly pieces: readonly Piece[];
}): ReactNode {
  const { radius, width, pieces } = props;
  const sum = pieces.reduce((total, { length }) => total + length, 0);
  const round = 2 * Math.PI * radius;
  let at = 0;
  if (sum <= 0) return null;
  return pieces.map(({ length, colour }, index) => {
    const along = (length / sum) * round;
    const start = at;
    at += along;
    return (
      along > 0 && (
        <circle
          key={index}
          cx="48"
          cy="48"
          r={radius}
          fill="none"
          stroke={colour}
          strokeWidth={width}
          strokeDasharray={`${Math.max(along - GAP, 0.5)} ${round}`}
          strokeDashoffset={-start}
          transform="rotate(-90 48 48)"
        />
      )
    );
  });
}
