/**
 * The part of WPS 表格's object model (ET) that is used here. Everything is synchronous; each property and each method is
 * a call over the bridge. Whatever has parameters is a method, whatever counts is counted from 1.
 */

/** One cell gives a scalar, a block an array of rows; what comes is looked at before it is believed. */
export type EtValue = unknown;

export interface EtCollection<T> {
  readonly Count: number;
  Item(at: number): T;
}

export interface EtInterior {
  /** Blue, green, red: `red | green << 8 | blue << 16`; null where cells differ. */
  Color: number | null;
  Pattern: number | null;
}

export interface EtFont {
  Name: string | null;
  Size: number | null;
  Bold: boolean | null;
  Color: number | null;
}

export interface EtBorder {
  LineStyle: number | null;
  Weight: number | null;
  Color: number | null;
}

/** As a whole: all edges of all cells. */
export interface EtBorders extends EtBorder {
  Item(edge: number): EtBorder;
}

export interface EtComment {
  Text(): string;
  readonly Parent: EtRange;
  Delete(): void;
}

export interface EtFormatCondition {
  readonly Type: number;
  /** Throws for kinds that have none. */
  readonly Formula1: string;
  readonly AppliesTo: EtRange;
  readonly Interior: EtInterior;
  SetFirstPriority(): void;
  Delete(): void;
}

export interface EtFormatConditions extends EtCollection<EtFormatCondition> {
  Add(type: number, operator: number | null, formula: string): EtFormatCondition;
}

/** Every property throws where there is no validation, or not the same one in all cells. */
export interface EtValidation {
  readonly Type: number;
  readonly AlertStyle: number;
  readonly Operator: number;
  readonly Formula1: string;
  readonly Formula2: string;
  IgnoreBlank: boolean;
  InCellDropdown: boolean;
  InputTitle: string;
  InputMessage: string;
  ErrorTitle: string;
  ErrorMessage: string;
  ShowInput: boolean;
  ShowError: boolean;
  /** Refused where there is one already: `Delete` first. */
  Add(type: number, alertStyle: number, operator: number, formula1: string, formula2?: string): void;
  Delete(): void;
}

/** Null stands for a property that is not the same in all cells. */
export interface EtRange {
  Value2: EtValue;
  Formula: EtValue;
  readonly HasFormula: boolean | null;
  NumberFormat: string | null;
  HorizontalAlignment: number | null;
  VerticalAlignment: number | null;
  WrapText: boolean | null;
  Locked: boolean | null;
  ColumnWidth: number | null;
  RowHeight: number | null;
  readonly Font: EtFont;
  readonly Interior: EtInterior;
  readonly Borders: EtBorders;
  readonly MergeCells: boolean | null;
  /** Of one cell only. */
  readonly MergeArea: EtRange;
  /** Of whole rows or columns only. */
  readonly Hidden: boolean | null;
  readonly EntireRow: EtRange;
  readonly EntireColumn: EtRange;
  readonly Areas: EtCollection<EtRange>;
  /** In points from the corner of the sheet. */
  readonly Left: number;
  readonly Top: number;
  readonly Width: number;
  readonly Height: number;
  readonly Validation: EtValidation;
  readonly FormatConditions: EtFormatConditions;
  Address(rowAbsolute: boolean, columnAbsolute: boolean): string;
  Find(
    what: string,
    after: undefined,
    lookIn: number,
    lookAt: number,
    order: number,
    direction: number,
  ): EtRange | null;
  /** Throws where nothing matches; of more than one cell only. */
  SpecialCells(kind: number): EtRange;
  AddComment(text: string): EtComment;
  Merge(): void;
  UnMerge(): void;
  Insert(shift: number): void;
  Delete(shift: number): void;
  Select(): void;
}

export interface EtPageSetup {
  Orientation: number;
  PaperSize: number;
  TopMargin: number;
  RightMargin: number;
  BottomMargin: number;
  LeftMargin: number;
  PrintArea: string;
  PrintTitleRows: string;
  Zoom: number | boolean;
  FitToPagesWide: number | boolean;
  FitToPagesTall: number | boolean;
  CenterFooter: string;
}

export interface EtAxis {
  HasTitle: boolean;
  /** Throws while there is none. */
  readonly AxisTitle: { Text: string };
  /** Of the axis of values only. */
  MinimumScale: number;
  readonly TickLabels: { NumberFormat: string };
}

export interface EtSeries {
  readonly Format: { readonly Fill: { readonly ForeColor: { RGB: number } } };
  HasDataLabels: boolean;
  DataLabels(): { NumberFormat: string };
}

export interface EtChart {
  ChartType: number;
  HasTitle: boolean;
  /** Throws while there is none. */
  readonly ChartTitle: { Text: string; readonly Font: EtFont };
  HasLegend: boolean;
  readonly Legend: { Position: number };
  SetSourceData(source: EtRange, plotBy: number): void;
  Axes(type: number): EtAxis;
  ChartGroups(at: number): { GapWidth: number };
  SeriesCollection(): EtCollection<EtSeries>;
  SeriesCollection(at: number): EtSeries;
}

/** The shape or the chart object that a chart is in. */
export interface EtChartHolder {
  Name: string;
  readonly Chart: EtChart;
  /** Of shapes only. */
  readonly HasChart?: boolean | number;
  /** Of shapes only. */
  AlternativeText: string;
  /** Of chart objects only. */
  readonly ShapeRange: EtCollection<{ AlternativeText: string }>;
  Delete(): void;
}

export interface EtShapes extends EtCollection<EtChartHolder> {
  /** What is selected becomes what it shows. */
  AddChart2?(style: number, type: number, left: number, top: number, width: number, height: number): EtChartHolder;
}

export interface EtChartObjects extends EtCollection<EtChartHolder> {
  Add(left: number, top: number, width: number, height: number): EtChartHolder;
}

export interface EtWorksheet {
  Name: string;
  /** -1 shown, 0 hidden, 2 hidden for good. */
  Visible: number;
  readonly ProtectContents: boolean;
  readonly UsedRange: EtRange;
  readonly Cells: EtRange;
  readonly Comments: EtCollection<EtComment>;
  readonly PageSetup: EtPageSetup;
  /** Builds may lack either of the two. */
  readonly Shapes?: EtShapes;
  ChartObjects?(): EtChartObjects;
  Range(address: string): EtRange;
  Protect(): void;
  Unprotect(): void;
  Activate(): void;
  Delete(): void;
}

export interface EtSheets extends EtCollection<EtWorksheet> {
  /** The new sheet is shown at once. */
  Add(before: null, after: EtWorksheet): EtWorksheet;
}

export interface EtWorkbook {
  readonly Name: string;
  readonly ActiveSheet: EtWorksheet | null;
  readonly Worksheets: EtSheets;
  Activate(): void;
}

export interface EtApplication {
  /** Null where no file is open. */
  readonly ActiveWorkbook: EtWorkbook | null;
  readonly Workbooks: unknown;
  readonly Ready?: boolean;
  ScreenUpdating: boolean;
  DisplayAlerts: boolean;
}

export type EtListener = (...args: never[]) => void;

export interface EtApiEvent {
  AddApiEventListener(name: string, listener: EtListener): void;
  RemoveApiEventListener(name: string, listener: EtListener): void;
}
