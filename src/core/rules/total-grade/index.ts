import Big from 'big.js';
import { FULL_POINTS } from '../../indicator';
import { arithmetic, defineRule } from '../rule';
import type { Report } from '../rule';
import { plain, scoredExecution, weightsOf } from '../weights';

/** 财预〔2020〕10号: 优 from 90, 良 from 80, 中 from 60, 差 below. */
const GRADES = [
  ['优', 90],
  ['良', 80],
  ['中', 60],
  ['差', -Infinity],
] as const;

/** 优秀, 良好, 中等, 合格, 较差: the grade that is meant, null for other words. */
function gradeOf(text: string): string | null {
  const word = text.replace(/[\s（(【“"]+|[）)】”"]+/gu, '').replace(/[:：]/gu, '');
  if (/^优秀?$/u.test(word)) return '优';
  if (/^良好?$/u.test(word)) return '良';
  if (/^(?:中|中等|合格|一般)$/u.test(word)) return '中';
  if (/^(?:差|较差|不合格)$/u.test(word)) return '差';
  return null;
}

export const rule = defineRule({
  code: 'PT606',
  name: 'total-grade',
  scope: 'table',
  severity: 'error',
  dimension: 'appropriateness',
  fields: ['score', 'weight', 'execution', 'foot', 'name'],
  source: { document: '财预〔2020〕10号', clause: '自评结果分四个等级', scope: 'project' },
  *check(table): Iterable<Report> {
    if (table.kind !== 'self-evaluation') return;
    const { total, grade, indicators } = table;
    if (!total) return;
    const scored = indicators.filter(({ score }) => score !== null);
    const complete = scored.length > 0 && indicators.every(({ score, weight, name }) => score || !name || !weight);
    const rows = scored.reduce((sum, { score }) => sum.plus(score?.value ?? 0), new Big(0));
    const executions = scoredExecution(table);
    const execution = executions.reduce((sum, row) => sum.plus(row.score?.value ?? 0), new Big(0));
    const whole = rows.plus(execution);
    // Rows may be shown rounded and added in full precision.
    const tolerance = new Big('0.01').times(scored.length + 1);
    const near = (sum: Big) => sum.minus(total.value).abs().lte(tolerance);
    // 总分 in the column of the points is their sum, not the score.
    const points = weightsOf(table).sum;
    const isPoints =
      near(points) || near(points.plus(executions.reduce((sum, row) => sum.plus(row.weight.value), new Big(0))));
    if (complete && !near(whole) && !near(rows) && !isPoints) {
      yield {
        message: execution.gt(0) ? 'execution' : 'total',
        cell: total.cell,
        field: 'total',
        ...arithmetic(table),
        data: {
          total: total.value,
          sum: plain(whole),
          rows: plain(rows),
          execution: plain(execution),
          count: scored.length,
        },
      };
    }
    const written = grade ? gradeOf(grade.value) : null;
    const full = points.plus(executions.reduce((sum, row) => sum.plus(row.weight.value), new Big(0)));
    // A total without the execution rate is graded by nobody.
    const partial = execution.gt(0) && near(rows) && !near(whole);
    if (!grade || written === null || !full.eq(FULL_POINTS) || isPoints || partial) return;
    const due = GRADES.find(([, from]) => total.value >= from)?.[0] ?? '差';
    if (due === written) return;
    yield {
      message: 'grade',
      cell: grade.cell,
      field: 'grade',
      data: { grade: grade.value.trim(), total: total.value, due },
    };
  },
});
