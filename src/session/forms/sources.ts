import { FORM_NATURE, type FormKind, type IndicatorTable } from '../../core/indicator';
import { readReview, readTables } from '../../core/reader';
import { isOwnSheet, type SheetSnapshot } from '../../core/sheet';
import { contentOf, reviewContent, type FillOptions, type Form, type FormContent } from '../../core/templates';
import { fromLayout, LAYOUTS, type ImportLayout } from '../../core/templates/layouts';
import { correctionsFor, readRecord } from '../record';

/** A table from which a form can be filled. */
export interface FormSource {
  readonly sheet: string;
  readonly title: string;
  readonly year: number | null;
  readonly from: FormKind;
  readonly content: FormContent;
  /** Null for what a budget system gave out, and for reviews. */
  readonly table: IndicatorTable | null;
  /** Cells stood beside their columns, or labels were lost: the table is worth being rebuilt. */
  readonly broken: boolean;
  /** The layout of the system that gave it out. */
  readonly layout: ImportLayout | null;
}

export interface SourceOptions {
  /** 绩效审核记录, with the corrections of columns. */
  readonly record?: SheetSnapshot | null;
  /** Ways in which budget systems give tables out. */
  readonly layouts?: readonly ImportLayout[];
}

/** Every table on the sheets, in their order; sheets that hold none are passed over. */
export function sourcesIn(sheets: readonly SheetSnapshot[], options: SourceOptions = {}): FormSource[] {
  const record = readRecord(options.record ?? null);
  return sheets
    .filter(({ name }) => !isOwnSheet(name))
    .flatMap((sheet): FormSource[] => {
      const { tables, lists, blank } = readTables(sheet, { corrections: correctionsFor(record, sheet) });
      const found = [...tables, ...(lists ?? []), ...(blank ?? [])].map((table) => sourceOf(sheet, table));
      return found.length > 0 ? found : otherwise(sheet, options.layouts ?? LAYOUTS);
    });
}

function sourceOf(sheet: SheetSnapshot, table: IndicatorTable): FormSource {
  return {
    sheet: sheet.name,
    title: table.title?.value.trim() ?? '',
    year: table.year?.value ?? null,
    from: table.formId === null ? table.kind : FORM_NATURE[table.formId].kind,
    content: contentOf(table),
    table,
    broken: table.indicators.some(({ shift, level1 }) => shift !== 0 || level1?.assumed === 'implied'),
    layout: null,
  };
}

/** A system's export, or a review form. */
function otherwise(sheet: SheetSnapshot, layouts: readonly ImportLayout[]): FormSource[] {
  const common = { sheet: sheet.name, table: null, broken: false };
  const exported = fromLayout(sheet, layouts);
  if (exported) {
    const { layout, content } = exported;
    return [{ ...common, title: layout.title.zh, year: null, from: 'target', content, layout }];
  }
  const review = readReview(sheet);
  if (!review) return [];
  const content = reviewContent(review);
  return [{ ...common, title: '', year: content.year, from: 'review', content, layout: null }];
}

/** How a form is filled from a source: as the same document where kind and year are the same. */
export function fillOptionsFor(
  form: Form,
  source: Pick<FormSource, 'from' | 'content'>,
  asked: Pick<FillOptions, 'targets' | 'budget' | 'places'> & { readonly year?: number | null } = {},
): FillOptions {
  const { year = null, ...rest } = asked;
  const same = source.from === form.kind && (year === null || year === source.content.year);
  return { ...rest, from: source.from, same, ...(year === null ? {} : { year }) };
}
