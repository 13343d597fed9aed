import { NO_COUNTS, type Counts, type FileFacts, type TableFacts } from './facts';

/** A line of the summary: so many findings in so many files and tables. */
export interface Group {
  readonly files: number;
  readonly tables: number;
  readonly indicators: number;
  readonly counts: Counts;
}

export interface FileLine {
  readonly path: string;
  readonly tables: number;
  readonly indicators: number;
  readonly counts: Counts;
  readonly error: FileFacts['error'];
}

export interface WorstTable extends TableFacts {
  readonly path: string;
}

/** Scores are counted by stretches of so many points. */
export const STRETCH = 5;
const STRETCHES = 100 / STRETCH;
/** So many of the tables with most findings are named. */
const WORST = 100;

/** 总分 as tables state them: how many lie in each stretch of five points, 100 with the last; and those beyond. */
export interface Scores {
  readonly count: number;
  readonly sum: number;
  readonly stretches: readonly number[];
  readonly below: number;
  readonly above: number;
}

const EMPTY: Group = { files: 0, tables: 0, indicators: 0, counts: NO_COUNTS };

const plus = (a: Counts, b: Counts): Counts => ({
  error: a.error + b.error,
  warning: a.warning + b.warning,
  info: a.info + b.info,
});
const minus = (a: Counts, b: Counts): Counts => ({
  error: a.error - b.error,
  warning: a.warning - b.warning,
  info: a.info - b.info,
});
export const sumOf = ({ error, warning, info }: Counts): number => error + warning + info;

/** Errors count before warnings, warnings before infos. */
export function worseFirst(a: Counts, b: Counts): number {
  return b.error - a.error || b.warning - a.warning || b.info - a.info;
}

/** A run added up, file by file. Nothing of a file is kept but its line. */
export class Tally {
  private readonly lines: FileLine[] = [];
  private readonly rules = new Map<string, Group>();
  private readonly departments = new Map<string | null, Group>();
  private readonly years = new Map<number | null, Group>();
  private worstTables: WorstTable[] = [];
  private whole = EMPTY;
  private stretches = Array.from({ length: STRETCHES }, () => 0);
  private readonly score = { count: 0, sum: 0, below: 0, above: 0 };

  add({ path, error, tables, counts, rules }: FileFacts): void {
    const indicators = tables.reduce((sum, table) => sum + table.indicators, 0);
    this.lines.push({ path, tables: tables.length, indicators, counts, error });
    this.whole = joined(this.whole, { files: 1, tables: tables.length, indicators, counts });
    for (const [code, found] of Object.entries(rules)) into(this.rules, code, { ...EMPTY, files: 1, counts: found });
    if (error) return;
    const departments = new Map<string | null, Group>();
    const years = new Map<number | null, Group>();
    let rest = counts;
    for (const table of tables) {
      const group: Group = { files: 0, tables: 1, indicators: table.indicators, counts: table.counts };
      into(departments, table.department, group);
      into(years, table.year, group);
      rest = minus(rest, table.counts);
      if (sumOf(table.counts) > 0) this.worstTables.push({ ...table, path });
      if (table.total !== null) this.addScore(table.total);
    }
    // What is about no table, such as that there is none.
    if (tables.length === 0 || sumOf(rest) > 0) {
      into(departments, null, { ...EMPTY, counts: rest });
      into(years, null, { ...EMPTY, counts: rest });
    }
    for (const [name, group] of departments) into(this.departments, name, { ...group, files: 1 });
    for (const [year, group] of years) into(this.years, year, { ...group, files: 1 });
    if (this.worstTables.length > 10 * WORST) this.worstTables = this.worst;
  }

  private addScore(total: number): void {
    this.score.count++;
    this.score.sum += total;
    if (total < 0) this.score.below++;
    else if (total > 100) this.score.above++;
    else {
      const at = Math.min(STRETCHES - 1, Math.floor(total / STRETCH));
      this.stretches[at] = (this.stretches[at] ?? 0) + 1;
    }
  }

  get all(): Group {
    return this.whole;
  }

  /** In the order of the run. */
  get files(): readonly FileLine[] {
    return this.lines;
  }

  get unreadable(): readonly FileLine[] {
    return this.lines.filter(({ error }) => error !== null);
  }

  /** The rule with most findings first. */
  get byRule(): readonly (readonly [string, Group])[] {
    return [...this.rules].sort(
      ([a, { counts: first }], [b, { counts: second }]) => sumOf(second) - sumOf(first) || (a < b ? -1 : 1),
    );
  }

  /** The department with most errors first; null for tables without one. */
  get byDepartment(): readonly (readonly [string | null, Group])[] {
    return [...this.departments].sort(
      ([a, { counts: first }], [b, { counts: second }]) =>
        worseFirst(first, second) || ((a ?? '') < (b ?? '') ? -1 : 1),
    );
  }

  /** In the order of years; null, for tables without one, at the end. */
  get byYear(): readonly (readonly [number | null, Group])[] {
    return [...this.years].sort(([a], [b]) => (a ?? Infinity) - (b ?? Infinity));
  }

  get worst(): WorstTable[] {
    // Sorting keeps the order of the run among equals.
    return [...this.worstTables].sort((a, b) => worseFirst(a.counts, b.counts)).slice(0, WORST);
  }

  get scores(): Scores {
    return { ...this.score, stretches: this.stretches };
  }
}

function joined(a: Group, b: Group): Group {
  return {
    files: a.files + b.files,
    tables: a.tables + b.tables,
    indicators: a.indicators + b.indicators,
    counts: plus(a.counts, b.counts),
  };
}

function into<K>(groups: Map<K, Group>, key: K, group: Group): void {
  groups.set(key, joined(groups.get(key) ?? EMPTY, group));
}
