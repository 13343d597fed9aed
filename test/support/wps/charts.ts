import type { Range } from '../../../src/core/sheet';
import { EtObject } from './bridge';
import { colour } from './looks';
import type { World } from './model';
import { EtList } from './parts';
import type { EtRange } from './range';
import { EtError } from './state';
import type { SheetState } from './state';

export interface SeriesState {
  color: number | null;
  labels: boolean;
  labelFormat: string;
}

/** A chart as WPS holds it: it knows cells, not numbers. */
export interface ChartState {
  name: string;
  alternative: string;
  type: number;
  source: Range;
  series: SeriesState[];
  /** Null while there is none. */
  title: string | null;
  legend: number | null;
  categoryTitle: string | null;
  valueTitle: string | null;
  minimum: number | null;
  format: string;
  gap: number;
  /** Left, top, width, height in points. */
  readonly box: readonly number[];
}

const seriesIn = ({ left, right }: Range): SeriesState[] =>
  Array.from({ length: Math.max(1, right - left) }, () => ({ color: null, labels: false, labelFormat: 'General' }));

function newChart(sheet: SheetState, type: number, box: readonly number[]): ChartState {
  const source = sheet.book.selection;
  return {
    name: `图表 ${sheet.charts.length + 1}`,
    alternative: '',
    type,
    source,
    series: seriesIn(source),
    title: null,
    legend: null,
    categoryTitle: null,
    valueTitle: null,
    minimum: null,
    format: 'General',
    gap: 219,
    box,
  };
}

/** Everything that belongs to one chart; each change is a write, refused while the sheet is protected. */
abstract class EtOfChart extends EtObject {
  constructor(
    protected readonly sheet: SheetState,
    protected readonly state: ChartState,
  ) {
    super();
  }
  protected put(change: () => void): void {
    this.sheet.book.writing();
    this.sheet.refuseProtected();
    if (!this.sheet.charts.includes(this.state)) throw new EtError('对象已删除');
    change();
  }
}

/** Something with one text, where there is one. */
class EtTitle extends EtOfChart {
  constructor(
    sheet: SheetState,
    state: ChartState,
    private readonly key: 'title' | 'categoryTitle' | 'valueTitle',
  ) {
    super(sheet, state);
    if (state[key] === null) throw new EtError('没有标题');
  }
  get Text() {
    return this.state[this.key] ?? '';
  }
  set Text(value) {
    this.put(() => (this.state[this.key] = value));
  }
  get Font() {
    return new EtTitleFont(this.sheet, this.state);
  }
}

class EtTitleFont extends EtOfChart {
  get Size() {
    return 14;
  }
  set Size(_: number) {
    this.put(() => undefined);
  }
  get Bold() {
    return false;
  }
  set Bold(_: boolean) {
    this.put(() => undefined);
  }
}

class EtTickLabels extends EtOfChart {
  get NumberFormat() {
    return this.state.format;
  }
  set NumberFormat(value) {
    this.put(() => (this.state.format = value));
  }
}

class EtAxis extends EtOfChart {
  constructor(
    sheet: SheetState,
    state: ChartState,
    private readonly type: number,
  ) {
    super(sheet, state);
    if (type !== 1 && type !== 2) throw new EtError(`没有坐标轴 ${type}`);
  }
  private get key() {
    return this.type === 1 ? 'categoryTitle' : 'valueTitle';
  }
  get HasTitle() {
    return this.state[this.key] !== null;
  }
  set HasTitle(value) {
    this.put(() => (this.state[this.key] = value ? (this.state[this.key] ?? '坐标轴标题') : null));
  }
  get AxisTitle() {
    return new EtTitle(this.sheet, this.state, this.key);
  }
  get MinimumScale() {
    return this.state.minimum ?? 0;
  }
  set MinimumScale(value) {
    if (this.type === 1) throw new EtError('分类轴没有最小值');
    this.put(() => (this.state.minimum = value));
  }
  get TickLabels() {
    return new EtTickLabels(this.sheet, this.state);
  }
}

class EtLegend extends EtOfChart {
  get Position() {
    return this.state.legend ?? 0;
  }
  set Position(value) {
    if (this.state.legend === null) throw new EtError('没有图例');
    this.put(() => (this.state.legend = value));
  }
}

class EtGroup extends EtOfChart {
  get GapWidth() {
    return this.state.gap;
  }
  set GapWidth(value) {
    this.put(() => (this.state.gap = value));
  }
}

class EtSeries extends EtOfChart {
  constructor(
    sheet: SheetState,
    state: ChartState,
    private readonly series: SeriesState,
  ) {
    super(sheet, state);
  }
  get Format(): this {
    return this;
  }
  get Fill(): this {
    return this;
  }
  get ForeColor(): this {
    return this;
  }
  get RGB() {
    return this.series.color;
  }
  set RGB(value) {
    this.put(() => (this.series.color = colour(value)));
  }
  get HasDataLabels() {
    return this.series.labels;
  }
  set HasDataLabels(value) {
    this.put(() => (this.series.labels = value));
  }
  DataLabels(): EtDataLabels {
    if (!this.series.labels) throw new EtError('没有数据标签');
    return new EtDataLabels(this.sheet, this.state, this.series);
  }
}

class EtDataLabels extends EtOfChart {
  constructor(
    sheet: SheetState,
    state: ChartState,
    private readonly series: SeriesState,
  ) {
    super(sheet, state);
  }
  get NumberFormat() {
    return this.series.labelFormat;
  }
  set NumberFormat(value) {
    this.put(() => (this.series.labelFormat = value));
  }
}

export class EtChart extends EtOfChart {
  get ChartType() {
    return this.state.type;
  }
  set ChartType(value) {
    this.put(() => (this.state.type = value));
  }
  get HasTitle() {
    return this.state.title !== null;
  }
  set HasTitle(value) {
    this.put(() => (this.state.title = value ? (this.state.title ?? '图表标题') : null));
  }
  get ChartTitle() {
    return new EtTitle(this.sheet, this.state, 'title');
  }
  get HasLegend() {
    return this.state.legend !== null;
  }
  set HasLegend(value) {
    this.put(() => (this.state.legend = value ? -4152 : null));
  }
  get Legend() {
    return new EtLegend(this.sheet, this.state);
  }
  SetSourceData(source: EtRange, plotBy: number): void {
    if (plotBy !== 2) throw new EtError('stand-in: by columns only');
    if (source.sheet !== this.sheet) throw new EtError('stand-in: of the same sheet only');
    this.put(() => {
      this.state.source = source.areas[0] as Range;
      this.state.series = seriesIn(this.state.source);
    });
  }
  Axes(type: number): EtAxis {
    return new EtAxis(this.sheet, this.state, type);
  }
  ChartGroups(_at: number): EtGroup {
    return new EtGroup(this.sheet, this.state);
  }
  SeriesCollection(at?: number): EtObject {
    const all = this.state.series.map((series) => new EtSeries(this.sheet, this.state, series));
    return at === undefined ? new EtList(all) : new EtList(all).Item(at);
  }
}

abstract class EtHolder extends EtOfChart {
  get Name() {
    return this.state.name;
  }
  set Name(value) {
    this.put(() => (this.state.name = value));
  }
  get Chart() {
    return new EtChart(this.sheet, this.state);
  }
  Delete(): void {
    this.put(() => (this.sheet.charts = this.sheet.charts.filter((other) => other !== this.state)));
  }
}

export class EtShape extends EtHolder {
  get HasChart() {
    return -1;
  }
  get AlternativeText() {
    return this.state.alternative;
  }
  set AlternativeText(value) {
    this.put(() => (this.state.alternative = value));
  }
}

export class EtChartObject extends EtHolder {
  get HasChart() {
    return undefined;
  }
  get ShapeRange() {
    return new EtList([new EtShape(this.sheet, this.state)]);
  }
}

function add(sheet: SheetState, type: number, box: readonly unknown[]): ChartState {
  sheet.book.writing();
  sheet.refuseProtected();
  if (box.some((side) => typeof side !== 'number')) throw new EtError('参数无效');
  const chart = newChart(sheet, type, box as number[]);
  sheet.charts = [...sheet.charts, chart];
  return chart;
}

/** Charts are all the shapes that there are here. */
export class EtShapes extends EtList<EtShape> {
  constructor(
    private readonly world: World,
    private readonly sheet: SheetState,
  ) {
    super(sheet.charts.map((chart) => new EtShape(sheet, chart)));
  }
  AddChart2(_style: number, type: number, ...box: readonly number[]): EtShape {
    if (this.world.build.charts === 'old') throw new EtError('未实现');
    return new EtShape(this.sheet, add(this.sheet, type, box));
  }
}

export class EtChartObjects extends EtList<EtChartObject> {
  constructor(private readonly sheet: SheetState) {
    super(sheet.charts.map((chart) => new EtChartObject(sheet, chart)));
  }
  Add(...box: readonly number[]): EtChartObject {
    return new EtChartObject(this.sheet, add(this.sheet, 51, box));
  }
}
