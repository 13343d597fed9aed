import type { ChartEdit } from '../../core/sheet';
import { HostError } from '../host';
import { sheetKey } from '../plan';
import type { Plan } from '../plan';
import { rangeIn } from './blocks';

const LINES = '#D9D9D9';
const TITLE_SIZE = 14;
/** Space between the groups of columns, in percent of a column. */
const GAP = 80;

const keyOf = ({ sheet, name }: ChartEdit) => `${sheetKey(sheet)}!${name}`;

/**
 * Asks which of a plan's charts are there, on sheets that are. The returned function is to be called after the next
 * sync; it throws where one that is to be added has been there before.
 */
export function askCharts(plan: Plan, sheetOf: (name: string) => Excel.Worksheet | null): () => ReadonlySet<string> {
  const ask = (edits: readonly ChartEdit[]) =>
    edits.flatMap((edit) => {
      const found = sheetOf(edit.sheet)?.charts.getItemOrNullObject(edit.name).load('name');
      return found ? [{ edit, found }] : [];
    });
  const [added, removed] = [ask(plan.charts), ask(plan.removeCharts)];
  return () => {
    const taken = added.find(({ found }) => !found.isNullObject);
    if (taken) throw new HostError('chart-exists', taken.edit.name);
    return new Set(removed.filter(({ found }) => !found.isNullObject).map(({ edit }) => keyOf(edit)));
  };
}

/** Queues what a plan does to charts. What it returns throws, after the next sync, where Excel drew something else. */
export function queueCharts(
  plan: Plan,
  there: ReadonlySet<string>,
  sheetOf: (name: string) => Excel.Worksheet,
): () => void {
  for (const edit of plan.removeCharts) {
    if (there.has(keyOf(edit))) sheetOf(edit.sheet).charts.getItem(edit.name).delete();
  }
  const checks = plan.charts.map((edit) => ({ edit, series: queueChart(sheetOf(edit.sheet), edit) }));
  return () => {
    for (const { edit, series } of checks) {
      if (series.value !== edit.colors.length) throw new HostError('host', `${edit.name}: ${series.value}`);
    }
  };
}

/** After a failure: takes away what was added to sheets of before, and draws again what was taken away. */
export function askChartsBack(
  plan: Plan,
  there: ReadonlySet<string>,
  sheetOf: (name: string) => Excel.Worksheet | null,
): () => void {
  const ask = (edits: readonly ChartEdit[]) =>
    edits.flatMap((edit) => {
      const sheet = sheetOf(edit.sheet);
      return sheet ? [{ edit, sheet, found: sheet.charts.getItemOrNullObject(edit.name).load('name') }] : [];
    });
  const [added, removed] = [ask(plan.charts), ask(plan.removeCharts.filter((edit) => there.has(keyOf(edit))))];
  return () => {
    for (const { found } of added) if (!found.isNullObject) found.delete();
    for (const { edit, sheet, found } of removed) if (found.isNullObject) queueChart(sheet, edit);
  };
}

/** Office.js has no alternative text for charts: what it would say stands in the cells. */
function queueChart(sheet: Excel.Worksheet, edit: ChartEdit): OfficeExtension.ClientResult<number> {
  const { source, place, title, axes, numberFormat, colors } = edit;
  const chart = sheet.charts.add('ColumnClustered', rangeIn(sheet, source), 'Columns');
  chart.name = edit.name;
  chart.setPosition(
    rangeIn(sheet, { ...place, bottom: place.top, right: place.left }),
    rangeIn(sheet, { ...place, top: place.bottom, left: place.right }),
  );
  chart.title.text = title;
  chart.title.format.font.size = TITLE_SIZE;
  chart.title.format.font.bold = true;
  chart.legend.visible = true;
  chart.legend.position = 'Bottom';
  const { categoryAxis, valueAxis } = chart.axes;
  categoryAxis.title.text = axes.categories;
  valueAxis.title.text = axes.values;
  valueAxis.minimum = 0;
  valueAxis.numberFormat = numberFormat;
  valueAxis.majorGridlines.format.line.color = LINES;
  for (const [at, color] of colors.entries()) {
    const series = chart.series.getItemAt(at);
    series.format.fill.setSolidColor(color);
    series.gapWidth = GAP;
    series.hasDataLabels = true;
    series.dataLabels.showValue = true;
    series.dataLabels.numberFormat = numberFormat;
  }
  return chart.series.getCount();
}
