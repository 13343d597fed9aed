import { columnName } from '../../core/sheet';
import type { PageSetupEdit, Range } from '../../core/sheet';
import type { EtPageSetup, EtWorksheet } from './et';

/** Everything of a page setup that we change. */
export type KeptPage = { -readonly [K in keyof EtPageSetup]: EtPageSetup[K] };

const POINTS_PER_CENTIMETRE = 72 / 2.54;
const PORTRAIT = 1;
const LANDSCAPE = 2;
const PAPER = { A3: 8, A4: 9 } as const;
export const PAGE_NUMBERS = '第 &P 页，共 &N 页';

/** In the order in which they are set: pages are fitted only while there is no zoom. */
const FIELDS = [
  'Orientation',
  'PaperSize',
  'TopMargin',
  'RightMargin',
  'BottomMargin',
  'LeftMargin',
  'PrintArea',
  'PrintTitleRows',
  'CenterFooter',
  'FitToPagesWide',
  'FitToPagesTall',
  'Zoom',
] as const satisfies readonly (keyof EtPageSetup)[];

export function keepPage(sheet: EtWorksheet): KeptPage {
  const page = sheet.PageSetup;
  return Object.fromEntries(FIELDS.map((field) => [field, page[field]])) as unknown as KeptPage;
}

export function putPage(sheet: EtWorksheet, kept: KeptPage): void {
  const page: Record<string, unknown> = sheet.PageSetup as never;
  page.Zoom = false;
  for (const field of FIELDS) page[field] = kept[field];
}

function absolute({ top, left, bottom, right }: Range): string {
  return `$${columnName(left)}$${top + 1}:$${columnName(right)}$${bottom + 1}`;
}

/** What an edit does not name (a print area, titles) is taken away. */
export function setUpPage(sheet: EtWorksheet, edit: PageSetupEdit): void {
  const { margins, printArea, titleRows } = edit;
  const points = (centimetres: number) => centimetres * POINTS_PER_CENTIMETRE;
  putPage(sheet, {
    Orientation: edit.orientation === 'landscape' ? LANDSCAPE : PORTRAIT,
    PaperSize: PAPER[edit.paper],
    TopMargin: points(margins.top),
    RightMargin: points(margins.right),
    BottomMargin: points(margins.bottom),
    LeftMargin: points(margins.left),
    PrintArea: printArea ? absolute(printArea) : '',
    PrintTitleRows: titleRows ? `$${titleRows.top + 1}:$${titleRows.bottom + 1}` : '',
    CenterFooter: edit.pageNumbers ? PAGE_NUMBERS : '',
    FitToPagesWide: 1,
    FitToPagesTall: false,
    Zoom: false,
  });
}
