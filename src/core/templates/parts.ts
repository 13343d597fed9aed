import type { BudgetGroup } from '../indicator';
import type { ExecutionAmount, FormBlock, FormCell, FormRow, GridColumn, Slot, TextSlot } from './model';

/** Pieces that several forms are put together from. Columns are counted from 0, spans include both ends. */

type Span = readonly [number, number];

/** Title, and the year under it. */
export function titleRows(title: string, last: number): FormBlock {
  return {
    rows: [
      { cells: [{ span: [0, last], look: 'title', text: title }], lines: 2 },
      { cells: [{ span: [0, last], look: 'subtitle', text: '（{year}年度）' }] },
    ],
  };
}

/** 填报单位（盖章）： on the left, the unit of the amounts on the right. */
export function coverRow(middle: number, last: number, unit: string | null = '单位：万元'): FormBlock {
  return {
    rows: [
      {
        cells: [
          {
            span: [0, middle],
            look: 'plain',
            text: '填报单位（盖章）：',
            slot: { kind: 'text', key: 'coverDepartment' },
          },
          { span: [middle + 1, last], look: 'plain-right', ...(unit === null ? {} : { text: unit }) },
        ],
      },
    ],
  };
}

export function label(span: Span, text: string): FormCell {
  return { span, look: 'label', text };
}

export function entry(span: Span, key: TextSlot, hint?: string): FormCell {
  return { span, look: 'text', slot: { kind: 'text', key }, ...(hint === undefined ? {} : { hint }) };
}

/** A label and, to the right end, what is written beside it. */
export function field(
  text: string,
  labelSpan: Span,
  key: TextSlot,
  valueSpan: Span,
  more: { readonly lines?: number; readonly hint?: string } = {},
): FormRow {
  return {
    cells: [label(labelSpan, text), entry(valueSpan, key, more.hint)],
    ...(more.lines === undefined ? {} : { lines: more.lines }),
  };
}

export function amount(span: Span, slot: Slot): FormCell {
  return { span, look: 'amount', slot };
}

/** 其中：政府预算资金, 资金来源：政府预算资金 → 政府预算资金. */
function kindOfFunds(text: string): string {
  return text.slice(text.indexOf('：') + 1);
}

/** A kind of funds and its amount in 万元. */
export function budgetRow(
  text: string,
  labelSpan: Span,
  group: BudgetGroup,
  valueSpan: Span,
): readonly [FormCell, FormCell] {
  return [label(labelSpan, text), amount(valueSpan, { kind: 'budget', group, label: kindOfFunds(text) })];
}

export interface FundsColumn {
  readonly span: Span;
  readonly header: string;
  readonly amount: ExecutionAmount;
}

/** The funds grid (年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分): one row for each kind of funds. */
export function fundsBlock(
  side: Span,
  labelSpan: Span,
  columns: readonly FundsColumn[],
  lines: readonly string[],
  title = '项目资金\n（万元）',
): FormBlock {
  const points = columns.some((column) => column.amount === 'weight');
  return {
    side: { span: side, text: title },
    rows: [
      { cells: [label(labelSpan, '资金构成'), ...columns.map(({ span, header }) => label(span, header))] },
      ...lines.map((text, index): FormRow => ({
        cells: [
          { span: labelSpan, look: 'text', text },
          ...columns.map(({ span, amount: kind }): FormCell => {
            // Points are given for the whole only.
            if (index > 0 && points && (kind === 'weight' || kind === 'score')) return label(span, '—');
            const slot: Slot = { kind: 'execution', label: kindOfFunds(text), amount: kind };
            return kind === 'weight' ? { ...amount(span, slot), look: 'entry', preset: 10 } : amount(span, slot);
          }),
        ],
      })),
    ],
  };
}

/** What a department calls its funds grid. */
export const DEPARTMENT_TITLE = '部门预算\n（万元）';

/** A line of names to be signed: each takes its part of the width. */
export function signRow(parts: readonly (readonly [Span, string])[]): FormBlock {
  return {
    rows: [
      {
        lines: 2,
        cells: parts.map(([span, text]): FormCell => ({
          span,
          look: 'plain',
          text: `${text}：`,
          slot: /日期$/.test(text) ? { kind: 'date' } : { kind: 'signoff', label: text },
        })),
      },
    ],
  };
}

export function noteRow(text: string, last: number, lines = 1): FormBlock {
  return { rows: [{ cells: [{ span: [0, last], look: 'note', text }], lines }] };
}

/** Wide enough for their words beside the arrow of the list. */
export const LEVEL1: GridColumn = { field: 'level1', header: '一级指标', width: 13, list: 'level1' };
export const LEVEL2: GridColumn = { field: 'level2', header: '二级指标', width: 22, list: 'level2' };

export function nameColumn(width: number): GridColumn {
  return {
    field: 'name',
    header: '三级指标',
    width,
    hint: '写明考核的是什么，一行一个指标，如“巡查水库数量”。',
  };
}

export const TARGET_HINT = '比较符号、数值和单位写在一起，如 ≥95%、≤14万元、2026年11月底前；定性指标写明达到什么程度。';

/** 指标值类型 | 指标值 | 计量单位, under one merged heading. */
export function splitTarget(operator: string, unit: string, over?: string): readonly GridColumn[] {
  const merged = over === undefined ? {} : { over };
  return [
    {
      field: 'operator',
      header: operator,
      ...merged,
      width: 8,
      list: 'operator',
      hint: '≥ 不低于，≤ 不超过，= 等于；不能量化的选“定性”。',
    },
    { field: 'target', header: '指标值', ...merged, width: 11, hint: '只填数值；百分比填 95，单位一栏选 %。' },
    { field: 'unit', header: unit, ...merged, width: 9, list: 'unit', hint: '可从列表选，也可直接填写。' },
  ];
}

export const WEIGHT_HINT = '分值之和：目标表90分，自评表连同预算执行率10分共100分。';

/** 预期目标 | 实际完成情况, side by side. */
export function goalsBlock(middle: number, last: number): FormBlock {
  return {
    side: { span: [0, 0], text: '年度总体目标' },
    rows: [
      { cells: [label([1, middle], '预期目标'), label([middle + 1, last], '实际完成情况')] },
      {
        lines: 4,
        cells: [
          entry([1, middle], 'goal', '照批复的绩效目标填写。'),
          entry([middle + 1, last], 'goalActual', '逐项对照预期目标写明完成情况，用数说话，不照抄目标。'),
        ],
      },
    ],
  };
}

export const ACTUAL_HINT = '填实际完成的数或情况；日期写到日，如 2025年11月20日。';
export const DEVIATION_HINT = '未完成或明显超过指标值的，写明原因和改进措施。';
