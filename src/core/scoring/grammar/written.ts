import type { Effect, Formula } from '../syntax';
import type { Parsed } from './amount';
import { parseFormula } from './formula';
import type { TokenReader } from './reader';

const FORMULA_LEAD =
  /[则的,]*(?:(?:该|本)(?:项|指标)的?|指标|实际|评价|最终|考核|自评)?(?:得分|分值|分数|评分)的?(?:计算公式|公式|计算方法)?(?:[=:为]|等于|按照|按|计算为)+/uy;
const DEDUCTION_FORMULA_LEAD = /[则的,]*(?:扣分|扣减分值|扣分值|扣减分数|扣减)(?:[=:为]|等于)+/uy;
const BY = /[则的,]*(?:按照|按|依照|(?<![乘除])以|根据|(?<![一-鿿])用)(?:公式|照)?:?(?:得分=)?/uy;
const FORMULA_TAIL =
  /,?的?(?:结果|公式|值)?来?(?:(?:计算(?:实际)?|确定|核定|折算)(?:得分|分值)|计算|确定|折算|[计记]得分|[计记得赋给]分|计(?=[,;)]|$))/uy;
const AS_SCORE = /(?:作?为|计入)(?:[本该此]项)?(?:指标)?(?:最终)?[得总]分/uy;
const DEDUCTION_TAIL = /的?(?:比例)?(?:相应)?(?:扣分|扣减分值|扣减|扣除)/uy;

/** 得分=实际完成值/目标值×分值, 按（完成率-60%）/40%计算扣分. */
export function parseWrittenFormula(reader: TokenReader, index: number): Parsed<Effect> | null {
  const deduction = reader.match(DEDUCTION_FORMULA_LEAD, index);
  const stated = deduction ?? reader.match(FORMULA_LEAD, index);
  const by = stated === null ? reader.match(BY, index) : null;
  // 实际完成值/目标值×分值: a formula that opens its clause needs no words before it.
  const opens = index === 0 || reader.isBoundary(index - 1);
  const lead = stated ?? by ?? (opens && scoresBy(reader, index) ? index : null);
  if (lead === null) return null;
  const formula = parseFormula(reader, lead);
  if (!formula) return null;
  const minus = reader.match(DEDUCTION_TAIL, formula.next);
  if (minus !== null) return { value: { kind: 'formula', formula: formula.value, deduct: true }, next: minus };
  const next = reader.match(FORMULA_TAIL, formula.next) ?? reader.match(AS_SCORE, formula.next) ?? formula.next;
  if (!reader.isBoundary(next)) return null;
  return { value: { kind: 'formula', formula: formula.value, deduct: deduction !== null }, next };
}

function scoresBy(reader: TokenReader, index: number): boolean {
  const formula = parseFormula(reader, index);
  if (formula === null) return false;
  // 测评得分×10%为本项得分 says it at its end.
  if (!reader.isBoundary(formula.next)) return reader.match(AS_SCORE, formula.next) !== null;
  return mentionsPoints(formula.value);
}

function mentionsPoints(formula: Formula): boolean {
  if (formula.kind === 'binary') return mentionsPoints(formula.left) || mentionsPoints(formula.right);
  return formula.kind === 'name' && formula.role === 'weight';
}
