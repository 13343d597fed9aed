import { changing } from './drawing';
import { OfficeError, invalidArgument, itemNotFound } from './office-error';
import { wire } from './wire';
import type { Wire } from './wire';
import type { Rect, Sheet } from './workbook';

export interface ChartSeries {
  /** `null` where the range named none. */
  readonly name: string | null;
  readonly values: Rect;
  color: string | null;
  labels: boolean;
  labelFormat: string;
  gap: number;
}

/** A chart as Excel holds it: it knows cells, not numbers. */
export interface ChartState {
  readonly id: string;
  name: string;
  readonly type: string;
  readonly source: Rect;
  readonly categories: Rect | null;
  readonly series: ChartSeries[];
  title: string;
  /** The cells of its corners. */
  place: readonly [Rect, Rect] | null;
  legend: string | null;
  categoryTitle: string;
  valueTitle: string;
  minimum: unknown;
  numberFormat: string;
}

/** What Excel makes of a range: a first column of texts are categories, a first row of texts are names. */
function chartOf(sheet: Sheet, type: string, { row, column, rows, columns }: Rect): ChartState {
  const isText = (r: number, c: number) => {
    const cell = sheet.at(r, c);
    return cell !== undefined && cell.formula === null && typeof cell.value === 'string' && cell.value !== '';
  };
  const headed = columns > 1 && isText(row, column + columns - 1);
  const first = headed ? 1 : 0;
  const named = isText(row + first, column);
  const from = named ? 1 : 0;
  const id = sheet.workbook.newId();
  return {
    id,
    name: `Chart ${sheet.charts.length + 1}`,
    type,
    source: { row, column, rows, columns },
    categories: named ? { row: row + first, column, rows: rows - first, columns: 1 } : null,
    series: Array.from({ length: columns - from }, (_, at) => ({
      name: headed ? String(sheet.at(row, column + from + at)?.value ?? '') : null,
      values: { row: row + first, column: column + from + at, rows: rows - first, columns: 1 },
      color: null,
      labels: false,
      labelFormat: 'General',
      gap: 150,
    })),
    title: '',
    place: null,
    legend: 'Right',
    categoryTitle: '',
    valueTitle: '',
    minimum: '',
    numberFormat: 'General',
  };
}

/** `sheet.charts`; `rectOf` tells the cells of a range that is handed over. */
export function chartsWire(sheet: Sheet, rectOf: (range: Wire) => Rect): Wire {
  const find = (name: string) => sheet.charts.find((chart) => chart.name.toLowerCase() === name.toLowerCase());
  const found = (name: string) => {
    const chart = find(name);
    if (!chart) throw itemNotFound('ChartCollection.getItem');
    return chartWire(sheet, chart, rectOf);
  };
  return wire({
    type: 'ChartCollection',
    items: () => sheet.charts.map((chart) => chartWire(sheet, chart, rectOf)),
    item: found,
    methods: {
      GetItem: found,
      GetItemOrNullObject: (name: string) => {
        const chart = find(name);
        return chart ? chartWire(sheet, chart, rectOf) : null;
      },
      Add: (type: string, source: Wire, seriesBy: string) => {
        changing(sheet);
        if (seriesBy !== 'Columns') throw new OfficeError('NotImplemented', 'stand-in: series by columns only');
        const chart = chartOf(sheet, type, rectOf(source));
        sheet.charts.push(chart);
        return chartWire(sheet, chart, rectOf);
      },
    },
  });
}

function chartWire(sheet: Sheet, chart: ChartState, rectOf: (range: Wire) => Rect): Wire {
  const put = <T>(assign: (value: T) => void) => {
    return (value: T) => {
      changing(sheet);
      assign(value);
    };
  };
  const axis = (type: 'Category' | 'Value') => {
    const key = type === 'Category' ? 'categoryTitle' : 'valueTitle';
    return wire({
      type: 'ChartAxis',
      set: {
        Minimum: put((value: unknown) => {
          if (type === 'Category') throw invalidArgument('ChartAxis.minimum');
          chart.minimum = value;
        }),
        NumberFormat: put((value: string) => (chart.numberFormat = value)),
      },
      children: {
        Title: () => wire({ type: 'ChartAxisTitle', set: { Text: put((value: string) => (chart[key] = value)) } }),
        MajorGridlines: () => lines(),
      },
    });
  };
  const lines = () =>
    wire({
      type: 'ChartGridlines',
      children: {
        Format: () =>
          wire({
            type: 'ChartGridlinesFormat',
            children: { Line: () => wire({ type: 'ChartLineFormat', set: { Color: put(() => undefined) } }) },
          }),
      },
    });
  return wire({
    type: 'Chart',
    id: { Id: chart.id },
    get: { Id: () => chart.id, Name: () => chart.name },
    set: { Name: put((value: string) => (chart.name = value)) },
    children: {
      Title: () =>
        wire({
          type: 'ChartTitle',
          set: { Text: put((value: string) => (chart.title = value)) },
          children: {
            Format: () =>
              wire({
                type: 'ChartTitleFormat',
                children: {
                  Font: () =>
                    wire({ type: 'ChartFont', set: { Size: put(() => undefined), Bold: put(() => undefined) } }),
                },
              }),
          },
        }),
      Legend: () =>
        wire({
          type: 'ChartLegend',
          set: {
            Visible: put((value: boolean) => (chart.legend = value ? (chart.legend ?? 'Right') : null)),
            Position: put((value: string) => (chart.legend = value)),
          },
        }),
      Axes: () =>
        wire({
          type: 'ChartAxes',
          children: { CategoryAxis: () => axis('Category'), ValueAxis: () => axis('Value') },
        }),
      Series: () =>
        wire({
          type: 'ChartSeriesCollection',
          methods: {
            GetCount: () => chart.series.length,
            GetItemAt: (at: number) => {
              const series = chart.series[at];
              if (!series) throw invalidArgument('ChartSeriesCollection.getItemAt');
              return seriesWire(series, put);
            },
          },
        }),
    },
    methods: {
      SetPosition: (start: Wire, end: Wire) => {
        changing(sheet);
        chart.place = [rectOf(start), rectOf(end)];
      },
      Delete: () => {
        changing(sheet);
        sheet.charts = sheet.charts.filter((other) => other !== chart);
      },
    },
  });
}

function seriesWire(series: ChartSeries, put: <T>(assign: (value: T) => void) => (value: T) => void): Wire {
  return wire({
    type: 'ChartSeries',
    set: {
      GapWidth: put((value: number) => {
        if (value < 0 || value > 500) throw invalidArgument('ChartSeries.gapWidth');
        series.gap = value;
      }),
      HasDataLabels: put((value: boolean) => (series.labels = value)),
    },
    children: {
      Format: () =>
        wire({
          type: 'ChartSeriesFormat',
          children: {
            Fill: () =>
              wire({
                type: 'ChartFill',
                methods: {
                  SetSolidColor: put((value: string) => {
                    if (!/^#[0-9A-F]{6}$/i.test(value)) throw invalidArgument('ChartFill.setSolidColor');
                    series.color = value;
                  }),
                },
              }),
          },
        }),
      DataLabels: () => {
        // Excel has none to speak of until they are switched on.
        if (!series.labels) throw new OfficeError('InvalidOperation', 'The series has no data labels.');
        return wire({
          type: 'ChartDataLabels',
          set: {
            ShowValue: put(() => undefined),
            NumberFormat: put((value: string) => (series.labelFormat = value)),
          },
        });
      },
    },
  });
}
