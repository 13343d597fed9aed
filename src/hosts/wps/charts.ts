import type { ChartEdit } from '../../core/sheet';
import { HostError } from '../host';
import { sheetKey } from '../plan';
import type { Plan } from '../plan';
import { rangeIn } from './blocks';
import type { EtChart, EtChartHolder, EtCollection, EtWorksheet } from './et';
import { bgr } from './looks';

const COLUMN_CLUSTERED = 51;
const STANDARD_STYLE = 201;
const BY_COLUMNS = 2;
const AXIS = { categories: 1, values: 2 };
const BOTTOM = -4107;
const TITLE_SIZE = 14;
/** Space between the groups of columns, in percent of a column. */
const GAP = 80;

/** What was done to the charts of sheets that were there before. */
export interface ChartProgress {
  /** How many charts a sheet had before one was added. */
  readonly counts: { readonly sheet: EtWorksheet; readonly count: number }[];
  readonly removed: { readonly sheet: EtWorksheet; readonly edit: ChartEdit }[];
}

/** Either of the two ways in: which one a build has is not known. */
function holdersOn(sheet: EtWorksheet): EtChartHolder[] {
  const list = (all: EtCollection<EtChartHolder>) =>
    Array.from({ length: all.Count }, (_, index) => all.Item(index + 1));
  if (sheet.ChartObjects) return list(sheet.ChartObjects());
  return sheet.Shapes ? list(sheet.Shapes).filter(({ HasChart: has }) => Boolean(has)) : [];
}

function chartNamed(sheet: EtWorksheet, name: string): EtChartHolder | undefined {
  return holdersOn(sheet).find((holder) => holder.Name === name);
}

/** Throws where a chart is there already under the name of one that the plan adds. */
export function refuseTakenCharts(plan: Plan, sheetOf: (name: string) => EtWorksheet | null): void {
  for (const { sheet: name, name: chart } of plan.charts) {
    const sheet = sheetOf(name);
    if (sheet && chartNamed(sheet, chart)) throw new HostError('chart-exists', chart);
  }
}

export function writeCharts(
  plan: Plan,
  progress: ChartProgress,
  sheetOf: (name: string) => EtWorksheet,
  isAdded: (name: string) => boolean,
): void {
  for (const edit of plan.removeCharts) {
    const sheet = sheetOf(edit.sheet);
    const holder = chartNamed(sheet, edit.name);
    if (!holder) continue;
    progress.removed.push({ sheet, edit });
    holder.Delete();
  }
  const noted = new Set<string>();
  for (const edit of plan.charts) {
    const sheet = sheetOf(edit.sheet);
    const key = sheetKey(edit.sheet);
    if (!isAdded(edit.sheet) && !noted.has(key)) {
      noted.add(key);
      progress.counts.push({ sheet, count: holdersOn(sheet).length });
    }
    addChart(sheet, edit);
  }
}

/** After a failure; it looks first, so that a second try goes on where the first one ended. */
export function restoreCharts({ counts, removed }: ChartProgress): void {
  for (const { sheet, count } of counts) {
    for (const holder of holdersOn(sheet).slice(count).reverse()) holder.Delete();
  }
  for (const { sheet, edit } of removed) if (!chartNamed(sheet, edit.name)) addChart(sheet, edit);
}

/** The newer way, and where it gives nothing that holds, the older one. */
function addChart(sheet: EtWorksheet, edit: ChartEdit): void {
  const { Left: left, Top: top, Width: width, Height: height } = rangeIn(sheet, edit.place);
  const ways: (() => EtChartHolder)[] = [];
  const { Shapes: shapes } = sheet;
  if (shapes?.AddChart2) {
    ways.push(() => shapes.AddChart2?.(STANDARD_STYLE, COLUMN_CLUSTERED, left, top, width, height) as EtChartHolder);
  }
  if (sheet.ChartObjects) ways.push(() => sheet.ChartObjects?.().Add(left, top, width, height) as EtChartHolder);
  let broken: unknown = new HostError('unsupported', 'charts');
  for (const way of ways) {
    const count = holdersOn(sheet).length;
    try {
      fill(sheet, way(), edit);
      return;
    } catch (reason) {
      broken = reason;
      for (const holder of holdersOn(sheet).slice(count).reverse()) holder.Delete();
    }
  }
  throw broken;
}

/** A new chart shows whatever is selected: what it is to show comes first, and is looked at after. */
function fill(sheet: EtWorksheet, holder: EtChartHolder, edit: ChartEdit): void {
  const chart = holder.Chart;
  chart.ChartType = COLUMN_CLUSTERED;
  chart.SetSourceData(rangeIn(sheet, edit.source), BY_COLUMNS);
  chart.HasTitle = true;
  chart.ChartTitle.Text = edit.title;
  holder.Name = edit.name;
  const count = (chart.SeriesCollection() as EtCollection<unknown>).Count;
  if (count !== edit.colors.length) throw new HostError('host', `${edit.name}: ${count}`);
  if (chart.ChartTitle.Text !== edit.title || !chartNamed(sheet, edit.name)) throw new HostError('host', edit.name);
  dress(holder, chart, edit);
}

/** Looks that a build does not have leave a plainer chart, not none. */
function dress(holder: EtChartHolder, chart: EtChart, edit: ChartEdit): void {
  const { axes, numberFormat } = edit;
  const looks = [
    () => (alternativeOf(holder).AlternativeText = edit.alternative),
    () => {
      chart.ChartTitle.Font.Size = TITLE_SIZE;
      chart.ChartTitle.Font.Bold = true;
    },
    () => {
      chart.HasLegend = true;
      chart.Legend.Position = BOTTOM;
    },
    ...(['categories', 'values'] as const).map((which) => () => {
      const axis = chart.Axes(AXIS[which]);
      axis.HasTitle = true;
      axis.AxisTitle.Text = axes[which];
    }),
    () => (chart.Axes(AXIS.values).MinimumScale = 0),
    () => (chart.Axes(AXIS.values).TickLabels.NumberFormat = numberFormat),
    () => (chart.ChartGroups(1).GapWidth = GAP),
    ...edit.colors.flatMap((color, index) => {
      const series = () => chart.SeriesCollection(index + 1);
      return [
        () => (series().Format.Fill.ForeColor.RGB = bgr(color)),
        () => {
          series().HasDataLabels = true;
          series().DataLabels().NumberFormat = numberFormat;
        },
      ];
    }),
  ];
  for (const look of looks) {
    try {
      look();
    } catch {
      // The next one.
    }
  }
}

/** A chart object has its text at the shape that it is. */
function alternativeOf(holder: EtChartHolder): { AlternativeText: string } {
  return holder.HasChart === undefined ? holder.ShapeRange.Item(1) : holder;
}
