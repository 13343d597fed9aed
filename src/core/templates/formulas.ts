import type { Target } from '../indicator';
import { compile, toFormula, toNumber, type Standard } from '../scoring';
import { formatCell, type CellRef } from '../sheet';
import { isPercentUnit, parseTarget } from '../text';
import type { IndicatorContent } from './content';

/** How scores are filled in: PERF functions, native formulas that need no add-in, or not at all. */
export type ScoreFormulas = 'functions' | 'native' | 'none';

/** The cells of an indicator's row that its score is computed from; null where the form has no such column. */
export interface ScoreCells {
  readonly actual: CellRef;
  readonly target: CellRef | null;
  readonly operator: CellRef | null;
  readonly unit: CellRef | null;
  readonly standard: CellRef | null;
  readonly weight: CellRef | null;
}

/** The longest text that may stand in a formula as one literal. */
const LITERAL = 255;

function literal(text: string): string {
  const parts: string[] = [];
  const all = [...text];
  for (let at = 0; at < all.length; at += LITERAL) {
    parts.push(
      `"${all
        .slice(at, at + LITERAL)
        .join('')
        .replaceAll('"', '""')}"`,
    );
  }
  return parts.join('&');
}

/**
 * The formula for 得分, blank until the result is filled in; null where there is no standard to go by, or none that can
 * be computed: such a row is scored by people.
 */
export function scoreFormula(
  content: IndicatorContent,
  cells: ScoreCells,
  scores: ScoreFormulas,
  year: number | null,
): string | null {
  if (scores === 'none') return null;
  const actual = formatCell(cells.actual);
  if (scores === 'functions') {
    if (!cells.standard && content.standard === null) return null;
    const standard = cells.standard ? formatCell(cells.standard) : literal(content.standard ?? '');
    const rest = [cells.weight, cells.operator, cells.unit].map((cell) => (cell ? formatCell(cell) : ''));
    const target = cells.target ? formatCell(cells.target) : '';
    while (rest[rest.length - 1] === '') rest.pop();
    const call = [actual, target, standard, ...rest].join(',');
    const blank = cells.standard ? `OR(${actual}="",${formatCell(cells.standard)}="")` : `${actual}=""`;
    return `=IF(${blank},"",PERF.SCORE(${call}))`;
  }
  if (content.standard === null) return null;
  const operator = content.operator === '定性' || content.operator === '定量' ? null : content.operator;
  const target = content.target === null ? null : parseTarget(String(content.target), { operator, unit: content.unit });
  const compiled = compile({
    standard: content.standard,
    target: target?.kind === 'unknown' ? null : target,
    unit: content.unit,
    weight: content.weight,
    name: content.name,
    year,
  });
  if (!compiled.ok || compiled.inputs.length !== 1) return null;
  const separate = cells.target !== null && cells.operator !== null && typeof content.target === 'number';
  const over = (read: string): string | null => {
    const result = toFormula(compiled.standard, {
      actuals: [read],
      target: separate ? formatCell(cells.target as CellRef) : valueText(target),
      weight: cells.weight ? formatCell(cells.weight) : String(content.weight ?? 'NA()'),
    });
    return result.ok ? result.formula.slice(1) : null;
  };
  const formula = ofWhatIsTyped(actual, compiled.standard, content.unit, over);
  return formula === null ? null : `=IF(${actual}="","",${formula})`;
}

/** Nothing is known yet of what will be typed, and 93% is 0.93: it is read as the functions read a bare number. */
function ofWhatIsTyped(
  actual: string,
  { inputs, target }: Standard,
  unit: string | null,
  over: (read: string) => string | null,
): string | null {
  const [input] = inputs;
  const plain = over(actual);
  if (plain === null || !input || input.kind === 'grade' || input.kind === 'boolean') return plain;
  const high = (target ? toNumber(target.value) : 100) >= 15;
  if (input.kind === 'value' && isPercentUnit(input.unit)) {
    if (!high) return `IF(OR(${actual}=0,${actual}>1.5),${plain},NA())`;
    const scaled = over(`ROUND(${actual}*100,9)`);
    return scaled && `IF(${actual}<=1.5,${scaled},IF(${actual}<10,NA(),${plain}))`;
  }
  const unclear = input.kind === 'value' && input.unit === null && unit === null && high;
  return unclear ? `IF(AND(${actual}>0,${actual}<=1),NA(),${plain})` : plain;
}

function valueText(target: Target | null): string {
  if (target?.kind === 'quantity') return String(target.value);
  const date = target?.kind === 'date' ? /^(\d{4})-(\d{2})-(\d{2})$/.exec(target.value) : null;
  return date ? `DATE(${Number(date[1])},${Number(date[2])},${Number(date[3])})` : 'NA()';
}

/** Blank until something is there to be added. */
export function sumFormula(cells: readonly string[]): string | null {
  if (cells.length === 0) return null;
  const list = cells.join(',');
  return `=IF(COUNT(${list})=0,"",SUM(${list}))`;
}

/** 执行率 as a fraction; blank without a budget. */
export function rateFormula(budget: string, spent: string): string {
  return `=IF(OR(N(${budget})=0,${spent}=""),"",${spent}/${budget})`;
}

/** 得分 of the execution rate, capped at its points. */
export function executionFormula(budget: string, spent: string, weight: string, scores: ScoreFormulas): string {
  const value =
    scores === 'functions'
      ? `PERF.EXECUTION(${budget},${spent},${weight})`
      : `ROUND(MIN(${spent}/${budget},1)*${weight},2)`;
  return `=IF(OR(N(${budget})=0,${spent}=""),"",${value})`;
}

/** `overallGrade` as a formula over the eight grades, which stand in one column. */
export function overallFormula(grades: string): string {
  const count = (grade: string): string => `COUNTIF(${grades},"${grade}")`;
  const good = `${count('优')}+${count('良')}`;
  return (
    `=IF(${good}+${count('中')}+${count('差')}<8,"",` +
    `IF(AND(${count('优')}>=6,${count('中')}+${count('差')}=0),"优",` +
    `IF(AND(${good}>=6,${count('差')}=0),"良",IF(${good}+${count('中')}>=6,"中","差"))))`
  );
}

/** What the check gives more (+) or less (−) than the self-evaluation. */
export function differenceFormula(score: string, checked: string): string {
  return `=IF(OR(${score}="",${checked}=""),"",${checked}-${score})`;
}
