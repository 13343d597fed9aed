import Big from 'big.js';
import { meantLevel2 } from '../indicator';
import { isMoneyUnit, yuanPer } from '../text';
import type { Budget, BudgetItem, Field, Indicator, IndicatorTable, Money } from '../indicator';
import type { RuleSettings } from './rule';

/** A cost indicator that states an amount of money for the whole: not so much a person or a piece. */
export interface Cost {
  readonly indicator: Indicator;
  readonly target: Field<number | string>;
  readonly yuan: Big;
  readonly unit: string;
}

/** 每公里成本, 单个项目资助: so much a piece, whatever the unit says. */
const PER_PIECE =
  /^每|每[^年月季日]{1,6}(?:成本|费用|造价|投资|支出|标准|金额)|单个|单位(?:面积|成本|造价)|单价|[人户亩均]均/u;

export function costsOf({ indicators }: IndicatorTable): readonly Cost[] {
  const costs: Cost[] = [];
  for (const indicator of indicators) {
    const { level2, target, reading } = indicator;
    const id = level2 ? meantLevel2(level2.value) : null;
    if ((id !== 'economic-cost' && id !== 'output-cost') || !target || reading.kind !== 'quantity') continue;
    const factor = reading.unit && isMoneyUnit(reading.unit) ? yuanPer(reading.unit) : null;
    if (PER_PIECE.test(indicator.name?.value ?? '')) continue;
    if (factor === null || reading.unit === null || reading.operator === '≥' || reading.operator === '>') continue;
    costs.push({ indicator, target, yuan: new Big(reading.value).times(factor), unit: reading.unit });
  }
  return costs;
}

export type FilledItem = BudgetItem & { readonly amount: Field<Money> };

/** Items that state an amount, parts of other items left out. */
export function filledItems(budget: Budget): readonly FilledItem[] {
  return budget.items.filter((item): item is FilledItem => item.amount !== null && !item.within);
}

export function yuanOf(field: Field<Money>): Big {
  return new Big(field.value.yuan);
}

/** What amounts of this unit may differ by, in 元. */
export function toleranceOf({ value }: Field<Money>, settings: RuleSettings): Big {
  return new Big(settings.sumTolerance).times(value.unit === '元' ? 1 : 10_000);
}

export function same(a: Big, b: Big, tolerance: Big): boolean {
  return a.minus(b).abs().lte(tolerance);
}

/** 元 in the unit of an amount, for people: 550.13万元. */
export function inUnit(yuan: Big, unit: '元' | '万元' | null): string {
  const shown = unit === '元' ? yuan : yuan.div(10_000);
  return `${shown.round(6).toString()}${unit ?? '万元'}`;
}

const SCALE = new Big(10_000);

/** One amount is ten thousand times the other: 元 and 万元 were taken for each other. */
export function clash(a: Big, b: Big): boolean {
  if (a.lte(0) || b.lte(0)) return false;
  const ratio = a.gt(b) ? a.div(b) : b.div(a);
  return ratio.minus(SCALE).abs().lte(SCALE.times(0.001));
}

/** The choice of items that adds up to an amount, the largest number of items first; null where none does. */
export function itemsAddingTo(amount: Big, items: readonly FilledItem[], tolerance: Big): readonly FilledItem[] | null {
  const few = items.slice(0, 10);
  let best: readonly FilledItem[] | null = null;
  for (let mask = 1; mask < 1 << few.length; mask++) {
    const chosen = few.filter((_, index) => mask & (1 << index));
    const sum = chosen.reduce((total, item) => total.plus(yuanOf(item.amount)), new Big(0));
    if (same(sum, amount, tolerance) && chosen.length > (best?.length ?? 0)) best = chosen;
  }
  return best;
}

export function sumOf(costs: readonly Cost[]): Big {
  return costs.reduce((total, { yuan }) => total.plus(yuan), new Big(0));
}

export interface Coverage {
  readonly costs: readonly Cost[];
  readonly sum: Big;
  /** Items by use that no cost row covers, where the cost rows make up exactly the others. */
  readonly uncovered: readonly FilledItem[];
}

/** Share of the budget from which an uncovered part is worth a word. */
const LARGE = 0.2;

/** Which large parts of the budget have no cost row; null where the amounts do not tell. */
export function coverageOf(table: IndicatorTable, settings: RuleSettings): Coverage | null {
  const { budget } = table;
  const costs = costsOf(table);
  if (!budget?.total || costs.length === 0) return null;
  const total = yuanOf(budget.total);
  const sum = sumOf(costs);
  const uses = filledItems(budget).filter(({ group }) => group === 'use');
  const covered = itemsAddingTo(sum, uses, toleranceOf(budget.total, settings));
  if (!covered) return null;
  const uncovered = uses.filter((item) => !covered.includes(item) && yuanOf(item.amount).gte(total.times(LARGE)));
  return uncovered.length > 0 ? { costs, sum, uncovered } : null;
}
