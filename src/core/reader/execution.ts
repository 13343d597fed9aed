import type { ExecutionRow, Field } from '../indicator';
import { normalize, parseMoney, squash } from '../text';
import type { Above } from './above';
import type { Grid } from './grid';
import { cellField, wordsOf, type Word } from './region';
import { numberField } from './values';

/** A column of the funds grid. */
export type Amount = 'initial' | 'budget' | 'spent' | 'forecast' | 'weight' | 'rate' | 'score';

/** Headings of the funds grid, squashed and with brackets taken out. */
const HEADINGS: readonly (readonly [Amount, RegExp])[] = [
  ['initial', /^(年初|当年)?(年初|批复)(预算|资金)(数|额|金额)?$/],
  ['spent', /^(全年|年度|实际|\d{1,2}-\d{1,2}月份?)*(截至[^预执支使]{1,8})?(预算)?(执行|支出|使用)(数|额|金额|情况)$/],
  ['forecast', /^(全年|年度)预计(执行|完成|支出)?(数|额|情况)?$/],
  ['budget', /^(全年|年度|调整后?|本年)*(预算|资金)(数|额|金额)(\(a\))?$/],
  ['rate', /^(预算|资金|全年)?(预算)?(执行|支付|支出|完成)(率|进度)$/],
  ['weight', /^(分值|权重|标准分)$/],
  ['score', /^(自评)?得分$/],
];
const FUND = /资金|拨款|支出|结转|结余|其他|其它|其中|合计|总额|总计|收入|预算|专户|非税|基金|单位/;

export interface Execution {
  readonly rows: readonly ExecutionRow[];
  /** Sheet rows of the grid, its headings included. */
  readonly taken: ReadonlySet<number>;
}

/** Reads the funds grid above the indicators (年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分). */
export function readExecution(grid: Grid, above: Above): Execution {
  const { region } = above;
  const rows: ExecutionRow[] = [];
  const taken = new Set<number>();
  for (let row = region.top; row <= region.bottom; row++) {
    const columns = headingsOf(wordsOf(grid, region, row));
    if (!columns) continue;
    taken.add(row);
    for (let next = row + 1; next <= region.bottom; next++) {
      const words = wordsOf(grid, region, next);
      const read = readRow(words, columns);
      if (!read) break;
      rows.push(read);
      taken.add(next);
    }
    break;
  }
  return { rows, taken };
}

/** The column that a heading of the funds grid names, squashed; null for other words. */
export function amountOf(bare: string): Amount | null {
  const text = bare.replace(/\([^()]*\)/g, '').replace(/:$/, '');
  return HEADINGS.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
}

/** The grid's columns, where the row is that of its headings: amounts planned and spent, and the rate at least. */
function headingsOf(words: readonly Word[]): Map<Amount, number> | null {
  const columns = new Map<Amount, number>();
  for (const word of words) {
    const found = amountOf(word.bare);
    // 预算执行情况 before the headings is the label of them all, where 全年执行数 follows.
    if (found && (!columns.has(found) || columns.get(found) === words[0]?.at.column))
      columns.set(found, word.at.column);
  }
  const planned = columns.has('initial') || columns.has('budget');
  return planned && columns.has('spent') ? columns : null;
}

function readRow(words: readonly Word[], columns: ReadonlyMap<Amount, number>): ExecutionRow | null {
  const first = Math.min(...columns.values());
  const label = words.filter((word) => word.at.column < first && typeof word.cell.value === 'string').pop();
  if (!label || !FUND.test(label.bare) || label.bare.length > 30) return null;
  const amount = (key: Amount): Field<number> | null => {
    const column = columns.get(key);
    const word = column === undefined ? undefined : words.find((candidate) => candidate.at.column === column);
    return word ? amountField(word) : null;
  };
  const budget = amount('budget');
  const spent = amount('spent');
  const forecast = amount('forecast');
  return {
    label: { ...cellField(label), value: label.bare },
    initial: amount('initial'),
    budget,
    spent,
    ...(columns.has('forecast') ? { forecast } : {}),
    weight: amount('weight'),
    rate: rateOf(amount('rate'), budget ?? amount('initial'), spent),
    score: amount('score'),
  };
}

function amountField(word: Word): Field<number> | null {
  const source = { cell: word.cell, at: word.at };
  const number = numberField(source);
  if (number || typeof word.cell.value !== 'string') return number;
  const money = parseMoney(normalize(word.cell.value));
  return money && /^[-+]?[\d,.]+(?:万|亿)?元$/.test(squash(word.cell.value))
    ? { value: money.amount, raw: word.cell.text, cell: word.at, assumed: 'split' }
    : null;
}

/** In percent: a bare fraction is taken for one only where it is the quotient of the row's own amounts. */
function rateOf(
  rate: Field<number> | null,
  budget: Field<number> | null,
  spent: Field<number> | null,
): Field<number> | null {
  if (!rate || rate.assumed === 'number-format' || !budget || !spent || budget.value <= 0 || /[%％]/.test(rate.raw))
    return rate;
  const quotient = spent.value / budget.value;
  const fraction = Math.abs(rate.value - quotient) < 0.006 && Math.abs(rate.value - quotient * 100) > 0.6;
  return fraction ? { ...rate, value: Number((rate.value * 100).toPrecision(12)), assumed: 'number-format' } : rate;
}
