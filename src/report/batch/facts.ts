import type { IndicatorTable } from '../../core/indicator';
import type { Finding } from '../../core/rules/finding';
import type { Severity } from '../../core/rules/rule';
import { formatRange } from '../../core/sheet';

export type Counts = Readonly<Record<Severity, number>>;

/** What a table adds to the summary of a run. */
export interface TableFacts {
  readonly sheet: string;
  /** Where it stands: `A1:I20`. */
  readonly range: string;
  readonly title: string;
  readonly year: number | null;
  readonly department: string | null;
  readonly indicators: number;
  /** 总分 as the table states it, of 100. */
  readonly total: number | null;
  readonly counts: Counts;
}

/** What a file adds to the summary of a run: plain data, and little of it. */
export interface FileFacts {
  readonly path: string;
  /** Why it could not be read. */
  readonly error: { readonly code: string; readonly message: string } | null;
  readonly tables: readonly TableFacts[];
  /** Of the whole file, folded findings and those kept with a reason included. */
  readonly counts: Counts;
  /** By the rule's code. */
  readonly rules: Readonly<Record<string, Counts>>;
}

export const NO_COUNTS: Counts = { error: 0, warning: 0, info: 0 };

export function countsOf(findings: readonly Finding[]): Counts {
  const counts = { ...NO_COUNTS };
  for (const { severity } of findings) counts[severity]++;
  return counts;
}

export function unreadableFacts(path: string, error: { readonly code: string; readonly message: string }): FileFacts {
  return { path, error, tables: [], counts: NO_COUNTS, rules: {} };
}

export function factsOf(
  path: string,
  sheets: readonly { readonly sheet: string; readonly tables: readonly IndicatorTable[] }[],
  findings: readonly Finding[],
): FileFacts {
  const tables = sheets.flatMap(({ sheet, tables }) => {
    const own = findings.filter(({ address }) => address.sheet === sheet);
    return tables.map((table): TableFacts => ({
      sheet,
      range: formatRange(table.range),
      title: table.title?.value ?? '',
      year: table.year?.value ?? null,
      department: (table.department ?? table.coverDepartment)?.value.trim() || null,
      indicators: table.indicators.length,
      total: table.total?.value ?? null,
      counts: countsOf(own.filter((finding) => tableAt(tables, finding) === table)),
    }));
  });
  const rules: Record<string, Counts> = {};
  for (const { code, severity } of findings) {
    const counts = rules[code] ?? NO_COUNTS;
    rules[code] = { ...counts, [severity]: counts[severity] + 1 };
  }
  return { path, error: null, tables, counts: countsOf(findings), rules };
}

/** The table that a finding of the sheet is about: the one around it, else the next below, else the last. */
function tableAt(tables: readonly IndicatorTable[], { address: { row, column } }: Finding): IndicatorTable | undefined {
  const under = tables.filter(({ range }) => row <= range.bottom);
  return (
    under.find(({ range }) => row >= range.top && column >= range.left && column <= range.right) ??
    under[0] ??
    tables.at(-1)
  );
}
