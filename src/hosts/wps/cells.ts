import type { CellContent, CellRef, Range } from '../../core/sheet';
import { blocksOf, cellCount, cellsOf, slicesOf } from '../excel/blocks';
import { formatFor, inputOf, tookContent } from '../excel/content';
import type { HeldContent } from '../excel/content';
import { HostError } from '../host';
import { cellKey } from '../plan';
import type { Write } from '../plan';
import { rangeIn, rawContent, readBlock } from './blocks';
import type { EtWorksheet } from './et';
import { formatsOf } from './probe';

const CELLS_AT_ONCE = 20_000;

/**
 * How cells are written: whole blocks, until a WPS is found to leave some of them out; then row by row, or, where that
 * does not work either, cell by cell. Learnt once and kept.
 */
export interface WritingManner {
  by: 'block' | 'row' | 'cell';
}

type Input = string | number | boolean;

/** What the written cells hold afterwards. */
export type Written = Map<string, HeldContent>;

export interface CellsWork {
  readonly sheet: EtWorksheet;
  readonly name: string;
  readonly writes: readonly Pick<Write, 'cell' | 'to' | 'numberFormat'>[];
  readonly held: (cell: CellRef) => HeldContent;
  /** Called before cells are first changed. */
  readonly touching: (cells: Iterable<CellRef>) => void;
}

/** Writes and reads back. Throws `cell-locked` where a cell does not take its content. */
export function writeCells({ sheet, name, writes, held, touching }: CellsWork, manner: WritingManner): Written {
  const byCell = new Map(writes.map((write) => [cellKey(write.cell), write]));
  const writeAt = (cell: CellRef) => byCell.get(cellKey(cell)) as CellsWork['writes'][number];
  const formats = new Map<string, string>();
  for (const { cell, to, numberFormat } of writes) {
    const before = held(cell).numberFormat;
    formats.set(cellKey(cell), formatFor(to, before, numberFormat) ?? before);
  }
  // Number formats first: a cell of text format would take a number as text.
  const changed = writes.filter(({ cell }) => formats.get(cellKey(cell)) !== held(cell).numberFormat);
  for (const [format, cells] of grouped(changed, ({ cell }) => formats.get(cellKey(cell)) as string)) {
    for (const block of blocksOf(cells.map(({ cell }) => cell))) {
      touching(cellsOf(block));
      rangeIn(sheet, block).NumberFormat = format;
    }
  }
  const input = (cell: CellRef): Input => inputOf(writeAt(cell).to, formats.get(cellKey(cell)) ?? 'General');
  const written: Written = new Map();
  for (const whole of blocksOf(writes.map(({ cell }) => cell))) {
    const rows = Math.max(1, Math.floor(CELLS_AT_ONCE / (whole.right - whole.left + 1)));
    for (const block of slicesOf(whole, rows)) {
      touching(cellsOf(block));
      const found = writeBlock(sheet, block, input, (cell) => writeAt(cell).to, manner);
      for (const [cell, content] of unquoted(sheet, found, (at) => writeAt(at).to, formats)) {
        if (!tookContent(writeAt(cell).to, content)) {
          throw new HostError('cell-locked', `${name} R${cell.row + 1}C${cell.column + 1}`);
        }
        written.set(cellKey(cell), { content, numberFormat: formats.get(cellKey(cell)) ?? 'General' });
      }
    }
  }
  // A formula may bring a number format along.
  const formulas = writes.filter(({ to }) => 'formula' in to).map(({ cell }) => cell);
  for (const [key, numberFormat] of formatsOf(sheet, formulas)) {
    const now = written.get(key);
    if (now) written.set(key, { ...now, numberFormat });
  }
  return written;
}

/**
 * A quotation mark before a text keeps it a text, and is not part of it. Where a WPS takes it for a part, the cell gets
 * the number format of texts instead.
 */
function unquoted(
  sheet: EtWorksheet,
  found: Found,
  wanted: (cell: CellRef) => CellContent,
  formats: Map<string, string>,
): Found {
  const isQuoted = ([cell, content]: Found[number]) => {
    const to = wanted(cell);
    return 'text' in to && 'text' in content && content.text === `'${to.text}`;
  };
  const cells = found.filter(isQuoted).map(([cell]) => cell);
  if (cells.length === 0) return found;
  for (const block of blocksOf(cells)) rangeIn(sheet, block).NumberFormat = '@';
  const again = cells.flatMap((cell) => {
    const { row, column } = cell;
    const to = wanted(cell);
    formats.set(cellKey(cell), '@');
    const place = { top: row, bottom: row, left: column, right: column };
    put(sheet, place, () => ('text' in to ? to.text : ''));
    return contentsIn(sheet, place);
  });
  return [...found.filter((one) => !isQuoted(one)), ...again];
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}

type Found = readonly (readonly [CellRef, CellContent])[];

/** Writes a block in the best manner known, and in the next one where cells have been left out. */
function writeBlock(
  sheet: EtWorksheet,
  block: Range,
  input: (cell: CellRef) => Input,
  wanted: (cell: CellRef) => CellContent,
  manner: WritingManner,
): Found {
  const isDone = (found: Found) => found.every(([cell, content]) => tookContent(wanted(cell), content));
  const isRow = block.top === block.bottom;
  const isCell = cellCount(block) === 1;
  if (manner.by === 'block' || isCell) {
    put(sheet, block, input);
    const found = contentsIn(sheet, block);
    if (isCell || isDone(found)) return found;
  }
  if (manner.by !== 'cell') {
    if (!isRow || manner.by === 'row') for (const row of slicesOf(block, 1)) put(sheet, row, input);
    const found = contentsIn(sheet, block);
    if (isDone(found)) {
      if (!isRow) manner.by = 'row';
      return found;
    }
  }
  for (const { row, column } of cellsOf(block)) {
    put(sheet, { top: row, bottom: row, left: column, right: column }, input);
  }
  const found = contentsIn(sheet, block);
  // A cell that refuses its content refuses it in every manner.
  if (isDone(found)) manner.by = 'cell';
  return found;
}

function put(sheet: EtWorksheet, range: Range, input: (cell: CellRef) => Input): void {
  const cells = rangeIn(sheet, range);
  const inputs: Input[][] = [];
  for (const cell of cellsOf(range)) (inputs[cell.row - range.top] ??= []).push(input(cell));
  const isCell = cellCount(range) === 1;
  const value = isCell ? inputs[0]?.[0] : inputs;
  if (inputs.some((row) => row.some((text) => typeof text === 'string' && text.startsWith('=')))) {
    cells.Formula = value;
  } else cells.Value2 = value;
}

function contentsIn(sheet: EtWorksheet, range: Range): Found {
  return readBlock(sheet, range).flatMap((raws, r) =>
    raws.map((raw, c) => [{ row: range.top + r, column: range.left + c }, rawContent(raw)] as const),
  );
}
