import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useId, useLayoutEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import type { Input, ScoreCurve as Curve } from '../../core/scoring';
import { breakpointsOf, drawCurve, type FaultLook, type Place, type Shape } from '../../report/curve-drawing';
import { curveLabel } from '../../report/curve-words';
import { useText } from '../context';

const FORCED = '@media (forced-colors: active)';

const useStyles = makeStyles({
  figure: { margin: 0, minWidth: 0 },
  svg: { display: 'block', width: '100%', overflow: 'visible', fontFamily: 'inherit', fontSize: '11px' },
  axis: { stroke: tokens.colorNeutralStroke1, strokeWidth: '1px', [FORCED]: { stroke: 'CanvasText' } },
  full: {
    stroke: tokens.colorNeutralForeground3,
    strokeWidth: '1px',
    strokeDasharray: '5 3',
    [FORCED]: { stroke: 'CanvasText' },
  },
  target: {
    stroke: tokens.colorNeutralForeground3,
    strokeWidth: '1px',
    strokeDasharray: '1.5 3',
    strokeLinecap: 'round',
    [FORCED]: { stroke: 'CanvasText' },
  },
  actualLine: {
    stroke: tokens.colorPaletteMarigoldForeground2,
    strokeWidth: '1.5px',
    [FORCED]: { stroke: 'Highlight' },
  },
  jump: {
    stroke: tokens.colorNeutralForeground4,
    strokeWidth: '1px',
    strokeDasharray: '2 2',
    [FORCED]: { stroke: 'CanvasText' },
  },
  path: { fill: 'none', strokeWidth: '2px', strokeLinejoin: 'round', strokeLinecap: 'round' },
  score: { stroke: tokens.colorCompoundBrandForeground1, [FORCED]: { stroke: 'CanvasText' } },
  fault: { stroke: tokens.colorStatusDangerForeground1, strokeWidth: '3px', [FORCED]: { stroke: 'LinkText' } },
  falling: { strokeDasharray: '5 4' },
  hatch: { stroke: tokens.colorStatusDangerForeground1, strokeWidth: '1px', [FORCED]: { stroke: 'LinkText' } },
  hatchNeutral: { stroke: tokens.colorNeutralForeground3, strokeWidth: '1px', [FORCED]: { stroke: 'GrayText' } },
  closed: {
    fill: tokens.colorCompoundBrandForeground1,
    stroke: tokens.colorNeutralBackground1,
    strokeWidth: '1px',
    [FORCED]: { fill: 'CanvasText', stroke: 'Canvas' },
  },
  open: {
    fill: tokens.colorNeutralBackground1,
    stroke: tokens.colorCompoundBrandForeground1,
    strokeWidth: '1.5px',
    [FORCED]: { fill: 'Canvas', stroke: 'CanvasText' },
  },
  actualDot: {
    fill: tokens.colorPaletteMarigoldBackground3,
    stroke: tokens.colorNeutralForeground1,
    strokeWidth: '1.5px',
    [FORCED]: { fill: 'Highlight', stroke: 'CanvasText' },
  },
  cross: {
    stroke: tokens.colorStatusDangerForeground1,
    strokeWidth: '2px',
    strokeLinecap: 'round',
    [FORCED]: { stroke: 'LinkText' },
  },
  label: {
    fill: tokens.colorNeutralForeground2,
    fontVariantNumeric: 'tabular-nums',
    [FORCED]: { fill: 'CanvasText' },
  },
  /** Legible over lines. */
  haloed: {
    paintOrder: 'stroke',
    stroke: tokens.colorNeutralBackground1,
    strokeWidth: '3px',
    strokeLinejoin: 'round',
    [FORCED]: { stroke: 'Canvas' },
  },
  strong: { fill: tokens.colorNeutralForeground1, fontWeight: tokens.fontWeightSemibold },
  legend: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: '12px',
    margin: '2px 0 0',
    padding: 0,
    listStyle: 'none',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
  },
  key: { display: 'inline-flex', alignItems: 'center', gap: '4px' },
  details: { marginTop: '4px', fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  summary: { cursor: 'pointer', color: tokens.colorNeutralForeground2 },
  table: {
    marginTop: '4px',
    borderCollapse: 'collapse',
    fontVariantNumeric: 'tabular-nums',
    '& th, & td': { padding: '2px 10px 2px 0', textAlign: 'left', fontWeight: tokens.fontWeightRegular },
    '& thead th': { color: tokens.colorNeutralForeground3, whiteSpace: 'nowrap' },
  },
});

interface Props {
  readonly curve: Curve;
  readonly input: Input;
  /** What stands on the horizontal axis. */
  readonly name: string;
  /** The result to be shown on it, with its score. */
  readonly actual: { readonly x: number; readonly y: number } | null;
  /** The result is one that is being tried. */
  readonly tried: boolean;
  readonly faults: readonly { readonly x: number; readonly y: number }[];
}

/** 得分曲线: score against actual result, with a text alternative. */
export function ScoreCurve({ curve, input, name, actual, tried, faults }: Props): ReactNode {
  const styles = useStyles();
  const text = useText();
  const words = text.curve;
  const id = useId();
  const figure = useRef<HTMLElement>(null);
  const [width, setWidth] = useState(320);
  useLayoutEffect(() => {
    const element = figure.current;
    if (!element) return undefined;
    const measure = (): void => setWidth(Math.max(240, Math.min(640, Math.floor(element.clientWidth))));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const drawing = useMemo(
    () =>
      drawCurve(curve, input, {
        width,
        words: tried ? { ...words, actual: words.trial } : words,
        actual,
        faults,
      }),
    [curve, input, width, words, tried, actual, faults],
  );
  const points = useMemo(() => breakpointsOf(curve, input), [curve, input]);
  const hasExamples = drawing.shapes.some((shape) => shape.kind === 'dot' && shape.look === 'fault');
  return (
    <figure ref={figure} className={styles.figure}>
      <svg
        className={styles.svg}
        role="img"
        aria-label={curveLabel(curve, input, drawing, name, text)}
        viewBox={`0 0 ${drawing.width} ${drawing.height}`}
        height={drawing.height}
      >
        <defs>
          <Hatch id={`${id}above`} className={styles.hatch} angle={45} />
          <Hatch id={`${id}gap`} className={styles.hatchNeutral} angle={-45} />
          <Hatch id={`${id}overlap`} className={styles.hatch} angle={0} />
        </defs>
        {drawing.shapes.map((shape, index) => (
          <Drawn key={index} shape={shape} id={id} />
        ))}
      </svg>
      {(drawing.shown.length > 0 || hasExamples) && (
        <ul className={styles.legend} aria-hidden>
          {drawing.shown.map((look) => (
            <li key={look} className={styles.key}>
              <Swatch look={look} id={id} />
              {words[look]}
            </li>
          ))}
          {hasExamples && (
            <li className={styles.key}>
              <svg width={12} height={12}>
                <Drawn shape={{ kind: 'dot', look: 'fault', at: [6, 6] }} id={id} />
              </svg>
              {words.fault}
            </li>
          )}
        </ul>
      )}
      <details className={styles.details}>
        <summary className={styles.summary}>{words.points}</summary>
        <table className={styles.table}>
          <thead>
            <tr>
              {[words.at, words.score, words.below, words.beyond].map((header) => (
                <th key={header} scope="col">
                  {header}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {points.slice(0, 60).map(({ at, score, below, above }, index) => (
              <tr key={index}>
                <th scope="row">{at}</th>
                {[score, below, above].map((value, column) => (
                  <td key={column}>{value ?? words.nothing}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}

function Hatch(props: { readonly id: string; readonly className: string; readonly angle: number }): ReactNode {
  return (
    <pattern
      id={props.id}
      width={6}
      height={6}
      patternUnits="userSpaceOnUse"
      patternTransform={`rotate(${props.angle})`}
    >
      <line className={props.className} x1={0} y1={0} x2={0} y2={6} />
    </pattern>
  );
}

function Swatch({ look, id }: { readonly look: FaultLook; readonly id: string }): ReactNode {
  const shapes: readonly Shape[] =
    look === 'falling'
      ? [
          {
            kind: 'path',
            look,
            places: [
              [1, 3],
              [15, 9],
            ],
          },
        ]
      : look === 'above'
        ? [
            { kind: 'area', look, places: box(16, 12) },
            {
              kind: 'path',
              look,
              places: [
                [1, 1.5],
                [15, 1.5],
              ],
            },
          ]
        : [{ kind: 'area', look, places: box(16, 12) }];
  return (
    <svg width={16} height={12}>
      {shapes.map((shape, index) => (
        <Drawn key={index} shape={shape} id={id} />
      ))}
    </svg>
  );
}

function box(width: number, height: number): readonly Place[] {
  return [
    [0, 0],
    [width, 0],
    [width, height],
    [0, height],
  ];
}

function pathOf(places: readonly Place[]): string {
  return places.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${x} ${y}`).join('');
}

function Drawn({ shape, id }: { readonly shape: Shape; readonly id: string }): ReactNode {
  const styles = useStyles();
  switch (shape.kind) {
    case 'line': {
      const { axis, full, target, actualLine, jump } = styles;
      const className = { axis, tick: axis, full, target, actual: actualLine, jump }[shape.look];
      const [[x1, y1], [x2, y2]] = [shape.from, shape.to];
      return <line className={className} x1={x1} y1={y1} x2={x2} y2={y2} />;
    }
    case 'path': {
      const look = shape.look === 'score' ? styles.score : styles.fault;
      return (
        <path
          className={mergeClasses(styles.path, look, shape.look === 'falling' && styles.falling)}
          d={pathOf(shape.places)}
        />
      );
    }
    case 'area':
      return <path d={`${pathOf(shape.places)}Z`} fill={`url(#${id}${shape.look})`} />;
    case 'dot': {
      const [x, y] = shape.at;
      if (shape.look === 'fault')
        return <path className={styles.cross} d={`M${x - 4} ${y - 4}l8 8M${x + 4} ${y - 4}l-8 8`} />;
      if (shape.look === 'actual') return <path className={styles.actualDot} d={`M${x} ${y - 6}l6 6l-6 6l-6 -6Z`} />;
      return <circle className={styles[shape.look]} cx={x} cy={y} r={3.5} />;
    }
    case 'label':
      return (
        <text
          className={mergeClasses(
            styles.label,
            shape.look !== 'axis' && styles.haloed,
            shape.look === 'actual' && styles.strong,
          )}
          x={shape.at[0]}
          y={shape.at[1]}
          textAnchor={shape.anchor}
        >
          {shape.text}
        </text>
      );
  }
}
