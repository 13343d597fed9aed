import type { IndicatorTable } from '../indicator';
import type { SheetSnapshot } from '../sheet';
import type { Report, Rule, RuleSettings, Severity } from '../rules/rule';
import type { Finding, Suppression } from '../rules/finding';
import { binds, capped, citedHere, placeName } from './place';

/** A finding on its way: with the rule and the table that it came from. */
export interface Draft {
  readonly rule: Rule;
  readonly table: IndicatorTable | null;
  readonly base: string;
  readonly finding: Omit<Finding, 'key' | 'causedBy' | 'suppressed'>;
}

export function draft(
  rule: Rule,
  report: Report,
  table: IndicatorTable | null,
  sheet: SheetSnapshot,
  settings: RuleSettings,
  severity: Severity,
): Draft {
  const source = citedHere(report.source ?? rule.source, rule, settings);
  const advisory = source !== undefined && !binds(source, table, settings);
  const base = [rule.code, placeName(table, report.indicator), report.field ?? ''].join('|');
  return {
    rule,
    table,
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

/**
 * Orders the drafts, lets rules yield and fold, gives keys, and attaches suppressions. Those of a sheet that is not
 * among `sheets` were not looked for, and are not stale.
 */
export function settle(
  drafts: readonly Draft[],
  suppressions: readonly Suppression[],
  sheets?: readonly string[],
): { findings: Finding[]; stale: Suppression[] } {
  const spoken = new Index(drafts);
  const kept = drafts.filter(
    (item) => !(item.rule.yieldsTo ?? []).some((code) => code !== item.rule.code && spoken.find(code, item)),
  );
  const ordered = kept
    .map((item, position) => ({ item, position }))
    .sort((a, b) => compare(a.item, b.item) || a.position - b.position)
    .map(({ item }) => item);

  const counts = new Map<string, number>();
  const keys = new Map<Draft, string>();
  for (const item of ordered) {
    const place = `${item.finding.address.sheet}|${item.base}`;
    const ordinal = (counts.get(place) ?? 0) + 1;
    counts.set(place, ordinal);
    keys.set(item, `${item.base}|${ordinal}`);
  }

  const index = new Index(ordered);
  const rootOf = (item: Draft): Draft => {
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
  };

  const byKey = new Map<string, Suppression[]>();
  for (const suppression of suppressions) {
    byKey.set(suppression.key, [...(byKey.get(suppression.key) ?? []), suppression]);
  }
  const suppressionOf = (key: string, sheet: string): Suppression | undefined => {
    const found = byKey.get(key) ?? [];
    return found.find((one) => one.sheet === sheet) ?? found.find((one) => one.sheet === undefined || one.shared);
  };
  const used = new Set<Suppression>();
  const findings = ordered.map((item): Finding => {
    const key = keys.get(item) as string;
    const root = rootOf(item);
    const rootKey = keys.get(root) as string;
    const { sheet } = item.finding.address;
    const suppressed = suppressionOf(key, sheet) ?? suppressionOf(rootKey, sheet);
    if (suppressed) used.add(suppressed);
    return {
      ...item.finding,
      key,
      ...(root === item ? {} : { causedBy: rootKey }),
      ...(suppressed ? { suppressed } : {}),
    };
  });
  const stale = suppressions.filter(
    (one) => !used.has(one) && (one.sheet === undefined || sheets === undefined || sheets.includes(one.sheet)),
  );
  return { findings: afterTheirRoots(findings), stale };
}

/** What a finding caused on its own row comes right after it; all else stays in its place. */
function afterTheirRoots(findings: readonly Finding[]): Finding[] {
  const placeOf = (finding: Finding, key: string): string => `${finding.address.sheet}|${finding.address.row}|${key}`;
  const caused = new Map<string, Finding[]>();
  const roots = new Set(
    findings.filter(({ causedBy }) => causedBy === undefined).map((finding) => placeOf(finding, finding.key)),
  );
  const isAfter = (finding: Finding): boolean =>
    finding.causedBy !== undefined && roots.has(placeOf(finding, finding.causedBy));
  for (const finding of findings.filter(isAfter)) {
    const place = placeOf(finding, finding.causedBy as string);
    caused.set(place, [...(caused.get(place) ?? []), finding]);
  }
  return findings
    .filter((finding) => !isAfter(finding))
    .flatMap((finding) => [finding, ...(caused.get(placeOf(finding, finding.key)) ?? [])]);
}

function compare(a: Draft, b: Draft): number {
  const [first, second] = [a.finding.address, b.finding.address];
  if (first.sheet !== second.sheet) return 0;
  return first.row - second.row || first.column - second.column || a.finding.code.localeCompare(b.finding.code, 'en');
}

/** Drafts by code and place: the row where there is one, else the whole table. */
class Index {
  private readonly places = new Map<string, Draft>();
  private readonly tables = new Map<IndicatorTable, number>();

  constructor(drafts: readonly Draft[]) {
    for (const item of drafts) {
      const place = this.place(item.finding.code, item, item.finding.row);
      if (!this.places.has(place)) this.places.set(place, item);
    }
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
