import type { IndicatorTable } from '../indicator';
import type { SheetSnapshot } from '../sheet';
import type { Report, Rule, RuleSettings, Severity } from '../rules/rule';
import type { Finding, Suppression, Unkeyed } from '../rules/finding';
import { binds, capped, citedHere, placeName } from './place';

/** A finding on its way: with the rule and the table that it came from. */
export interface Draft {
  readonly rule: Rule;
  readonly table: IndicatorTable | null;
  /** As asked for, before the source caps it. */
  readonly severity: Severity;
  readonly base: string;
  readonly finding: Unkeyed;
}

export function draft(
  rule: Rule,
  report: Report,
  table: IndicatorTable | null,
  sheet: SheetSnapshot,
  settings: RuleSettings,
  severity: Severity,
): Draft {
  const source = citedHere(report.source === undefined ? rule.source : report.source, rule, settings);
  const advisory = source !== undefined && !binds(source, table, settings);
  const base = [rule.code, placeName(table, report.indicator), report.field ?? ''].join('|');
  return {
    rule,
    table,
    severity,
    base,
    finding: {
      code: rule.code,
      rule: rule.name,
      severity: capped(severity, advisory),
      dimension: rule.dimension,
      address: { sheet: sheet.name, row: report.cell.row, column: report.cell.column },
      ...(report.range ? { range: report.range } : {}),
      message: report.message,
      data: report.data ?? {},
      ...(source ? { source } : {}),
      advisory,
      fixes: (report.fixes ?? []).map((fix) => ({ ...fix, data: fix.data ?? {} })),
      hidden: report.indicator?.hidden ?? false,
      row: report.indicator?.row ?? null,
    },
  };
}

export interface Settled {
  readonly findings: Finding[];
  readonly stale: Suppression[];
  /** Typed by hand, and of no finding for certain. */
  readonly unmatched: Suppression[];
}

/** Drafts looked at between two pauses. */
const SLICE = 500;

/** The same without pauses. */
export function settle(
  drafts: readonly Draft[],
  suppressions: readonly Suppression[],
  sheets?: readonly string[],
): Settled {
  const work = settling(drafts, suppressions, sheets);
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

/**
 * Orders the drafts, lets rules yield and fold, gives keys, and attaches suppressions. Those of a sheet that is not
 * among `sheets` were not looked for, and are not stale.
 */
export function* settling(
  drafts: readonly Draft[],
  suppressions: readonly Suppression[],
  sheets?: readonly string[],
): Generator<undefined, Settled> {
  const spoken = new Index();
  for (const item of pausing(drafts)) {
    if (item) spoken.add(item);
    else yield;
  }
  const kept: Draft[] = [];
  for (const item of pausing(drafts)) {
    if (!item) yield;
    else if (!(item.rule.yieldsTo ?? []).some((code) => code !== item.rule.code && spoken.find(code, item)))
      kept.push(item);
  }
  yield;
  const ordered = inOrder(kept);
  yield;

  const counts = new Map<string, number>();
  const keys = new Map<Draft, string>();
  const index = new Index();
  for (const item of pausing(ordered)) {
    if (!item) {
      yield;
      continue;
    }
    const place = `${item.finding.address.sheet}|${item.base}`;
    const ordinal = (counts.get(place) ?? 0) + 1;
    counts.set(place, ordinal);
    keys.set(item, `${item.base}|${ordinal}`);
    index.add(item);
  }

  const suppressionOf = suppressed(keyed(suppressions, keys));
  yield;
  const used = new Set<Suppression>();
  const findings: Finding[] = [];
  for (const item of pausing(ordered)) {
    if (!item) {
      yield;
      continue;
    }
    const root = rootOf(item, index);
    const key = keys.get(item) as string;
    const rootKey = keys.get(root) as string;
    const { sheet } = item.finding.address;
    const by = suppressionOf(key, sheet) ?? suppressionOf(rootKey, sheet);
    if (by) used.add(by);
    findings.push(findingOf(item, key, root === item ? undefined : rootKey, by));
  }
  const idle = suppressions.filter(
    (one) => !used.has(one) && (one.sheet === undefined || sheets === undefined || sheets.includes(one.sheet)),
  );
  yield;
  return {
    findings: afterTheirRoots(findings),
    stale: idle.filter(({ pick }) => pick === undefined),
    unmatched: idle.filter(({ pick }) => pick !== undefined),
  };
}

/** One after the other, and null where it is time for a pause. */
function* pausing(drafts: readonly Draft[]): Generator<Draft | null> {
  for (const [at, item] of drafts.entries()) {
    if (at % SLICE === SLICE - 1) yield null;
    yield item;
  }
}

function rootOf(item: Draft, index: Index): Draft {
  let root = item;
  const seen = new Set([item]);
  for (;;) {
    const from: Draft = root;
    const next = (from.rule.foldsUnder ?? [])
      .map((code) => index.find(code, from))
      .find((found) => found !== undefined);
    if (!next || seen.has(next)) return root;
    seen.add(next);
    root = next;
  }
}

/** A suppression with the key, and the sheet if any, for which it holds. */
interface Keyed {
  readonly key: string;
  readonly sheet: string | undefined;
  readonly suppression: Suppression;
}

/** One typed by hand gets the key of the finding that it is about. */
function keyed(suppressions: readonly Suppression[], keys: ReadonlyMap<Draft, string>): Keyed[] {
  const drafts = suppressions.some(({ pick }) => pick) ? [...keys.keys()] : [];
  const findings = drafts.map(({ finding }) => finding);
  return suppressions.flatMap((suppression): Keyed[] => {
    const { key, sheet, pick } = suppression;
    if (!pick) return [{ key, sheet, suppression }];
    const finding = pick(findings);
    const item = finding && drafts[findings.indexOf(finding)];
    return item ? [{ key: keys.get(item) as string, sheet: item.finding.address.sheet, suppression }] : [];
  });
}

/** Finds what keeps a finding from being told. */
function suppressed(suppressions: readonly Keyed[]): (key: string, sheet: string) => Suppression | undefined {
  const byKey = new Map<string, Keyed[]>();
  for (const one of suppressions) {
    const same = byKey.get(one.key);
    if (same) same.push(one);
    else byKey.set(one.key, [one]);
  }
  return (key, sheet) => {
    const found = byKey.get(key) ?? [];
    const own = found.find((one) => one.sheet === sheet);
    return (own ?? found.find((one) => one.sheet === undefined || one.suppression.shared))?.suppression;
  };
}

/** By what is in them: a finding of which nothing changed is the same object, check after check. */
const made = new WeakMap<Draft['finding'], Finding>();

function findingOf(item: Draft, key: string, causedBy: string | undefined, by: Suppression | undefined): Finding {
  const known = made.get(item.finding);
  if (known?.key === key && known.causedBy === causedBy && known.suppressed === by) return known;
  const finding: Finding = {
    ...item.finding,
    key,
    ...(causedBy === undefined ? {} : { causedBy }),
    ...(by ? { suppressed: by } : {}),
  };
  made.set(item.finding, finding);
  return finding;
}

/** What a finding caused on its own row comes right after it; all else stays in its place. */
function afterTheirRoots(findings: readonly Finding[]): Finding[] {
  if (findings.every(({ causedBy }) => causedBy === undefined)) return [...findings];
  const placeOf = (finding: Finding, key: string): string => `${finding.address.sheet}|${finding.address.row}|${key}`;
  const caused = new Map<string, Finding[]>();
  const roots = new Set(
    findings.filter(({ causedBy }) => causedBy === undefined).map((finding) => placeOf(finding, finding.key)),
  );
  const isAfter = (finding: Finding): boolean =>
    finding.causedBy !== undefined && roots.has(placeOf(finding, finding.causedBy));
  for (const finding of findings.filter(isAfter)) {
    const place = placeOf(finding, finding.causedBy as string);
    const others = caused.get(place);
    if (others) others.push(finding);
    else caused.set(place, [finding]);
  }
  return findings
    .filter((finding) => !isAfter(finding))
    .flatMap((finding) => [finding, ...(caused.get(placeOf(finding, finding.key)) ?? [])]);
}

/** By cell and code within each sheet. Sheets come as they were checked, one after the other. */
function inOrder(drafts: readonly Draft[]): Draft[] {
  const codes = [...new Set(drafts.map(({ rule }) => rule.code))].sort((a, b) => a.localeCompare(b, 'en'));
  const rank = new Map(codes.map((code, at) => [code, at]));
  const sheets = new Map<string, number>();
  const items = drafts.map((item) => {
    const { sheet, row, column } = item.finding.address;
    let at = sheets.get(sheet);
    if (at === undefined) sheets.set(sheet, (at = sheets.size));
    return { item, sheet: at, row, column, code: rank.get(item.rule.code) as number };
  });
  return items
    .sort((a, b) => a.sheet - b.sheet || a.row - b.row || a.column - b.column || a.code - b.code)
    .map(({ item }) => item);
}

/** Drafts by code and place: the row where there is one, else the whole table. */
class Index {
  private readonly places = new Map<string, Draft>();
  private readonly tables = new Map<IndicatorTable, number>();

  add(item: Draft): void {
    const place = this.place(item.finding.code, item, item.finding.row);
    if (!this.places.has(place)) this.places.set(place, item);
  }

  /** A finding of `code` on the item's row, else one of its whole table. */
  find(code: string, item: Draft): Draft | undefined {
    const { row } = item.finding;
    const onRow = row === null ? undefined : this.places.get(this.place(code, item, row));
    return onRow ?? this.places.get(this.place(code, item, null));
  }

  private place(code: string, item: Draft, row: number | null): string {
    return `${code}|${item.finding.address.sheet}|${this.numberOf(item.table)}|${row ?? ''}`;
  }

  private numberOf(table: IndicatorTable | null): number {
    if (!table) return -1;
    let number = this.tables.get(table);
    if (number === undefined) {
      number = this.tables.size;
      this.tables.set(table, number);
    }
    return number;
  }
}
