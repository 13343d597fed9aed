import type { IndicatorTable, SheetReading } from '../indicator';
import type { Report, Rule, RuleSettings } from '../rules/rule';
import type { SheetSnapshot } from '../sheet';
import { same } from '../sheet/same';
import { changedRows, compareTables, type Changes } from './changes';
import { draft, type Draft } from './settle';

/** What a rule said of a table, or of one of its rows. Rows are told by their place in the table; -1 is none of them. */
export type Said = readonly { readonly report: Report; readonly at: number }[];

/** What a rule said, by the row for which it was asked, ascending; 0 of a rule of whole tables. Rows of which it said nothing are left out. */
export type SaidRows = readonly { readonly asked: number; readonly said: Said }[];

/** A sheet as it was checked: what it held, what was read in it, and what each rule said. */
export interface CheckedSheet {
  readonly sheet: SheetSnapshot;
  readonly reading: SheetReading;
  /** By rule and table. */
  readonly said: ReadonlyMap<Rule, readonly SaidRows[]>;
  /** Tables and lists of all the sheets and references: rules that compare tables look at them. */
  readonly around: readonly IndicatorTable[];
}

/** What can be taken over from the last check of a sheet. */
export interface Recalled {
  /** The reading of now, with everything that did not change taken over. */
  readonly reading: SheetReading;
  /** By table; null for one of which nothing can be taken over. */
  readonly changes: readonly (Changes | null)[];
}

/** Sheets that are kept in mind. */
const MOST_SHEETS = 12;

/**
 * What checks leave behind for the next one of the same sheets, which then runs again only what a change touches. It
 * never changes what is found.
 */
export class CheckMemory {
  private readonly sheets = new Map<string, CheckedSheet>();
  private settings: RuleSettings | null = null;
  /** What was made of reports, so that a finding that stays is the same object. */
  private drafts = new WeakMap<Report, Draft>();

  /** Under other settings whatever was said may be otherwise. */
  begin(settings: RuleSettings): void {
    if (same(this.settings, settings)) return;
    this.sheets.clear();
    this.drafts = new WeakMap();
    this.settings = settings;
  }

  /** The draft of a report, as it was made before where nothing else is in it. */
  draftOf(...of: Parameters<typeof draft>): Draft {
    const [rule, report, table, sheet, , severity] = of;
    const known = this.drafts.get(report);
    if (
      known?.rule === rule &&
      known.severity === severity &&
      known.finding.address.sheet === sheet.name &&
      known.table?.kind === table?.kind &&
      known.table?.subject === table?.subject
    ) {
      return known.table === table ? known : { ...known, table };
    }
    const made = draft(...of);
    this.drafts.set(report, made);
    return made;
  }

  /** Compares a reading with the last one of its sheet. */
  *recall(sheet: SheetSnapshot, fresh: SheetReading): Generator<undefined, Recalled> {
    const before = this.sheets.get(sheet.name);
    const nothing: Recalled = { reading: fresh, changes: fresh.tables.map(() => null) };
    if (before?.reading.tables.length !== fresh.tables.length) return nothing;
    const changed = yield* changedRows(before.sheet, sheet);
    if (!changed) return nothing;
    const tables: IndicatorTable[] = [];
    const changes: (Changes | null)[] = [];
    for (const [index, table] of fresh.tables.entries()) {
      const old = before.reading.tables[index] as IndicatorTable;
      const compared = yield* compareTables({ table: old, sheet: before.sheet }, { table, sheet }, changed);
      tables.push(compared?.table ?? table);
      changes.push(compared?.changes ?? null);
    }
    const lists = fresh.lists && same(before.reading.lists, fresh.lists) ? before.reading.lists : fresh.lists;
    return { reading: { ...fresh, tables, ...(lists ? { lists } : {}) }, changes };
  }

  /** What the rule said of the `index`-th table. */
  saidOf(sheet: string, rule: Rule, index: number): SaidRows | undefined {
    return this.sheets.get(sheet)?.said.get(rule)?.[index];
  }

  /** Whether a table other than the given one is not what it was when the sheet was last checked. */
  othersChanged(sheet: string, around: readonly IndicatorTable[], table: IndicatorTable): boolean {
    const before = this.sheets.get(sheet)?.around ?? [];
    return around.length !== before.length || around.some((other, at) => other !== table && other !== before[at]);
  }

  /** At the end of a check, and only then. */
  keep(checked: CheckedSheet): void {
    const { name } = checked.sheet;
    this.sheets.delete(name);
    this.sheets.set(name, checked);
    for (const oldest of this.sheets.keys()) {
      if (this.sheets.size <= MOST_SHEETS) break;
      this.sheets.delete(oldest);
    }
  }
}
