import { checkNow, compareVersions, personalNumbers, versionOf, type HeadField } from '../../core/check';
import { hasColumn, type IndicatorField, type IndicatorTable } from '../../core/indicator';
import { readTables } from '../../core/reader';
import { sameOwner } from '../../core/rules/matching';
import { callsAddIn, formatAddress, isOwnSheet, type SheetSnapshot } from '../../core/sheet';
import type { WorkbookFile } from '../../formats/xlsx';
import { publishWorkbook, type Published } from '../../formats/xlsx/publish';
import { fill, renderMessage, type Locale } from '../../i18n';
import { publishText } from '../../i18n/publish';
import { comparisonText, headName, whereTheyDiffer } from '../../report/comparison-text';
import { isReviewSheet } from '../../report/review';

/** What a person should look at before a table is made public. */
export interface PublishWarning {
  readonly kind:
    'personal' | 'signoff' | 'changed' | 'added' | 'dropped' | 'hidden' | 'valueless' | 'embedded' | 'approved';
  /** `Sheet1!D12`; the sheet's name, or '' for the file. */
  readonly place: string;
  readonly data: Readonly<Record<string, string>>;
}

/** 生成公开版: without our own sheets and with the values of our functions. Throws FormatError. */
export function publicCopy(file: WorkbookFile): Published {
  const ours = file.sheets.filter((sheet) => isOwnSheet(sheet.name) || isReviewSheet(sheet)).map(({ name }) => name);
  return publishWorkbook(file, { drop: ours, valueOnly: callsAddIn });
}

/** What stands in the public copy and should not, or not yet. */
export function publishWarnings({ file, valueless, embedded }: Published, locale: Locale): PublishWarning[] {
  const { findings } = checkNow({ sheets: file.sheets, settings: { audience: 'publication' } });
  return [
    ...file.sheets.flatMap((sheet) => personal(sheet)),
    ...findings
      .filter(({ code }) => code === 'PT110')
      .map((finding): PublishWarning => ({
        kind: 'signoff',
        place: formatAddress(finding.address),
        data: { message: renderMessage(finding, locale) },
      })),
    ...file.sheets
      .filter(({ hiddenRows, hiddenColumns }) => hiddenRows.size + hiddenColumns.size > 0)
      .map(({ name }): PublishWarning => ({ kind: 'hidden', place: name, data: {} })),
    ...valueless.map(({ sheet, cell }): PublishWarning => ({
      kind: 'valueless',
      place: formatAddress({ sheet, ...cell }),
      data: {},
    })),
    ...(embedded.length > 0 ? [{ kind: 'embedded' as const, place: '', data: { what: embedded.join(', ') } }] : []),
  ];
}

function personal(sheet: SheetSnapshot): PublishWarning[] {
  return sheet.cells.flatMap((cells, row) =>
    (cells ?? []).flatMap((cell, column) => {
      if (!cell) return [];
      const isNumber = typeof cell.value === 'number';
      const text = isNumber ? cell.text : typeof cell.value === 'string' ? cell.value : '';
      return personalNumbers(text, { bare: isNumber }).map(({ kind, text: number }): PublishWarning => ({
        kind: 'personal',
        place: formatAddress({ sheet: sheet.name, row, column }),
        data: { what: kind, text: number },
      }));
    }),
  );
}

/** What an approved table fixes; the rest of a target table too, where both are target tables. */
const FIXED: ReadonlySet<IndicatorField> = new Set([
  'level1',
  'level2',
  'name',
  'operator',
  'target',
  'unit',
  'weight',
]);
const WORDS: ReadonlySet<IndicatorField> = new Set(['explanation', 'standard']);
const FIXED_HEADS: ReadonlySet<HeadField> = new Set(['year', 'department', 'project', 'goal', 'budget']);

/** Where the public copy departs from the tables that were approved. */
export function differencesFrom(
  { file }: Published,
  approvedSheets: readonly SheetSnapshot[],
  locale: Locale,
): PublishWarning[] {
  const approved = tablesOf(approvedSheets);
  return tablesOf(file.sheets).flatMap((table): PublishWarning[] => {
    const alike = approved.filter(({ subject }) => subject === table.subject);
    const kin = alike.some(({ kind }) => kind === table.kind) ? alike.filter(({ kind }) => kind === table.kind) : alike;
    const before = kin.find((one) => sameOwner(one, table)) ?? (kin.length === 1 ? kin[0] : undefined);
    if (!before) return [{ kind: 'approved', place: table.sheet, data: {} }];
    const { heads, added, removed, changed } = compareVersions(versionOf(before, []), versionOf(table, []));
    const place = (row: number, column: number): string => formatAddress({ sheet: table.sheet, row, column });
    const isFixed = (field: IndicatorField): boolean =>
      FIXED.has(field) || (WORDS.has(field) && before.kind === table.kind);
    const alikeForms = before.kind === table.kind;
    const { blank } = comparisonText(locale);
    const differs = (at: string, field: string, ...[was, is]: readonly [string, string]): PublishWarning => ({
      kind: 'changed',
      place: at,
      data: { field, was: was || blank, is: is || blank },
    });
    return [
      ...heads.flatMap((head): PublishWarning[] => {
        // Forms of two kinds need not have the same places above their rows.
        if (!alikeForms && (!FIXED_HEADS.has(head.field) || head.was === '' || head.is === '')) return [];
        const at = head.cell ? place(head.cell.row, head.cell.column) : table.sheet;
        return [differs(at, headName(head, locale), ...whereTheyDiffer(head.was, head.is))];
      }),
      ...changed.flatMap(({ after, fields }) =>
        fields.flatMap(({ field, was, is }): PublishWarning[] => {
          // A form without a column for it says nothing of it.
          if (!isFixed(field) || !hasColumn(before, field) || !hasColumn(table, field)) return [];
          const column = table.columns.find((one) => one.field === field)?.column ?? 0;
          const { cell } = after[field] ?? { cell: { row: after.row, column } };
          return [differs(place(cell.row, cell.column), comparisonText(locale).fields[field], was, is)];
        }),
      ),
      ...added.map((indicator): PublishWarning => ({
        kind: 'added',
        place: place(indicator.row, indicator.name?.cell.column ?? 0),
        data: { name: indicator.name?.value.replace(/\s+/gu, '') ?? '' },
      })),
      ...removed.map(({ name }): PublishWarning => ({
        kind: 'dropped',
        place: table.sheet,
        data: { name: name?.value.replace(/\s+/gu, '') ?? '' },
      })),
    ];
  });
}

function tablesOf(sheets: readonly SheetSnapshot[]): readonly IndicatorTable[] {
  return sheets.filter(({ name }) => !isOwnSheet(name)).flatMap((sheet) => readTables(sheet).tables);
}

/** One line: words of cells do not break it. */
export function warningText({ kind, place, data }: PublishWarning, locale: Locale): string {
  const publish = publishText(locale);
  const what = data['what'] ?? '';
  const words = {
    ...data,
    place,
    what: publish.what[what as keyof typeof publish.what] ?? what,
  };
  return fill(publish.kinds[kind], words, locale).replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ');
}

/** What the copy does not hold any more. */
export function removedText(removed: Published['removed'], locale: Locale): string {
  const { removed: text, nothing } = publishText(locale);
  const { sheets, notes, marks, formulas, properties, parts } = removed;
  const said = [
    ...(sheets.length > 0 ? [fill(text.sheets, { names: sheets }, locale)] : []),
    ...Object.entries({ notes, marks, formulas }).flatMap(([name, count]) =>
      count > 0 ? [fill(text[name as 'notes' | 'marks' | 'formulas'], { count }, locale)] : [],
    ),
    ...(properties ? [text.properties] : []),
    ...(parts > 0 ? [fill(text.parts, { count: parts }, locale)] : []),
  ];
  return said.length > 0 ? said.join(locale === 'zh-CN' ? '、' : ', ') : nothing;
}
