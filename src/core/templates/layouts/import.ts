import { INDICATOR_FIELDS } from '../../indicator';
import { readTargetFields } from '../../reader';
import { cellAt, mergeAt, usedRange, type Cell, type CellRef, type SheetSnapshot } from '../../sheet';
import { BLANK_CONTENT, BLANK_INDICATOR, type FormContent, type IndicatorContent } from '../content';
import { LAYOUTS, type ImportLayout } from './layout';

/** A system's export, read by its own headings. */
export interface Imported {
  readonly layout: ImportLayout;
  /** What stands under headings that the layout does not have is among the `others` of its row. */
  readonly content: FormContent;
}

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s*]+/gu, '')
    .replace(/[(（][^()（）]*[)）]/gu, '');

/** How many rows may stand above the headings. */
const TITLES = 10;

/**
 * Reads what a system gave out: the sheet is known by its headings, in any order of columns. Null where no layout has
 * its required headings all in one row; such a sheet is for the reader of tables.
 */
export function fromLayout(sheet: SheetSnapshot, layouts: readonly ImportLayout[] = LAYOUTS): Imported | null {
  const used = usedRange(sheet);
  if (!used) return null;
  for (let row = used.top; row <= Math.min(used.bottom, used.top + TITLES); row++) {
    const heads = new Map<string, number>();
    for (let column = used.left; column <= used.right; column++) {
      const text = plain(cellAt(sheet, { row, column })?.text ?? '');
      if (text !== '' && !heads.has(text)) heads.set(text, column);
    }
    const [best] = layouts
      .map((layout) => ({ layout, found: layout.columns.filter(({ header }) => heads.has(plain(header))) }))
      .filter(({ layout, found }) => layout.columns.every((column) => !column.required || found.includes(column)))
      .sort((a, b) => b.found.length - a.found.length);
    if (best) return read(sheet, best.layout, heads, row, used.bottom);
  }
  return null;
}

function read(
  sheet: SheetSnapshot,
  layout: ImportLayout,
  heads: ReadonlyMap<string, number>,
  headRow: number,
  bottom: number,
): Imported {
  const indicators: IndicatorContent[] = [];
  for (let row = headRow + 1; row <= bottom; row++) {
    const indicator = readRow(sheet, layout, heads, row);
    if (indicator) indicators.push(indicator);
  }
  return { layout, content: { ...BLANK_CONTENT, indicators } };
}

/** A cell, or what it is merged with: levels are merged in what some systems give out. */
function shownAt(sheet: SheetSnapshot, at: CellRef): Cell | null {
  const merge = mergeAt(sheet, at);
  return cellAt(sheet, merge ? { row: merge.top, column: merge.left } : at);
}

function readRow(
  sheet: SheetSnapshot,
  layout: ImportLayout,
  heads: ReadonlyMap<string, number>,
  row: number,
): IndicatorContent | null {
  const at = (field: string) => {
    const column = layout.columns.find((candidate) => candidate.field === field);
    const index = column && heads.get(plain(column.header));
    if (index === undefined) return undefined;
    const cell = shownAt(sheet, { row, column: index });
    return cell && cell.text.trim() !== '' ? { cell, at: { row, column: index } } : undefined;
  };
  const text = (field: string): string | null => at(field)?.cell.text.trim() ?? null;
  if (INDICATOR_FIELDS.every((field) => text(field) === null)) return null;
  const known = new Set(layout.columns.map(({ header }) => plain(header)));
  const others = [...heads].flatMap(([head, column]): [string, string][] => {
    const value = known.has(head) ? '' : (shownAt(sheet, { row, column })?.text.trim() ?? '');
    return value === '' ? [] : [[head, value]];
  });
  const target = readTargetFields(signed(at('operator'), layout), at('target'), at('unit'));
  const weight = at('weight')?.cell.value;
  const number = typeof weight === 'number' ? weight : Number(text('weight') ?? Number.NaN);
  return {
    ...BLANK_INDICATOR,
    level1: text('level1'),
    level2: text('level2'),
    name: text('name'),
    operator: target.operator?.value ?? (text('nature') === '定性' ? '定性' : null),
    target: target.target?.value ?? null,
    unit: target.unit?.value ?? null,
    explanation: text('explanation'),
    standard: text('standard'),
    weight: Number.isFinite(number) ? number : null,
    remark: text('remark'),
    others: Object.fromEntries(others),
  };
}

type Source = Parameters<typeof readTargetFields>[0];

/** A sign as the system writes it, as our own. */
function signed(source: Source, { signs }: ImportLayout): Source {
  if (!source || !signs) return source;
  const own = Object.entries(signs).find(([, written]) => written === source.cell.text.trim())?.[0];
  return own === undefined ? source : { ...source, cell: { ...source.cell, value: own, text: own } };
}
