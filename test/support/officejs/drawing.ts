import { invalidArgument } from './office-error';
import { wire } from './wire';
import type { Wire } from './wire';
import type { Rect, Sheet } from './workbook';

export type Looks = Record<string, unknown>;

/** How a cell looks on which nobody has laid a hand. */
export const PLAIN: Readonly<Looks> = {
  'font.name': '等线',
  'font.size': 11,
  'font.bold': false,
  'font.color': '#000000',
  'fill.color': '#FFFFFF',
  'fill.pattern': 'None',
  horizontalAlignment: 'General',
  verticalAlignment: 'Bottom',
  wrapText: false,
  'protection.locked': true,
  'borders.top.style': 'None',
  'borders.bottom.style': 'None',
  'borders.left.style': 'None',
  'borders.right.style': 'None',
};
export const STANDARD = { width: 8.43, columnWidth: 48, rowHeight: 14.4 };

export interface CellValidation {
  readonly rule: Readonly<Record<string, unknown>>;
  readonly errorAlert: unknown;
  readonly prompt: { readonly showPrompt: boolean; readonly title: string; readonly message: string };
  readonly ignoreBlanks: boolean;
}

export const NO_VALIDATION: CellValidation = {
  rule: {},
  errorAlert: { showAlert: true, style: 'Stop', title: '', message: '' },
  prompt: { showPrompt: true, title: '', message: '' },
  ignoreBlanks: true,
};

export interface Page {
  orientation: string;
  paperSize: string | null;
  zoom: unknown;
  centerHorizontally: boolean;
  topMargin: number;
  rightMargin: number;
  bottomMargin: number;
  leftMargin: number;
  centerFooter: string;
  printArea: string | null;
  titleRows: string | null;
}

export const NEW_PAGE: Page = {
  orientation: 'Portrait',
  paperSize: 'A4',
  zoom: { scale: 100 },
  centerHorizontally: false,
  topMargin: 54,
  rightMargin: 50,
  bottomMargin: 54,
  leftMargin: 50,
  centerFooter: '',
  printArea: null,
  titleRows: null,
};

function* cellsOf({ row, column, rows, columns }: Rect): Iterable<readonly [number, number]> {
  for (let r = row; r < row + rows; r += 1) for (let c = column; c < column + columns; c += 1) yield [r, c];
}

export function changing(sheet: Sheet): void {
  sheet.workbook.writing();
  sheet.refuseProtected();
}

/** The value that all cells share, null where they differ. */
function shared(sheet: Sheet, rect: Rect, key: string): unknown {
  const values = new Set([...cellsOf(rect)].map(([row, column]) => sheet.lookAt(row, column, key)));
  return values.size === 1 ? [...values][0] : null;
}

/** Properties of cells by their names in the store; `undefined` children are none of Excel's. */
function properties(sheet: Sheet, rect: Rect, names: Readonly<Record<string, string>>): Pick<Wire, 'get' | 'set'> {
  const entries = Object.entries(names);
  return {
    get: Object.fromEntries(entries.map(([name, key]) => [name, () => shared(sheet, rect, key)])),
    set: Object.fromEntries(
      entries.map(([name, key]) => [
        name,
        (value: never) => {
          changing(sheet);
          for (const [row, column] of cellsOf(rect)) {
            sheet.setLook(row, column, key, value);
            if (key === 'fill.color') sheet.setLook(row, column, 'fill.pattern', 'Solid');
          }
        },
      ]),
    ),
  };
}

type Side = 'top' | 'bottom' | 'left' | 'right';

/** The sides of cells that a border of a range consists of. */
function* sidesOf(rect: Rect, border: string): Iterable<readonly [number, number, Side]> {
  const last = { row: rect.row + rect.rows - 1, column: rect.column + rect.columns - 1 };
  for (const [row, column] of cellsOf(rect)) {
    if (border === 'EdgeTop' && row === rect.row) yield [row, column, 'top'];
    if (border === 'EdgeBottom' && row === last.row) yield [row, column, 'bottom'];
    if (border === 'EdgeLeft' && column === rect.column) yield [row, column, 'left'];
    if (border === 'EdgeRight' && column === last.column) yield [row, column, 'right'];
    if (border === 'InsideHorizontal' && row < last.row) yield [row, column, 'bottom'];
    if (border === 'InsideHorizontal' && row > rect.row) yield [row, column, 'top'];
    if (border === 'InsideVertical' && column < last.column) yield [row, column, 'right'];
    if (border === 'InsideVertical' && column > rect.column) yield [row, column, 'left'];
  }
}

function borderWire(sheet: Sheet, rect: Rect, border: string): Wire {
  const set = (property: string) => (value: never) => {
    changing(sheet);
    for (const [row, column, side] of sidesOf(rect, border)) {
      const style = `borders.${side}.style`;
      sheet.setLook(row, column, `borders.${side}.${property}`, value);
      // A line of some weight is a line.
      if (property === 'weight' && sheet.lookAt(row, column, style) === 'None') {
        sheet.setLook(row, column, style, 'Continuous');
      }
    }
  };
  return wire({
    type: 'RangeBorder',
    set: { Style: set('style'), Weight: set('weight'), Color: set('color') },
  });
}

export function formatWire(sheet: Sheet, rect: Rect): Wire {
  const sizes = (map: Map<number, number>, first: number, count: number, standard: number) => ({
    get: () => {
      const values = new Set(Array.from({ length: count }, (_, index) => map.get(first + index) ?? standard));
      return values.size === 1 ? [...values][0] : null;
    },
    set: (value: never) => {
      changing(sheet);
      for (let index = 0; index < count; index += 1) map.set(first + index, value);
    },
  });
  const width = sizes(sheet.columnWidths, rect.column, rect.columns, STANDARD.columnWidth);
  const height = sizes(sheet.rowHeights, rect.row, rect.rows, STANDARD.rowHeight);
  const own = properties(sheet, rect, {
    HorizontalAlignment: 'horizontalAlignment',
    VerticalAlignment: 'verticalAlignment',
    WrapText: 'wrapText',
  });
  const border = (key: string) => borderWire(sheet, rect, key);
  const part = (type: string, names: Readonly<Record<string, string>>) =>
    wire({ type, ...properties(sheet, rect, names) });
  return wire({
    type: 'RangeFormat',
    get: { ...own.get, ColumnWidth: width.get, RowHeight: height.get },
    set: { ...own.set, ColumnWidth: width.set, RowHeight: height.set },
    children: {
      Protection: () =>
        wire({
          type: 'FormatProtection',
          get: { Locked: () => sheet.locked(rect) },
          set: part('FormatProtection', { Locked: 'protection.locked' }).set ?? {},
        }),
      Font: () => part('RangeFont', { Name: 'font.name', Size: 'font.size', Bold: 'font.bold', Color: 'font.color' }),
      Fill: () =>
        wire({
          ...part('RangeFill', { Color: 'fill.color' }),
          methods: {
            Clear: () => {
              changing(sheet);
              for (const [row, column] of cellsOf(rect)) {
                for (const key of ['fill.color', 'fill.pattern']) sheet.setLook(row, column, key, PLAIN[key]);
              }
            },
          },
        }),
      Borders: () => wire({ type: 'RangeBorderCollection', item: border, methods: { GetItem: border } }),
    },
  });
}

type Tree = { readonly [name: string]: boolean | Tree };

/** Looks cell by cell, as far as they are asked for. */
export function cellProperties(sheet: Sheet, rect: Rect, options: { readonly format?: Tree }): unknown {
  const SIDES = ['top', 'bottom', 'left', 'right'];
  const read = (row: number, column: number, tree: Tree, path: string): Looks =>
    Object.fromEntries(
      Object.entries(tree).flatMap(([name, wanted]): [string, unknown][] => {
        const at = path === '' ? name : `${path}.${name}`;
        if (name === 'borders') {
          return [
            [name, Object.fromEntries(SIDES.map((side) => [side, read(row, column, wanted as Tree, `${at}.${side}`)]))],
          ];
        }
        if (name === 'protection') return [[name, { locked: sheet.lookAt(row, column, 'protection.locked') }]];
        return [
          [name, wanted === true ? (sheet.lookAt(row, column, at) ?? null) : read(row, column, wanted as Tree, at)],
        ];
      }),
    );
  return Array.from({ length: rect.rows }, (_, r) =>
    Array.from({ length: rect.columns }, (__, c) => ({
      format: read(rect.row + r, rect.column + c, options.format ?? {}, ''),
    })),
  );
}

export function setCellProperties(sheet: Sheet, rect: Rect, data: readonly (readonly { format?: object }[])[]): void {
  changing(sheet);
  if (data.length !== rect.rows || data.some((row) => row.length !== rect.columns)) throw invalidArgument('Range');
  const write = (row: number, column: number, value: object, path: string): void => {
    for (const [name, inner] of Object.entries(value)) {
      const at = path === '' ? name : `${path}.${name}`;
      if (typeof inner === 'object' && inner !== null) write(row, column, inner as object, at);
      else if (inner !== null) sheet.setLook(row, column, at, inner);
    }
  };
  data.forEach((cells, r) => cells.forEach(({ format = {} }, c) => write(rect.row + r, rect.column + c, format, '')));
}

export function validationWire(sheet: Sheet, rect: Rect): Wire {
  const states = () => [...cellsOf(rect)].map(([row, column]) => sheet.validationAt(row, column));
  const same = () => {
    const all = new Map(states().map((state) => [JSON.stringify(state), state]));
    return all.size === 1 ? ([...all.values()][0] as CellValidation) : null;
  };
  const set = (change: (old: CellValidation) => CellValidation) => {
    changing(sheet);
    for (const [row, column] of cellsOf(rect))
      sheet.setValidation(row, column, change(sheet.validationAt(row, column)));
  };
  const property = (name: keyof CellValidation) => (value: never) => set((old) => ({ ...old, [name]: value }));
  const typeOf = ({ rule }: CellValidation) => ('list' in rule ? 'List' : 'None');
  return wire({
    type: 'DataValidation',
    get: {
      Type: () => {
        const state = same();
        return state ? typeOf(state) : 'Inconsistent';
      },
      Rule: () => same()?.rule ?? null,
      ErrorAlert: () => same()?.errorAlert ?? null,
      Prompt: () => same()?.prompt ?? null,
      IgnoreBlanks: () => same()?.ignoreBlanks ?? null,
    },
    set: {
      Rule: (value: { readonly list?: { readonly source?: unknown } }) => {
        const source = value.list?.source;
        if (typeof source !== 'string' || (!source.startsWith('=') && source.length > 255)) {
          throw invalidArgument('DataValidation.rule');
        }
        set((old) => ({ ...old, rule: value }));
      },
      ErrorAlert: property('errorAlert'),
      Prompt: (value: CellValidation['prompt']) => {
        if (value.title.length > 32 || value.message.length > 255) throw invalidArgument('DataValidation.prompt');
        set((old) => ({ ...old, prompt: value }));
      },
      IgnoreBlanks: property('ignoreBlanks'),
    },
    methods: { Clear: () => set(() => NO_VALIDATION) },
  });
}

/** `areas` and `range` make the answers to questions for the print area and the titles. */
export function pageWire(sheet: Sheet, areas: (address: string) => Wire, range: (address: string) => Wire): Wire {
  const { page } = sheet;
  const plain = (
    [
      'orientation',
      'paperSize',
      'zoom',
      'centerHorizontally',
      'topMargin',
      'rightMargin',
      'bottomMargin',
      'leftMargin',
    ] as const
  ).map((key) => [key.charAt(0).toUpperCase() + key.slice(1), key] as const);
  const put = (key: keyof Page, value: unknown) => {
    changing(sheet);
    Object.assign(page, { [key]: value });
  };
  const address = (place: Wire | string) =>
    (typeof place === 'string' ? place : String(place.get?.['Address']?.()).replace(/^.*!/, '')) || null;
  const footer = () =>
    wire({
      type: 'HeaderFooter',
      get: { CenterFooter: () => page.centerFooter },
      set: { CenterFooter: (value: string) => put('centerFooter', value) },
    });
  return wire({
    type: 'PageLayout',
    get: Object.fromEntries(plain.map(([name, key]) => [name, () => page[key]])),
    set: Object.fromEntries(plain.map(([name, key]) => [name, (value: never) => put(key, value)])),
    children: {
      HeadersFooters: () => wire({ type: 'HeaderFooterGroup', children: { DefaultForAllPages: footer } }),
    },
    methods: {
      GetPrintAreaOrNullObject: () => (page.printArea === null ? null : areas(page.printArea)),
      GetPrintTitleRowsOrNullObject: () => (page.titleRows === null ? null : range(page.titleRows)),
      SetPrintArea: (place: Wire | string) => put('printArea', address(place)),
      SetPrintTitleRows: (place: Wire | string) => put('titleRows', address(place)?.replaceAll('$', '') ?? null),
    },
  });
}
