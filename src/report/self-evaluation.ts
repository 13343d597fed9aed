import Big from 'big.js';
import type { ExecutionRow, Indicator, IndicatorTable } from '../core/indicator';
import { officialLevel1, level1Of } from '../core/indicator';
import { outcomeOf, saysNothing } from '../core/rules/outcomes';
import { fill, type Locale } from '../i18n';
import {
  inline,
  UNSAID,
  type Blank,
  type DocumentBlock,
  type DocumentTable,
  type Inline,
  type ReportDocument,
} from './document';
import { selfEvaluationText, type SelfEvaluationText } from './self-evaluation-text';

const plain = (value: number | null | undefined): string =>
  value === null || value === undefined ? '' : String(new Big(value).round(4).toNumber());

/** 95.12% */
const percent = (value: Big): string => `${value.round(2, Big.roundHalfUp).toNumber()}%`;

interface Context {
  readonly table: IndicatorTable;
  readonly text: SelfEvaluationText;
  readonly locale: Locale;
}

/**
 * 自评报告: what the sheet says, in the order in which such reports are written, and blanks where only a person knows.
 * Nothing is invented: a reason that nobody gave is a blank, a sum that the sheet does not have is left out.
 */
export function selfEvaluationReport(table: IndicatorTable, locale: Locale): ReportDocument {
  const text = selfEvaluationText(locale);
  const context: Context = { table, text, locale };
  const say: Say = (template, data) => ({ kind: 'paragraph', content: inline(template, data) });
  const heading = (title: string): DocumentBlock => ({ kind: 'heading', level: 1, text: title });
  const owner = ownerOf(table);
  // A project has no seal: those who carry it out have.
  const unit = (table.implementer ?? table.department ?? table.coverDepartment)?.value.replace(/\s+/gu, '') ?? '';
  const subject = table.subject === 'project' ? 'project' : 'department';
  return {
    title: fill(text.title[subject], { year: table.year?.value ?? '　　' }, locale),
    subtitle: owner === '' ? null : owner,
    landscape: false,
    blocks: [
      heading(text.sections.basics),
      ...basics(context, say),
      heading(text.sections.funds),
      ...funds(context, say),
      heading(text.sections.goals),
      ...goals(context, say),
      heading(text.sections.scores),
      ...scores(context, say),
      heading(text.sections.deviations),
      ...deviations(context, say),
      heading(text.sections.problems),
      say(text.problems),
      say(text.measures),
      heading(text.sections.use),
      say(text.use),
    ],
    closing: [
      unit === '' ? inline(text.seal) : [`${unit}${text.sealAfter}`],
      table.foot.date ? [dateOf(table.foot.date.value, locale)] : inline(text.date),
    ],
  };
}

type Say = (template: string, data?: Readonly<Record<string, string | number | Blank>>) => DocumentBlock;

function ownerOf(table: IndicatorTable): string {
  const { subject, project, department, coverDepartment } = table;
  const name = subject === 'project' && project ? project : (department ?? coverDepartment);
  return name?.value.replace(/\s+/gu, '') ?? '';
}

function basics({ table, text }: Context, say: Say): DocumentBlock[] {
  const { subject, department, coverDepartment, project, implementer, duties } = table;
  const name = (department ?? coverDepartment)?.value.trim() ?? UNSAID;
  if (subject === 'project') {
    return [
      say(text.project, {
        project: project?.value.trim() ?? UNSAID,
        department: name,
        implementer: implementer?.value.trim() ?? UNSAID,
      }),
      say(text.projectContent),
    ];
  }
  return [say(text.department, { department: name, duties: duties?.value.trim() ?? UNSAID }), say(text.staff)];
}

function rateOf({ budget, initial, spent }: ExecutionRow): Big | null {
  const base = budget ?? initial;
  return base && spent && base.value > 0 ? new Big(spent.value).times(100).div(base.value) : null;
}

function funds({ table, text }: Context, say: Say): DocumentBlock[] {
  const [whole] = table.execution;
  if (!whole) {
    const total = table.budget?.total?.value;
    return [
      say(
        total ? text.budgetOnly : text.noFunds,
        total ? { amount: plain(new Big(total.yuan).div(10_000).toNumber()) } : {},
      ),
    ];
  }
  const rate = rateOf(whole);
  const known = {
    initial: plain(whole.initial?.value),
    budget: plain(whole.budget?.value),
    spent: plain(whole.spent?.value),
  };
  const sentence = say(text.funds, {
    initial: known.initial || UNSAID,
    budget: known.budget || UNSAID,
    spent: known.spent || UNSAID,
    rate: rate ? percent(rate) : UNSAID,
  });
  const rows = table.execution.map((row) => {
    const share = rateOf(row);
    return [row.label.value.replace(/\s+/gu, ''), row.initial?.value, row.budget?.value, row.spent?.value]
      .map((value, index) => ({
        content: [typeof value === 'number' ? plain(value) : (value ?? '')] as Inline,
        align: index === 0 ? ('left' as const) : ('right' as const),
      }))
      .concat([
        { content: [share ? percent(share) : ''], align: 'right' },
        { content: [plain(row.score?.value)], align: 'right' },
      ]);
  });
  return [sentence, { kind: 'table', widths: [32, 14, 14, 14, 13, 13], head: text.fundsHead, rows }];
}

function goals({ table, text }: Context, say: Say): DocumentBlock[] {
  return [
    say(text.goal, { goal: table.goal?.value.trim() ?? UNSAID }),
    say(text.goalActual, { actual: table.goalActual?.value.trim() ?? UNSAID }),
    indicatorTable(table, text),
  ];
}

/** Level 1 runs down over its rows. */
function indicatorTable(table: IndicatorTable, text: SelfEvaluationText): DocumentTable {
  const { indicators } = table;
  const label = ({ level1 }: Indicator): string => level1?.value.replace(/\s+/gu, '') ?? '';
  const rows = indicators.map((indicator, index) => {
    const first = index === 0 || label(indicator) !== label(indicators[index - 1] as Indicator);
    let run = 1;
    while (first && indicators[index + run] && label(indicators[index + run] as Indicator) === label(indicator)) run++;
    const cells = [
      { content: [indicator.name?.value.replace(/\s+/gu, '') ?? ''] as Inline },
      { content: [targetOf(indicator)] as Inline, align: 'center' as const },
      { content: [actualOf(indicator)] as Inline, align: 'center' as const },
      { content: [plain(indicator.weight?.value)] as Inline, align: 'right' as const },
      { content: [plain(indicator.score?.value)] as Inline, align: 'right' as const },
    ];
    return first ? [{ content: [label(indicator)] as Inline, align: 'center' as const, rows: run }, ...cells] : cells;
  });
  return { kind: 'table', widths: [14, 32, 18, 16, 10, 10], head: text.indicatorHead, rows };
}

function targetOf({ operator, target, unit }: Indicator): string {
  if (!target) return '';
  const raw = target.raw.trim();
  if (typeof target.value !== 'number' || /[^\d.,%\s-]/u.test(raw)) return raw;
  const sign = operator && !/[定性量]/u.test(operator.value) ? operator.value : '';
  const own = unit?.value ?? '';
  return `${sign}${plain(target.value)}${own}`;
}

/** A bare number with its unit, as targets are said. */
function actualOf({ actual, unit }: Indicator): string {
  const raw = actual?.raw.trim() ?? '';
  return /^-?[\d.,]+$/u.test(raw) ? `${raw}${unit?.value.trim() ?? ''}` : raw;
}

function scores({ table, text, locale }: Context, say: Say): DocumentBlock[] {
  const { indicators, execution } = table;
  const scored = indicators.filter(({ score }) => score !== null);
  if (scored.length === 0) return [say(text.noScores)];
  const sum = scored.reduce((total, { score }) => total.plus(score?.value ?? 0), new Big(0));
  const funded = execution.reduce((total, { score }) => total.plus(score?.value ?? 0), new Big(0));
  const total = table.total?.value ?? null;
  const byLevel = new Map<string, { score: Big; weight: Big }>();
  for (const { level1, score, weight } of indicators) {
    const known = level1 ? level1Of(level1.value) : null;
    const name = known ? officialLevel1(known) : (level1?.value.replace(/\s+/gu, '') ?? text.otherLevel);
    const entry = byLevel.get(name) ?? { score: new Big(0), weight: new Big(0) };
    byLevel.set(name, { score: entry.score.plus(score?.value ?? 0), weight: entry.weight.plus(weight?.value ?? 0) });
  }
  const parts = [...byLevel].map(([name, entry]) =>
    fill(text.levelScore, { name, score: entry.score.toString(), weight: entry.weight.toString() }, locale),
  );
  const missing = indicators.length - scored.length;
  return [
    say(text.scores, {
      sum: sum.toString(),
      execution: execution.some(({ score }) => score)
        ? fill(text.executionScore, { score: funded.toString() }, locale)
        : '',
      total: total === null ? UNSAID : plain(total),
      grade: table.grade?.value.trim() ?? UNSAID,
      parts: parts.join(text.separator),
    }),
    ...(missing > 0 ? [say(text.unscored, { count: missing })] : []),
  ];
}

function deviations({ table, text, locale }: Context, say: Say): DocumentBlock[] {
  const rows = table.indicators.flatMap((indicator) => {
    const outcome = outcomeOf(indicator, table);
    const below =
      outcome?.met === false ||
      (indicator.score && indicator.weight && indicator.score.value < indicator.weight.value) ||
      !saysNothing(indicator.deviation?.value);
    return below ? [{ indicator, outcome }] : [];
  });
  if (rows.length === 0) {
    // That everything was reached is said only where every row shows it.
    const shown = table.indicators.every(
      (indicator) =>
        outcomeOf(indicator, table)?.met === true ||
        (indicator.score !== null && indicator.score.value === indicator.weight?.value),
    );
    return [say(shown ? text.noDeviation : text.openDeviation)];
  }
  return rows.map(({ indicator, outcome }, index) => {
    const given = saysNothing(indicator.deviation?.value)
      ? null
      : (indicator.deviation?.value.trim().replace(/(?<![。！？.!?；;])$/u, text.stop) ?? null);
    const target = indicator.reading.kind === 'quantity' ? indicator.reading : null;
    const actual = indicator.actual?.value;
    // 完成值8次，较目标少2次，完成率80%: what can be reckoned is, the rest is a blank.
    const gap =
      outcome?.met === false && outcome.degree !== null && target && typeof actual === 'number'
        ? fill(
            actual < target.value ? text.short : text.over,
            {
              gap: plain(new Big(actual).minus(target.value).abs().toNumber()),
              unit: target.unit === '%' ? text.points : (target.unit ?? indicator.unit?.value ?? ''),
              rate: percent(new Big(outcome.degree).times(100)),
            },
            locale,
          )
        : '';
    return say(given === null ? `${text.deviation}${text.noReason}` : text.deviation, {
      number: index + 1,
      name: indicator.name?.value.replace(/\s+/gu, '') ?? '',
      target: targetOf(indicator) || UNSAID,
      actual: actualOf(indicator) || UNSAID,
      gap,
      reason: given ?? '',
    });
  });
}

function dateOf(iso: string, locale: Locale): string {
  const [year, month, day] = iso.split('-').map(Number);
  return locale === 'zh-CN' ? `${year}年${month}月${day}日` : iso;
}
