import type { Budget, Field, Foot, Indicator, IndicatorTable, Money, Target } from '../core/indicator';
import type { Finding } from '../core/rules/finding';
import { formatAddress, formatSheetRange, type CellRef, type FixEdit } from '../core/sheet';
import { renderFixTitle, renderMessage, type Locale } from '../i18n';

/** The shapes that other programs rely on: what is here is only ever added to. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json | undefined };

/** T: an indicator table. */
export function tableJson(table: IndicatorTable): Json {
  const field = fieldsOf(table.sheet);
  return {
    range: formatSheetRange(table.sheet, table.range),
    kind: table.kind,
    subject: table.subject,
    formId: table.formId,
    title: field(table.title),
    year: field(table.year),
    department: field(table.department ?? table.coverDepartment),
    project: field(table.project),
    tree: table.tree,
    budget: table.budget && budgetJson(table.sheet, table.budget),
    execution: table.execution.map(({ label, initial, budget, spent, weight, rate, score }) => ({
      label: field(label),
      initial: field(initial),
      budget: field(budget),
      spent: field(spent),
      weight: field(weight),
      rate: field(rate),
      score: field(score),
    })),
    goal: field(table.goal),
    indicators: table.indicators.map((indicator) => indicatorJson(table.sheet, indicator)),
    total: field(table.total),
    grade: field(table.grade),
    foot: footJson(table.sheet, table.foot),
  };
}

/** I: an indicator row. */
export function indicatorJson(sheet: string, indicator: Indicator): Json {
  const field = fieldsOf(sheet);
  return {
    row: indicator.row + 1,
    level1: field(indicator.level1),
    level2: field(indicator.level2),
    name: field(indicator.name),
    operator: field(indicator.operator),
    target: field(indicator.target),
    unit: field(indicator.unit),
    explanation: field(indicator.explanation),
    standard: field(indicator.standard),
    weight: field(indicator.weight),
    actual: field(indicator.actual),
    score: field(indicator.score),
    deviation: field(indicator.deviation),
    remark: field(indicator.remark),
    ...(indicator.hidden ? { hidden: true } : {}),
  };
}

function fieldsOf(sheet: string): (field: Field<string | number> | null) => Json {
  return (field) =>
    field && {
      value: field.value,
      raw: field.raw,
      cell: formatAddress({ sheet, ...field.cell }),
      ...(field.assumed ? { assumed: field.assumed } : {}),
    };
}

function moneyJson(sheet: string, money: Field<Money> | null): Json {
  if (!money) return null;
  const { amount, unit, yuan } = money.value;
  return {
    value: amount,
    raw: money.raw,
    cell: formatAddress({ sheet, ...money.cell }),
    ...(money.assumed ? { assumed: money.assumed } : {}),
    unit,
    yuan,
  };
}

function budgetJson(sheet: string, budget: Budget): Json {
  return {
    total: moneyJson(sheet, budget.total),
    items: budget.items.map(({ label, group, amount, cell, within }) => ({
      label,
      group,
      amount: moneyJson(sheet, amount),
      cell: formatAddress({ sheet, ...cell }),
      within,
    })),
  };
}

function footJson(sheet: string, foot: Foot): Json {
  const field = fieldsOf(sheet);
  return {
    signoffs: foot.signoffs.map(({ label, content }) => ({ label: field(label), content: field(content) })),
    date: field(foot.date),
    cells: foot.cells.map(field),
  };
}

/** F: a finding. */
export function findingJson(finding: Finding, locale: Locale): Json {
  const { address, range, source, suppressed } = finding;
  return {
    key: finding.key,
    code: finding.code,
    rule: finding.rule,
    severity: finding.severity,
    cell: formatAddress(address),
    ...(range ? { range: formatSheetRange(address.sheet, range) } : {}),
    message: renderMessage(finding, locale),
    data: { ...finding.data },
    ...(source ? { source: { document: source.document, clause: source.clause, scope: source.scope } } : {}),
    ...(finding.causedBy ? { causedBy: finding.causedBy } : {}),
    ...(suppressed ? { suppressed: { reason: suppressed.reason, by: suppressed.by, at: suppressed.at } } : {}),
    ...(finding.hidden ? { hidden: true } : {}),
    fixes: finding.fixes.map((fix) => ({
      title: renderFixTitle(finding, fix, locale),
      grade: fix.grade,
      edits: fix.edits.map(editJson),
    })),
  };
}

function editJson(edit: FixEdit): Json {
  if (edit.kind !== 'set') return { [edit.kind]: formatSheetRange(edit.sheet, edit.range) };
  const cell: CellRef = edit.cell;
  return { cell: formatAddress({ sheet: edit.sheet, ...cell }), from: { ...edit.from }, to: { ...edit.to } };
}

/** What `parse` answers: the target as read. */
export function targetJson(target: Target): { readonly [key: string]: Json } {
  const { kind, operator, value, unit } = target;
  const base = { kind, operator, value, unit };
  if (target.kind === 'range') {
    const { low, high, lowIncluded, highIncluded } = target;
    return { ...base, low, high, lowIncluded, highIncluded };
  }
  return target.kind === 'multiple' ? { ...base, parts: target.parts.map(targetJson) } : base;
}
