import { formatRange, parseRange, quoteSheet } from '../../../src/core/sheet';
import { chartsWire } from './charts';
import { STANDARD, cellProperties, changing, formatWire, pageWire, setCellProperties, validationWire } from './drawing';
import { OfficeError, accessDenied, apiNotFound, invalidArgument, itemNotFound } from './office-error';
import { wire } from './wire';
import type { Wire } from './wire';
import { MAX_COLUMNS, MAX_ROWS, overlap } from './workbook';
import type { ConditionalFormat, EventName, GridCell, Rect, Remark, Sheet, Workbook } from './workbook';

/** Merged areas that Excel tells of for one range. */
const MERGED_AREAS = 512;

const SERVICES: Readonly<Record<string, readonly string[]>> = {
  'Microsoft.InternalService.AddinInternalService': ['NotifyActionHandlerReady'],
  'Microsoft.ExcelServices.CustomFunctions': ['_SetOsfControlContainerReadyForCustomFunctions', '_GetEnabledFeatures'],
};

const rangeOf = ({ row, column, rows, columns }: Rect) => ({
  top: row,
  left: column,
  bottom: row + rows - 1,
  right: column + columns - 1,
});

export function addressOf(rect: Rect, sheet?: Sheet): string {
  const own = rect.columns === MAX_COLUMNS ? `${rect.row + 1}:${rect.row + rect.rows}` : formatRange(rangeOf(rect));
  return sheet ? `${quoteSheet(sheet.name)}!${own}` : own;
}

export function rectOf(address: string): Rect {
  const range = parseRange(address.slice(address.lastIndexOf('!') + 1));
  if (!range) throw invalidArgument('Range');
  const { top, left, bottom, right } = range;
  return { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
}

/** `2:3` */
function rowsOf(address: string): Rect {
  const [first = 1, last = first] = address.split(':').map(Number);
  return { row: first - 1, column: 0, rows: last - first + 1, columns: MAX_COLUMNS };
}

function makeRect(row: number, column: number, rows: number, columns: number): Rect {
  if (row < 0 || column < 0 || rows < 1 || columns < 1 || row + rows > MAX_ROWS || column + columns > MAX_COLUMNS) {
    throw invalidArgument('Range');
  }
  return { row, column, rows, columns };
}

function shown(cell: GridCell | undefined): string {
  if (!cell) return '';
  const { value, format } = cell;
  if (typeof value === 'boolean') return String(value).toUpperCase();
  const percent = /^0(\.0+)?%$/.exec(format);
  if (typeof value === 'number' && percent) return `${(value * 100).toFixed((percent[1] ?? '.').length - 1)}%`;
  return String(value);
}

function typeOf(cell: GridCell | undefined): string {
  if (!cell || cell.value === '') return 'Empty';
  if (cell.isError) return 'Error';
  return { number: 'Double', boolean: 'Boolean', string: 'String' }[
    typeof cell.value as 'number' | 'boolean' | 'string'
  ];
}

/** The rectangles within which a range can be asked for hidden rows: only those with cells matter. */
function allOrSome(length: number, test: (index: number) => boolean): boolean | null {
  let some = false;
  let all = true;
  for (let index = 0; index < Math.min(length, 100_000); index += 1) {
    if (test(index)) some = true;
    else all = false;
  }
  return all ? true : some ? null : false;
}

/** The part of a range that holds something; null where none does. */
function usedIn(sheet: Sheet, rect: Rect): Rect | null {
  const cells = [...sheet.grid].filter(([row]) => row >= rect.row && row < rect.row + rect.rows);
  const filled = cells.flatMap(([row, found]) =>
    [...found]
      .filter(([column]) => column >= rect.column && column < rect.column + rect.columns)
      .filter(([, cell]) => cell.value !== '' || cell.formula !== null)
      .map(([column]) => [row, column] as const),
  );
  if (filled.length === 0) return null;
  const rows = filled.map(([row]) => row);
  const columns = filled.map(([, column]) => column);
  const [row, column] = [Math.min(...rows), Math.min(...columns)];
  return { row, column, rows: Math.max(...rows) - row + 1, columns: Math.max(...columns) - column + 1 };
}

/** Excel's object model over a workbook: as much of it as the add-in uses, and not a member more. */
export class Model {
  readonly references = new Map<string, Wire>();
  /** The events of all sheets that somebody listens to. */
  readonly listening = new Set<EventName>();
  private sequence = 0;

  constructor(readonly workbook: Workbook) {}

  keep(target: Wire): string {
    for (const [name, kept] of this.references) if (kept === target) return name;
    this.sequence += 1;
    const name = `ref-${this.sequence}`;
    this.references.set(name, target);
    return name;
  }

  root(): Wire {
    const { workbook } = this;
    return wire({
      type: 'Workbook',
      children: { Worksheets: () => this.worksheets() },
      methods: {
        _RemoveReference: (name: string) => void this.references.delete(name),
        GetSelectedRange: () => this.range(workbook.active, workbook.selection),
      },
    });
  }

  /** What the library itself turns to when it starts: none of it concerns the workbook. */
  service(name: string): Wire {
    const methods = SERVICES[name];
    if (!methods) throw apiNotFound(name);
    return wire({ type: name, methods: Object.fromEntries(methods.map((method) => [method, () => null])) });
  }

  /** Excel sends events only to those who have asked for them. */
  private registration(wireName: string, name: EventName): Record<string, () => void> {
    return {
      [`_Register${wireName}Event`]: () => void this.listening.add(name),
      [`_Unregister${wireName}Event`]: () => void this.listening.delete(name),
    };
  }

  private worksheets(): Wire {
    const { workbook } = this;
    const find = (key: string) => {
      const sheet = workbook.find(key);
      if (!sheet) throw itemNotFound('WorksheetCollection.getItem');
      return this.sheet(sheet);
    };
    return wire({
      type: 'WorksheetCollection',
      items: () => workbook.sheets.map((sheet) => this.sheet(sheet)),
      item: find,
      methods: {
        GetItem: find,
        GetItemOrNullObject: (key: string) => {
          const sheet = workbook.find(key);
          return sheet ? this.sheet(sheet) : null;
        },
        GetActiveWorksheet: () => this.sheet(workbook.active),
        ...this.registration('DataChanged', 'changed'),
        ...this.registration('Activated', 'activated'),
        ...this.registration('SelectionChanged', 'selected'),
        Add: (name: string) => {
          workbook.writing();
          if (workbook.locked) throw accessDenied();
          return this.sheet(workbook.addSheet(name));
        },
      },
    });
  }

  private sheet(sheet: Sheet): Wire {
    const { workbook } = this;
    const all = { row: 0, column: 0, rows: MAX_ROWS, columns: MAX_COLUMNS };
    const used = () => {
      const rect = sheet.used();
      return rect && this.range(sheet, rect);
    };
    return wire({
      type: 'Worksheet',
      id: { Id: sheet.id },
      get: {
        Id: () => sheet.id,
        Name: () => sheet.name,
        Visibility: () => sheet.visibility,
        StandardWidth: () => STANDARD.width,
      },
      set: {
        Visibility: (value: string) => {
          workbook.writing();
          sheet.visibility = value;
        },
      },
      children: {
        Protection: () =>
          wire({
            type: 'WorksheetProtection',
            get: { Protected: () => sheet.protected },
            methods: {
              Protect: () => {
                changing(sheet);
                sheet.protected = true;
              },
              Unprotect: () => {
                workbook.writing();
                sheet.protected = false;
              },
            },
          }),
        PageLayout: () =>
          pageWire(
            sheet,
            (address) => this.areas(sheet, [rectOf(address)]),
            (address) => this.range(sheet, rowsOf(address)),
          ),
        Charts: () => chartsWire(sheet, (range) => rectOf(String(range.get?.['Address']?.()))),
        Comments: () => this.remarks(sheet, 'comments'),
        Notes: () => this.remarks(sheet, 'notes'),
      },
      methods: {
        GetRange: (address?: string | null) => this.range(sheet, address ? rectOf(address) : all),
        GetRangeByIndexes: (row: number, column: number, rows: number, columns: number) =>
          this.range(sheet, makeRect(row, column, rows, columns)),
        GetUsedRangeOrNullObject: used,
        Activate: () => workbook.activate(sheet, true),
        Delete: () => workbook.deleteSheet(sheet),
      },
    });
  }

  private range(sheet: Sheet, rect: Rect): Wire {
    const { workbook } = this;
    const grid = (read: (cell: GridCell | undefined) => unknown) => () => {
      if (rect.rows * rect.columns > workbook.cellLimit) return null;
      return Array.from({ length: rect.rows }, (_, r) =>
        Array.from({ length: rect.columns }, (__, c) => read(sheet.at(rect.row + r, rect.column + c))),
      );
    };
    const rowHidden = (index: number) => sheet.hiddenRows.has(rect.row + index);
    const columnHidden = (index: number) => sheet.hiddenColumns.has(rect.column + index);
    return wire({
      type: 'Range',
      get: {
        Address: () => addressOf(rect, sheet),
        RowIndex: () => rect.row,
        ColumnIndex: () => rect.column,
        RowCount: () => rect.rows,
        ColumnCount: () => rect.columns,
        Values: grid((cell) => cell?.value ?? ''),
        Formulas: grid((cell) => cell?.formula ?? cell?.value ?? ''),
        Text: grid(shown),
        NumberFormat: grid((cell) => cell?.format ?? 'General'),
        ValueTypes: grid(typeOf),
        RowHidden: () => allOrSome(rect.rows, rowHidden),
        ColumnHidden: () => allOrSome(rect.columns, columnHidden),
      },
      set: {
        Values: (value: unknown) => sheet.write(rect, value),
        Formulas: (value: unknown) => sheet.write(rect, value),
        NumberFormat: (value: unknown) => sheet.setFormat(rect, value),
      },
      children: {
        Format: () => formatWire(sheet, rect),
        DataValidation: () => validationWire(sheet, rect),
        ConditionalFormats: () => this.formats(sheet, rect),
      },
      methods: {
        _KeepReference: () => null,
        // What the library makes of a big assignment: it checks the size, then writes row by row or a few at a time.
        _ValidateArraySize: (rows: number, columns: number) => {
          if (rows !== rect.rows || columns !== rect.columns) throw invalidArgument('Range');
        },
        GetRow: (row: number) => this.range(sheet, { ...rect, row: rect.row + row, rows: 1 }),
        GetBoundingRect: (other: Wire) => {
          const last = rectOf(String(other.get?.['Address']?.()));
          const [row, column] = [Math.min(rect.row, last.row), Math.min(rect.column, last.column)];
          const rows = Math.max(rect.row + rect.rows, last.row + last.rows) - row;
          return this.range(sheet, {
            row,
            column,
            rows,
            columns: Math.max(rect.column + rect.columns, last.column + last.columns) - column,
          });
        },
        GetEntireRow: () => this.range(sheet, { ...rect, column: 0, columns: MAX_COLUMNS }),
        GetUsedRangeOrNullObject: () => {
          const found = usedIn(sheet, rect);
          return found && this.range(sheet, found);
        },
        GetMergedAreasOrNullObject: () => this.mergedAreas(sheet, rect),
        GetRowProperties: () => Array.from({ length: rect.rows }, (_, row) => ({ rowHidden: rowHidden(row) })),
        GetColumnProperties: () =>
          Array.from({ length: rect.columns }, (_, column) => ({ columnHidden: columnHidden(column) })),
        GetCellProperties: (options: Parameters<typeof cellProperties>[2]) => cellProperties(sheet, rect, options),
        SetCellProperties: (data: Parameters<typeof setCellProperties>[2]) => setCellProperties(sheet, rect, data),
        Merge: () => sheet.merge(rect),
        Unmerge: () => sheet.unmerge(rect),
        Insert: () => {
          sheet.shiftRows(rect.row, rect.rows);
          return this.range(sheet, rect);
        },
        Delete: () => sheet.shiftRows(rect.row, -rect.rows),
        Select: () => workbook.select(sheet, rect, true),
      },
    });
  }

  private areas(sheet: Sheet, rects: readonly Rect[]): Wire {
    return wire({
      type: 'RangeAreas',
      get: { Address: () => rects.map((rect) => addressOf(rect, sheet)).join(',') },
      children: {
        Areas: () => wire({ type: 'RangeCollection', items: () => rects.map((rect) => this.range(sheet, rect)) }),
      },
      methods: {
        _KeepReference: () => null,
        GetUsedRangeAreasOrNullObject: () => {
          const found = rects.flatMap((rect) => usedIn(sheet, rect) ?? []);
          return found.length > 0 ? this.areas(sheet, found) : null;
        },
      },
    });
  }

  private mergedAreas(sheet: Sheet, rect: Rect): Wire | null {
    const found = sheet.merges.filter((area) => overlap({ ...area, rows: 1, columns: 1 }, rect));
    if (found.length > MERGED_AREAS) throw new OfficeError('GeneralException', 'There was an internal error.', 500);
    return found.length > 0 ? this.areas(sheet, found) : null;
  }

  private formats(sheet: Sheet, rect: Rect): Wire {
    const find = (id: string) => {
      const format = sheet.formats.find((candidate) => candidate.id === id);
      if (!format) throw itemNotFound('ConditionalFormatCollection.getItem');
      return this.format(sheet, format);
    };
    return wire({
      type: 'ConditionalFormatCollection',
      items: () =>
        sheet.formats
          .filter((format) => format.areas.some((area) => overlap(area, rect)))
          .map((format) => this.format(sheet, format)),
      item: find,
      methods: { GetItem: find, Add: (type: string) => this.format(sheet, sheet.addFormat(type, rect)) },
    });
  }

  private format(sheet: Sheet, format: ConditionalFormat): Wire {
    const { workbook } = this;
    const custom = () =>
      wire({
        type: 'CustomConditionalFormat',
        children: {
          Rule: () =>
            wire({
              type: 'ConditionalFormatRule',
              get: { Formula: () => format.formula },
              set: { Formula: (value: string) => void (format.formula = value) },
            }),
          Format: () =>
            wire({
              type: 'ConditionalRangeFormat',
              children: {
                Fill: () =>
                  wire({
                    type: 'ConditionalRangeFill',
                    get: { Color: () => format.fill },
                    set: { Color: (value: string) => void (format.fill = value) },
                  }),
              },
            }),
        },
      });
    return wire({
      type: 'ConditionalFormat',
      id: { Id: format.id },
      get: { Id: () => format.id, Type: () => format.type },
      children: {
        Custom: () => {
          if (format.type !== 'Custom') throw new OfficeError('InvalidOperation', 'Not a custom rule.');
          return custom();
        },
        CustomOrNullObject: () => (format.type === 'Custom' ? custom() : null),
      },
      methods: {
        GetRanges: () => this.areas(sheet, format.areas),
        Delete: () => {
          workbook.writing();
          sheet.formats = sheet.formats.filter((other) => other !== format);
        },
      },
    });
  }

  private remarks(sheet: Sheet, kind: 'notes' | 'comments'): Wire {
    const type = kind === 'notes' ? 'Note' : 'Comment';
    const found = (remark: Remark | undefined) => {
      if (!remark) throw itemNotFound(`${type}Collection.getItem`);
      return this.remark(sheet, kind, remark);
    };
    const byId = (id: string) => found(sheet[kind].find((candidate) => candidate.id === id));
    return wire({
      type: `${type}Collection`,
      items: () => sheet[kind].map((remark) => this.remark(sheet, kind, remark)),
      ...(kind === 'comments' ? { item: byId } : {}),
      methods: {
        ...(kind === 'comments' ? { GetItem: byId } : {}),
        GetItemAt: (at: number) => found(sheet[kind][at]),
        Add: (place: Wire | string, text: string) => {
          const address = typeof place === 'string' ? place : String(place.get?.['Address']?.());
          return this.remark(sheet, kind, sheet.remark(kind, rectOf(address), text));
        },
      },
    });
  }

  private remark(sheet: Sheet, kind: 'notes' | 'comments', remark: Remark): Wire {
    const id = kind === 'comments' ? { id: { Id: remark.id } } : {};
    return wire({
      type: kind === 'notes' ? 'Note' : 'Comment',
      ...id,
      get: { Content: () => remark.text, ...(kind === 'comments' ? { Id: () => remark.id } : {}) },
      methods: {
        GetLocation: () => this.range(sheet, { row: remark.row, column: remark.column, rows: 1, columns: 1 }),
        Delete: () => {
          this.workbook.writing();
          sheet[kind] = sheet[kind].filter((other) => other !== remark);
        },
      },
    });
  }
}
