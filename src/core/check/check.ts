import type { IndicatorTable, SheetReading, Tree, Unread } from '../indicator';
import { reading } from '../reader';
import type { ColumnCorrection } from '../reader';
import type { SheetSnapshot } from '../sheet';
import { DEFAULT_SETTINGS } from '../rules/rule';
import type { Report, Rule, RuleContext, RuleSettings, Severity } from '../rules/rule';
import type { Finding, Suppression } from '../rules/finding';
import { RULES } from '../rules';
import type { Changes } from './changes';
import { CheckMemory, type CheckedSheet, type Recalled, type SaidRows } from './memory';
import { runOnTable } from './run-rule';
import { settling, type Draft } from './settle';

export interface CheckInput {
  /** The sheets to check. Our own sheets among them are passed over. */
  readonly sheets: readonly SheetSnapshot[];
  /** Readings made before, by sheet name; the others are made here. */
  readonly readings?: ReadonlyMap<string, SheetReading>;
  /** The user's corrections of the column mapping, by sheet name. */
  readonly corrections?: ReadonlyMap<string, readonly ColumnCorrection[]>;
  /**
   * Other files, or other sheets of the workbook, to hold these sheets against: the approved targets, last year's
   * self-evaluation, a request to adjust. Nothing is found in them.
   */
  readonly references?: readonly SheetReading[];
  /** All of the catalogue by default. */
  readonly rules?: readonly Rule[];
  /** Checks of the user's own, beside the rules. */
  readonly own?: readonly Rule[];
  readonly settings?: Partial<RuleSettings>;
  /** Severity by code or by the rule's readable name. */
  readonly overrides?: Readonly<Record<string, Severity | 'off'>>;
  readonly suppressions?: readonly Suppression[];
  /** What earlier checks of these sheets left behind, to which this one adds. */
  readonly memory?: CheckMemory;
}

export interface CheckProgress {
  /** Steps done and in all; a step is one rule on one sheet, or a slice of rows. */
  readonly done: number;
  readonly total: number;
}

export interface SheetResult {
  readonly sheet: string;
  readonly tables: readonly IndicatorTable[];
  readonly unread: Unread | null;
}

/** A rule that failed: a fault of the program, not of the table. Its findings are missing, all others stand. */
export interface RuleFailure {
  readonly code: string;
  readonly sheet: string;
  readonly detail: string;
}

export interface CheckResult {
  readonly readings: readonly SheetResult[];
  /** In the order of sheets and cells; folded and suppressed ones included. */
  readonly findings: readonly Finding[];
  /** Suppressions that no finding needs any more, those of sheets that were not checked left out. */
  readonly stale: readonly Suppression[];
  /** Suppressions typed by hand that are of no finding for certain. */
  readonly unmatched: readonly Suppression[];
  readonly failures: readonly RuleFailure[];
}

/**
 * Checks sheets in slices: the caller decides how long to go on between two of them. Pure, and deterministic:
 * the same input gives the same findings with the same keys in the same order, whatever is remembered.
 */
export function* check(input: CheckInput): Generator<CheckProgress, CheckResult> {
  const rules = [...(input.rules ?? RULES.map((entry) => entry.rule)), ...(input.own ?? [])].filter(
    (rule) => severityOf(rule, input.overrides) !== 'off',
  );
  const settings: RuleSettings = { ...DEFAULT_SETTINGS, ...input.settings };
  const memory = input.memory ?? new CheckMemory();
  memory.begin(settings);
  const total = input.sheets.length * (rules.length + 1);
  let done = 0;

  const readings = new Map<string, Recalled>();
  for (const sheet of input.sheets) {
    const corrections = input.corrections?.get(sheet.name);
    const fresh =
      input.readings?.get(sheet.name) ??
      (yield* pausing(reading(sheet, corrections ? { corrections } : {}), { done, total }));
    const known = settings.tree ? { ...fresh, tables: inTree(fresh.tables, settings.tree) } : fresh;
    readings.set(sheet.name, yield* pausing(memory.recall(sheet, known), { done, total }));
    yield { done: ++done, total };
  }

  const known = [...[...readings.values()].map((recalled) => recalled.reading), ...(input.references ?? [])];
  const tables = known.flatMap((reading) => reading.tables);
  const lists = known.flatMap((reading) => reading.lists ?? []);
  const around = [...tables, ...lists];
  const drafts: Draft[] = [];
  const failures: RuleFailure[] = [];
  const checked: CheckedSheet[] = [];

  for (const sheet of input.sheets) {
    const { reading, changes } = readings.get(sheet.name) as Recalled;
    const context: RuleContext = { sheet, settings, tables, lists };
    const all = new Map<Rule, readonly SaidRows[]>();
    for (const rule of rules) {
      if (rule.audiences && !rule.audiences.includes(settings.audience)) {
        done++;
        continue;
      }
      const severity = severityOf(rule, input.overrides) as Severity;
      const overridden = overrideOf(rule, input.overrides) !== undefined;
      const take = (report: Report, table: IndicatorTable | null): void => {
        const level = overridden ? severity : (report.severity ?? severity);
        drafts.push(memory.draftOf(rule, report, table, sheet, settings, level));
      };
      try {
        if (rule.scope === 'sheet') {
          for (const report of rule.check(reading, context)) take(report, null);
        } else {
          const said: SaidRows[] = [];
          for (const [index, table] of reading.tables.entries()) {
            const before = changes[index] ? memory.saidOf(sheet.name, rule, index) : undefined;
            const known = before && {
              said: before,
              changes: changes[index] as Changes,
              othersChanged: memory.othersChanged(sheet.name, around, table),
            };
            said.push(yield* pausing(runOnTable(rule, table, context, known), { done, total }));
            for (const { said: reports } of said[index] ?? []) for (const { report } of reports) take(report, table);
          }
          all.set(rule, said);
        }
      } catch (error) {
        failures.push({
          code: rule.code,
          sheet: sheet.name,
          detail: error instanceof Error ? error.message : String(error),
        });
      }
      yield { done: ++done, total };
    }
    checked.push({ sheet, reading, said: all, around });
  }

  const settled = settling(
    drafts,
    input.suppressions ?? [],
    input.sheets.map(({ name }) => name),
  );
  const { findings, stale, unmatched } = yield* pausing(settled, { done, total });
  for (const one of checked) memory.keep(one);
  return {
    readings: checked.map(({ sheet, reading }) => ({
      sheet: sheet.name,
      tables: reading.tables,
      unread: reading.unread,
    })),
    findings,
    stale,
    unmatched,
    failures,
  };
}

/** Takes the pauses of a part of the work as they come. */
function* pausing<R>(work: Generator<undefined, R>, progress: CheckProgress): Generator<CheckProgress, R> {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    yield progress;
  }
}

/** The same without pauses: for files and tests. */
export function checkNow(input: CheckInput): CheckResult {
  const run = check(input);
  for (;;) {
    const step = run.next();
    if (step.done) return step.value;
  }
}

/** 指标分类 as the settings have it, whatever the labels look like. */
function inTree(tables: readonly IndicatorTable[], tree: Tree): readonly IndicatorTable[] {
  return tables.map((table) => ({ ...table, tree }));
}

function overrideOf(rule: Rule, overrides: CheckInput['overrides']): Severity | 'off' | undefined {
  return overrides?.[rule.code] ?? overrides?.[rule.name];
}

function severityOf(rule: Rule, overrides: CheckInput['overrides']): Severity | 'off' {
  return overrideOf(rule, overrides) ?? rule.severity;
}
