/** How a sheet looks, as far as a grid shows it. Sizes are in points, widths and heights in pixels at 96 dpi. */

export type BorderLine = 'thin' | 'medium' | 'thick' | 'double' | 'dotted' | 'dashed' | 'hair';

export interface Border {
  readonly line: BorderLine;
  /** `#RRGGBB`. */
  readonly color: string;
}

export interface CellLooks {
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  readonly strike?: boolean;
  readonly font?: string;
  readonly size?: number;
  readonly color?: string;
  readonly fill?: string;
  readonly horizontal?: 'left' | 'center' | 'right';
  readonly vertical?: 'top' | 'middle' | 'bottom';
  readonly wrap?: boolean;
  readonly top?: Border;
  readonly right?: Border;
  readonly bottom?: Border;
  readonly left?: Border;
}

export interface SheetLooks {
  /** Different looks on the sheet; `cells[row]?.[column]` names one of them by its number. Empty cells have looks too. */
  readonly looks: readonly CellLooks[];
  readonly cells: readonly (readonly (number | undefined)[] | undefined)[];
  readonly columnWidths: ReadonlyMap<number, number>;
  readonly rowHeights: ReadonlyMap<number, number>;
  readonly defaultColumnWidth: number;
  readonly defaultRowHeight: number;
  /** Rows and columns that do not scroll. */
  readonly frozen: { readonly rows: number; readonly columns: number };
  readonly gridlines: boolean;
}
