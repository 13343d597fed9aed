import type { IndicatorTable } from '../core/indicator';
import type { Finding } from '../core/rules/finding';
import {
  toNumber,
  compile,
  curve as curveOf,
  evaluate,
  questionOf,
  verify,
  type Evaluation,
  type Fault,
  type Input,
  type ScoreCurve,
} from '../core/scoring';
import { formatAddress } from '../core/sheet';

/** Where a result and its score stand on a curve. */
export interface Mark {
  readonly x: number;
  readonly y: number;
}

/** 得分曲线 of a row whose standard the check finds fault with. */
export interface ReportCurve {
  readonly cell: string;
  readonly name: string;
  /** As written. */
  readonly standard: string;
  /** Codes of the findings, each once. */
  readonly codes: readonly string[];
  readonly curve: ScoreCurve;
  readonly input: Input;
  /** Further results the score depends on; the curve has them at their best. */
  readonly others: readonly string[];
  readonly actual: Mark | null;
  readonly faults: readonly Mark[];
}

/** Findings about scoring standards. */
const SCORING = /^PT3\d\d$/u;

/** The curves of the rows that findings about their standards stand at; none of standards that can't be drawn. */
export function curvesOf(tables: readonly IndicatorTable[], findings: readonly Finding[]): readonly ReportCurve[] {
  return tables.flatMap((table) =>
    table.indicators.flatMap((indicator): ReportCurve[] => {
      const { row, standard: field, actual, name } = indicator;
      const codes = findings
        .filter(({ code, address }) => SCORING.test(code) && address.row === row && address.sheet === table.sheet)
        .map(({ code }) => code);
      if (!field || codes.length === 0) return [];
      const compiled = compile(questionOf(indicator, table.year?.value ?? null));
      if (!compiled.ok) return [];
      const { standard } = compiled;
      const drawn = curveOf(standard);
      const input = drawn && standard.inputs[drawn.input];
      if (!drawn || !input) return [];
      return [
        {
          cell: formatAddress({ sheet: table.sheet, ...field.cell }),
          name: name?.value ?? '',
          standard: field.raw,
          codes: [...new Set(codes)],
          curve: drawn,
          input,
          others: standard.inputs.filter((one) => one !== input).map((one) => one.name),
          actual: actual && markOf(drawn, evaluate(standard, actual.value)),
          faults: wrongScores(verify(standard).faults),
        },
      ];
    }),
  );
}

/** The result that was scored, on the curve; null where it is no number. */
export function markOf(drawn: ScoreCurve, evaluation: Evaluation | undefined): Mark | null {
  if (evaluation?.status !== 'scored') return null;
  const read = evaluation.values[drawn.input];
  return read?.kind === 'number' ? { x: toNumber(read.value), y: evaluation.score } : null;
}

/** Faults whose counter-example is a point of the curve that should not be there. */
const WRONG_SCORES: readonly string[] = ['PT303', 'PT308', 'PT309', 'PT314'];

export function wrongScores(faults: readonly Fault[]): readonly Mark[] {
  return faults.flatMap(({ code, counterexample }) =>
    WRONG_SCORES.includes(code) && typeof counterexample?.actual === 'number' && counterexample.score !== null
      ? [{ x: counterexample.actual, y: counterexample.score }]
      : [],
  );
}
