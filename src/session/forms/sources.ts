import type { FormKind, IndicatorTable } from '../../core/indicator';
import { readTables } from '../../core/reader';
import type { SheetSnapshot } from '../../core/sheet';
import { contentOf, type FormContent } from '../../core/templates';
import { fromLayout } from '../../core/templates/layouts';

/** A table from which a form can be filled. */
export interface FormSource {
  readonly sheet: string;
  readonly title: string;
  readonly year: number | null;
  readonly from: FormKind;
  readonly content: FormContent;
  /** Null for what a budget system gave out. */
  readonly table: IndicatorTable | null;
  /** Cells stood beside their columns, or labels were lost: the table is worth being rebuilt. */
  readonly broken: boolean;
}

/** Every table on the sheets, in their order; sheets that hold none are passed over. */
export function sourcesIn(sheets: readonly SheetSnapshot[]): FormSource[] {
  return sheets.flatMap((sheet): FormSource[] => {
    const { tables, blank } = readTables(sheet);
    const found = [...tables, ...(blank ?? [])].map((table) => ({
      sheet: sheet.name,
      title: table.title?.value.trim() ?? '',
      year: table.year?.value ?? null,
      from: table.kind,
      content: contentOf(table),
      table,
      broken: table.indicators.some(({ shift, level1 }) => shift !== 0 || level1?.assumed === 'implied'),
    }));
    if (found.length > 0) return found;
    const exported = fromLayout(sheet);
    return exported
      ? [
          {
            sheet: sheet.name,
            title: exported.layout.title.zh,
            year: null,
            from: 'target',
            content: exported.content,
            table: null,
            broken: false,
          },
        ]
      : [];
  });
}
