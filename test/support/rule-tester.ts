import { isDeepStrictEqual } from 'node:util';
import { applyEdits, CheckMemory, checkNow } from '../../src/core/check';
import type { CheckInput, CheckResult } from '../../src/core/check';
import type { Finding, Fix } from '../../src/core/rules/finding';
import type { FixGrade, MessageData, RuleEntry, Severity } from '../../src/core/rules/rule';
import { cellAt, formatCell, formatRange, present, shiftRange, shiftRow, usedRange } from '../../src/core/sheet';
import type { CellValue, SheetSnapshot } from '../../src/core/sheet';
import { LOCALES, fill } from '../../src/i18n';
import type { Locale } from '../../src/i18n';
import { compactSheet } from './compact-sheet';
import type { CompactTable } from './compact-sheet';
import { undeclaredReads } from './reads';

/** What the rule is run on: one compact table, or whole sheets where a table does not say enough. */
export type Subject = CompactTable | { readonly sheets: readonly SheetSnapshot[] };

export type RuleRow = Subject & {
  /** What the row shows; must be told apart from the others. */
  readonly name: string;
  readonly settings?: CheckInput['settings'];
  /** The rule is about a sheet that holds no table: the reader finding none is then no mistake of the row. */
  readonly noTable?: boolean;
};

export type ValidRow = RuleRow;

export interface ExpectedFix {
  /** As rendered in zh-CN. */
  readonly title: string;
  readonly grade: FixGrade;
  /** Every cell that changes, by its A1 address on the first sheet: formulas with `=`, null for emptied. */
  readonly result: Readonly<Record<string, CellValue | null>>;
  /** The merged areas afterwards, where the fix changes them. */
  readonly merges?: readonly string[];
}

export interface ExpectedFinding {
  /** As rendered in zh-CN. */
  readonly message: string;
  readonly cell: string;
  readonly data: MessageData;
  readonly severity: Severity;
  /** Must be stated where the finding has fixes. */
  readonly fixes?: readonly ExpectedFix[];
}

export type InvalidRow = RuleRow & { readonly findings: readonly ExpectedFinding[] };

function sheetsOf(row: Subject): readonly SheetSnapshot[] {
  return 'sheets' in row ? row.sheets : [compactSheet(row)];
}

/** The rule alone: one that throws is a mistake of the rule, which a check would only count. */
function run(entry: RuleEntry, row: RuleRow, sheets: readonly SheetSnapshot[]): CheckResult {
  const result = checkNow({ sheets, rules: [entry.rule], ...(row.settings ? { settings: row.settings } : {}) });
  expect(result.failures).toEqual([]);
  return result;
}

/** The finding's sentence by the rule's own wording, whether or not the rule is in the index yet. */
function sentenceOf(entry: RuleEntry, finding: Finding, locale: Locale): string {
  return fill(entry.wording[locale].messages[finding.message] ?? '', finding.data, locale);
}

function titleOf(entry: RuleEntry, fix: Fix, locale: Locale): string {
  return fill(entry.wording[locale].fixes?.[fix.title] ?? '', fix.data, locale);
}

function placeholders(template: string): string[] {
  return Array.from(template.matchAll(/\{(\w+)\}/gu), (match) => match[1] as string);
}

/** Refuses a wording that does not have the same ids and placeholders in every language. */
function checkWording({ rule, wording }: RuleEntry): void {
  const zh = wording['zh-CN'];
  const en = wording['en-US'];
  for (const part of ['messages', 'fixes'] as const) {
    const own = zh[part] ?? {};
    const other = en[part] ?? {};
    expect(Object.keys(other).sort()).toEqual(Object.keys(own).sort());
    for (const [id, template] of Object.entries(own)) {
      const translated = other[id] ?? '';
      expect({ id, names: [...new Set(placeholders(translated))].sort() }).toEqual({
        id,
        names: [...new Set(placeholders(template))].sort(),
      });
      if (/\p{Script=Han}/u.test(translated.replace(/“[^“”]*”|（[^（）]*）|\([^()]*\)/gu, ''))) {
        // Chinese terms may be quoted in English sentences, not left untranslated.
        throw new Error(`${rule.code}: the English “${id}” has Chinese outside quotation marks or brackets`);
      }
    }
  }
  expect(zh.title).not.toBe('');
  expect(en.title).not.toBe('');
}

/** Refuses a finding whose sentence is unknown or not wholly filled in, in either language. */
function checkSentences(entry: RuleEntry, finding: Finding): void {
  const templates = entry.wording['zh-CN'];
  expect(Object.keys(templates.messages)).toContain(finding.message);
  const left = placeholders(templates.messages[finding.message] ?? '').filter((name) => !(name in finding.data));
  expect({ message: finding.message, unfilled: left }).toEqual({ message: finding.message, unfilled: [] });
  for (const fix of finding.fixes) {
    expect(Object.keys(templates.fixes ?? {})).toContain(fix.title);
    const unfilled = placeholders(templates.fixes?.[fix.title] ?? '').filter((name) => !(name in fix.data));
    expect({ fix: fix.title, unfilled }).toEqual({ fix: fix.title, unfilled: [] });
  }
  for (const locale of LOCALES) {
    const sentence = sentenceOf(entry, finding, locale);
    expect(sentence).not.toMatch(/undefined|null|NaN|Infinity|\[object/);
    expect(sentence.trim()).not.toBe('');
  }
}

function contents(sheet: SheetSnapshot): Map<string, CellValue> {
  const used = usedRange(sheet);
  const found = new Map<string, CellValue>();
  if (!used) return found;
  for (let row = used.top; row <= used.bottom; row++) {
    for (let column = used.left; column <= used.right; column++) {
      const cell = cellAt(sheet, { row, column });
      if (cell) found.set(formatCell({ row, column }), cell.formula ?? cell.value);
    }
  }
  return found;
}

/** Every cell that differs, with what it holds afterwards. */
function difference(before: SheetSnapshot, after: SheetSnapshot): Record<string, CellValue | null> {
  const old = contents(before);
  const now = contents(after);
  const changed: Record<string, CellValue | null> = {};
  for (const address of new Set([...old.keys(), ...now.keys()])) {
    const value = now.get(address) ?? null;
    if (!isDeepStrictEqual(old.get(address) ?? null, value)) changed[address] = value;
  }
  return changed;
}

function checkFix(entry: RuleEntry, row: RuleRow, finding: Finding, fix: Fix, expected: ExpectedFix): void {
  const sheets = sheetsOf(row);
  const index = sheets.findIndex((sheet) => sheet.name === finding.address.sheet);
  const before = sheets[index] as SheetSnapshot;
  for (const edit of fix.edits) {
    if (edit.kind !== 'set') continue;
    expect(cellAt(before, edit.cell)?.formula).toBeUndefined();
  }
  const { sheet: after, conflicts } = applyEdits(before, fix.edits);
  expect(conflicts).toEqual([]);
  expect(difference(before, after)).toEqual(expected.result);
  expect(after.merges.map(formatRange).sort()).toEqual([...(expected.merges ?? before.merges.map(formatRange))].sort());
  const again = run(
    entry,
    row,
    sheets.map((sheet, i) => (i === index ? after : sheet)),
  );
  const still = again.findings.filter((other) => other.key === finding.key && other.message === finding.message);
  expect(still.map((other) => sentenceOf(entry, other, 'zh-CN'))).toEqual([]);
}

/** A sheet where a row was opened, as spreadsheets open it; with what the row below it holds, or with nothing. */
function opened(sheet: SheetSnapshot, at: number, filled: boolean): SheetSnapshot {
  return {
    ...sheet,
    cells: [...sheet.cells.slice(0, at), filled ? sheet.cells[at] : undefined, ...sheet.cells.slice(at)],
    merges: sheet.merges.map((merge) => shiftRange(merge, at, 1)).filter(present),
    hiddenRows: new Set([...sheet.hiddenRows].map((row) => shiftRow(row, at, 1)).filter(present)),
  };
}

/**
 * Runs one rule over small sheets, as jest tests. Rows that prove nothing are refused: sheets with no table,
 * sentences that nothing reaches, sentences not filled in, fixes whose outcome is not stated.
 */
export function ruleTester(
  entry: RuleEntry,
  rows: { readonly valid: readonly ValidRow[]; readonly invalid: readonly InvalidRow[] },
): void {
  const { rule, wording } = entry;

  describe(`${rule.code} ${rule.name}`, () => {
    test('has wording in every language', () => checkWording(entry));

    test('has rows on both sides, each with a name of its own, that reach every sentence', () => {
      expect(rows.valid.length).toBeGreaterThan(0);
      expect(rows.invalid.length).toBeGreaterThan(0);
      const names = [...rows.valid, ...rows.invalid].map((row) => row.name);
      expect(names).toEqual([...new Set(names)]);
      const found = rows.invalid.flatMap((row) => run(entry, row, sheetsOf(row)).findings);
      expect(new Set(found.map((finding) => finding.message))).toEqual(new Set(Object.keys(wording['zh-CN'].messages)));
      expect(new Set(found.flatMap((finding) => finding.fixes.map((fix) => fix.title)))).toEqual(
        new Set(Object.keys(wording['zh-CN'].fixes ?? {})),
      );
    });

    test('reads nothing but what it declares: else a change would not re-run it', () => {
      for (const row of [...rows.valid, ...rows.invalid]) {
        expect({ row: row.name, undeclared: undeclaredReads(rule, sheetsOf(row), row.settings) }).toEqual({
          row: row.name,
          undeclared: [],
        });
      }
    });

    test('names no place in its words, or says so: what it said goes along with rows that move', () => {
      for (const row of rows.invalid) {
        const sheets = sheetsOf(row);
        const tables = checkNow({ sheets, rules: [] }).readings.flatMap((reading) => reading.tables);
        const first = tables[0]?.indicators[0]?.row ?? 0;
        for (const [at, filled] of [
          [0, false],
          [first, false],
          [first, true],
        ] as const) {
          const input: CheckInput = { sheets, rules: [rule], settings: row.settings ?? {} };
          const memory = new CheckMemory();
          checkNow({ ...input, memory });
          const now = { ...input, sheets: sheets.map((sheet) => opened(sheet, at, filled)) };
          const where = { row: row.name, at, filled };
          expect({ ...where, ...checkNow({ ...now, memory }) }).toEqual({ ...where, ...checkNow(now) });
        }
      }
    });

    test.each(rows.valid.map((row) => [row.name, row] as const))('silent: %s', (_name, row) => {
      const result = run(entry, row, sheetsOf(row));
      if (!row.noTable) expect(result.readings.some((reading) => reading.tables.length > 0)).toBe(true);
      expect(result.findings.map((finding) => sentenceOf(entry, finding, 'zh-CN'))).toEqual([]);
    });

    test.each(rows.invalid.map((row) => [row.name, row] as const))('found: %s', (_name, row) => {
      const result = run(entry, row, sheetsOf(row));
      expect(row.findings.length).toBeGreaterThan(0);
      for (const finding of result.findings) checkSentences(entry, finding);
      expect(
        result.findings.map((finding) => ({
          message: sentenceOf(entry, finding, 'zh-CN'),
          cell: formatCell(finding.address),
          data: finding.data,
          severity: finding.severity,
          fixes: finding.fixes.map((fix) => ({ title: titleOf(entry, fix, 'zh-CN'), grade: fix.grade })),
        })),
      ).toEqual(
        row.findings.map(({ message, cell, data, severity, fixes = [] }) => ({
          message,
          cell,
          data,
          severity,
          fixes: fixes.map(({ title, grade }) => ({ title, grade })),
        })),
      );
      result.findings.forEach((finding, i) =>
        finding.fixes.forEach((fix, j) =>
          checkFix(entry, row, finding, fix, row.findings[i]?.fixes?.[j] as ExpectedFix),
        ),
      );
    });
  });
}
