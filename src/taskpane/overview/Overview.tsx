import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useMemo, type ReactNode } from 'react';
import type { IndicatorTable } from '../../core/indicator';
import type { CellRef } from '../../core/sheet';
import { overviewText } from '../../i18n/overview';
import { SEVERITIES, type Checked, type Group } from '../../session';
import {
  countDimensions,
  DIMENSIONS,
  moneyOverview,
  scoreOverview,
  weightOverview,
  type WeightPart,
} from '../../session/overview';
import type { ScoredTable } from '../../session/scoring';
import { say, useLocale, useSession, useSessionState, useText } from '../context';
import { useScored } from '../views/score/scored';
import { focusOutline } from '../parts/focus-outline';
import { ChartButton } from './ChartButton';
import { Bar, Ring } from './shapes';

const useStyles = makeStyles({
  part: {
    maxWidth: '560px',
    padding: '6px 12px 8px',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  heading: {
    margin: '0 0 2px',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightSemibold,
  },
  note: { margin: '2px 0 0', color: tokens.colorNeutralForeground2 },
  list: { flexGrow: 1, minWidth: 0, margin: 0, padding: 0, listStyle: 'none' },
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(48px, 27%)',
    alignItems: 'center',
    columnGap: '8px',
    width: '100%',
    minHeight: '24px',
    padding: '1px 4px',
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    background: 'none',
    color: 'inherit',
    fontFamily: 'inherit',
    fontSize: 'inherit',
    textAlign: 'left',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ...focusOutline(),
  },
  pressed: {
    backgroundColor: tokens.colorBrandBackground2,
    '@media (forced-colors: active)': { outline: '2px solid Highlight' },
  },
  plain: { gridTemplateColumns: '12px minmax(0, 1fr)' },
  dot: { width: '10px', height: '10px', borderRadius: '2px', forcedColorAdjust: 'none' },
  beside: { display: 'flex', alignItems: 'center', gap: '12px', flexWrap: 'wrap' },
  expected: { color: tokens.colorNeutralForeground3 },
  off: { color: tokens.colorStatusWarningForeground3 },
  total: { margin: '0 0 2px', fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
});

/** Told apart in light and dark; what they mean stands beside them. */
export const PART_COLOURS: readonly string[] = [
  tokens.colorPaletteBlueBorderActive,
  tokens.colorPaletteMarigoldBorderActive,
  tokens.colorPaletteTealBorderActive,
  tokens.colorPaletteBerryBorderActive,
  tokens.colorPaletteBrownBorderActive,
  tokens.colorPaletteSteelBorderActive,
];

export const SEVERITY_COLOURS = {
  error: tokens.colorStatusDangerForeground1,
  warning: tokens.colorStatusWarningForeground3,
  info: tokens.colorBrandForeground1,
} as const;

interface Props {
  readonly checked: Checked;
  readonly groups: readonly Group[];
}

/** 概览: how the table stands, each line a way to the rows that it speaks of. */
export default function Overview({ checked, groups }: Props): ReactNode {
  const scored = useScored(checked.tables.some(isScored) ? checked : null);
  return (
    <>
      <Problems groups={groups} />
      {checked.tables.map((table, index) => (
        <Table
          key={table.range.top}
          table={table}
          scored={scored?.checked === checked ? scored.tables[index] : undefined}
        />
      ))}
    </>
  );
}

function isScored({ kind, columns }: IndicatorTable): boolean {
  return kind === 'self-evaluation' && columns.some(({ field }) => field === 'score');
}

function Problems({ groups }: { readonly groups: readonly Group[] }): ReactNode {
  const styles = useStyles();
  const words = overviewText(useLocale());
  const { dimension: names } = useText();
  const session = useSession();
  const filtered = useSessionState((state) => state.filter.dimension);
  const counts = useMemo(() => countDimensions(groups), [groups]);
  const most = Math.max(1, ...DIMENSIONS.map((one) => SEVERITIES.reduce((sum, level) => sum + counts[one][level], 0)));
  return (
    <div className={styles.part}>
      <h3 className={styles.heading}>{words.problems}</h3>
      {groups.length === 0 ? (
        <p className={styles.note}>{words.noProblems}</p>
      ) : (
        <ul className={styles.list}>
          {DIMENSIONS.map((dimension) => {
            const label = say(words.dimension, { dimension: names[dimension], ...counts[dimension] });
            return (
              <li key={dimension}>
                <button
                  type="button"
                  className={mergeClasses(styles.row, filtered === dimension && styles.pressed)}
                  aria-pressed={filtered === dimension}
                  title={say(words.show, { dimension: names[dimension] })}
                  onClick={() => session.setFilter({ dimension: filtered === dimension ? null : dimension })}
                >
                  <span>{label}</span>
                  <Bar
                    of={most}
                    pieces={SEVERITIES.map((level) => ({
                      length: counts[dimension][level],
                      colour: SEVERITY_COLOURS[level],
                    }))}
                  />
                </button>
              </li>
            );
          })}
        </ul>
      )}
    </div>
  );
}

function Table({ table, scored }: { readonly table: IndicatorTable; readonly scored?: ScoredTable }): ReactNode {
  const styles = useStyles();
  const session = useSession();
  const words = overviewText(useLocale());
  const local = useSessionState((state) => state.settings.thresholds.weightSchemes);
  const weights = useMemo(() => weightOverview(table, local ?? []), [table, local]);
  const money = useMemo(() => moneyOverview(table), [table]);
  const scores = useMemo(() => scored && scoreOverview(scored, new Map()), [scored]);
  const grades = useText().score;
  const go = (cell: CellRef): void => void session.locate({ sheet: table.sheet, ...cell });
  const nameOf = ({ part, label }: Pick<WeightPart, 'part' | 'label'>): string =>
    part === null ? label || words.other : words.part[part];
  const compared = weights?.parts.some(({ expected }) => expected !== null) ?? false;
  return (
    <>
      {weights && (
        <div className={styles.part}>
          <h3 className={styles.heading}>{words.weights}</h3>
          <div className={styles.beside}>
            <Ring
              label={compared ? words.weightRing : words.weightRingAlone}
              middle={String(weights.sum)}
              inner={weights.parts.map(({ points }, at) => ({ length: points, colour: colourAt(at) }))}
              outer={
                compared
                  ? weights.parts.map(({ expected }, at) => ({ length: expected ?? 0, colour: colourAt(at) }))
                  : []
              }
            />
            <ul className={styles.list}>
              {weights.parts.map((part, at) => (
                <li key={nameOf(part)}>
                  <button
                    type="button"
                    className={mergeClasses(styles.row, styles.plain)}
                    onClick={() => go(part.cell)}
                  >
                    <span className={styles.dot} style={{ backgroundColor: colourAt(at) }} aria-hidden />
                    <span>
                      {say(words.weightsOf, { part: nameOf(part), points: part.points })}
                      {part.expected !== null && (
                        <span className={part.expected === part.points ? styles.expected : styles.off}>
                          {say(words.expected, { expected: part.expected })}
                        </span>
                      )}
                    </span>
                  </button>
                </li>
              ))}
            </ul>
          </div>
          <p className={styles.note}>
            {weights.missing > 0
              ? say(words.weightMissing, { count: weights.missing })
              : say(words.weightSum, { sum: weights.sum })}
          </p>
        </div>
      )}
      {isScored(table) && !scored && <p className={mergeClasses(styles.part, styles.note)}>{words.computing}</p>}
      {scores && (
        <div className={styles.part}>
          <h3 className={styles.heading}>{words.scores}</h3>
          <p className={styles.total}>
            {scores.total.outOf === null
              ? say(grades.totalPlain, { sum: scores.total.sum })
              : say(grades.totalOf, { sum: scores.total.sum, full: scores.total.outOf })}
            {scores.total.grade && ` ${say(grades.grade, { grade: grades.grades[scores.total.grade] })}`}
          </p>
          <ul className={styles.list}>
            {scores.parts.map((part, at) => (
              <li key={nameOf(part)}>
                <button type="button" className={styles.row} onClick={() => go(part.cell)}>
                  <span>
                    {part.full === null
                      ? say(words.scorePlain, { part: nameOf(part), score: part.score })
                      : say(words.scoreOf, { part: nameOf(part), score: part.score, full: part.full })}
                    {part.counted < part.rows && (
                      <span className={styles.expected}>
                        {' '}
                        {say(words.scorePartial, { count: part.rows - part.counted })}
                      </span>
                    )}
                  </span>
                  <Bar of={part.full ?? part.score} pieces={[{ length: part.score, colour: colourAt(at) }]} />
                </button>
              </li>
            ))}
          </ul>
          {scored && <ChartButton scored={scored} />}
        </div>
      )}
      {money && (
        <div className={styles.part}>
          <h3 className={styles.heading}>{words.money}</h3>
          <ul className={styles.list}>
            <li>
              <button type="button" className={styles.row} onClick={() => go(money.budgetCell)}>
                <span>{say(words.budget, { amount: money.budget, unit: money.unit })}</span>
                <Bar
                  of={Math.max(money.budget, money.costs)}
                  pieces={[{ length: money.budget, colour: tokens.colorNeutralForeground3 }]}
                />
              </button>
            </li>
            <li>
              <button type="button" className={styles.row} onClick={() => go(money.costCell)}>
                <span>{say(words.costs, { count: money.count, amount: money.costs, unit: money.unit })}</span>
                <Bar
                  of={Math.max(money.budget, money.costs)}
                  pieces={[
                    {
                      length: money.costs,
                      colour: money.costs > money.budget ? SEVERITY_COLOURS.error : SEVERITY_COLOURS.info,
                    },
                  ]}
                />
              </button>
            </li>
          </ul>
          <p className={styles.note}>
            {money.costs > money.budget
              ? say(words.moneyAbove, {
                  amount: Math.round((money.costs - money.budget) * 1e6) / 1e6,
                  unit: money.unit,
                })
              : say(words.moneyShare, { percent: Math.round((money.costs / money.budget) * 100) })}
          </p>
        </div>
      )}
    </>
  );
}

function colourAt(at: number): string {
  return PART_COLOURS[at % PART_COLOURS.length] as string;
}
