import { EtObject } from './bridge';
import { EtChartObjects, EtShapes } from './charts';
import { EtComment, EtFormatConditions, EtList } from './parts';
import { EtRange, areasOf } from './range';
import { EtError, SheetState, WHOLE } from './state';
import type { BookState, EtEvent } from './state';

/** How the WPS at hand differs from the newest one on Windows. */
export interface Build {
  /** What becomes of arrays that are written: older Linux builds take one row at a time, or no array at all. */
  readonly writes: 'whole' | 'rows' | 'cells' | 'corner';
  /** What a range of several areas is asked about: nothing says that all builds look at more than the first. */
  readonly areas: 'all' | 'first';
  /** Whether a quotation mark before a text is left out of it, as in Excel; nobody has said so of WPS. */
  readonly quotes: 'prefix' | 'literal';
  /** Whether listeners are called within the call that causes the event, or later. */
  readonly events: 'at-once' | 'later';
  /** Whether `Shapes.AddChart2` does anything: it came later than the objects of charts. */
  readonly charts: 'new' | 'old';
}

/** The objects of one running WPS: the same thing is the same object each time it is asked for. */
export class World {
  private readonly sheets = new WeakMap<SheetState, EtWorksheet>();
  readonly workbook: EtWorkbook;

  constructor(
    readonly book: BookState,
    readonly build: Build,
  ) {
    this.workbook = new EtWorkbook(this);
  }

  sheet(state: SheetState): EtWorksheet {
    let found = this.sheets.get(state);
    if (!found) this.sheets.set(state, (found = new EtWorksheet(this, state)));
    return found;
  }
}

class EtPageSetup extends EtObject {
  constructor(private readonly sheet: SheetState) {
    super();
  }
  private put(key: string, value: string | number | boolean): void {
    this.sheet.book.writing();
    this.sheet.refuseProtected();
    this.sheet.page[key] = value;
  }
  get Orientation() {
    return this.sheet.page.Orientation;
  }
  set Orientation(value) {
    this.put('Orientation', value as number);
  }
  get PaperSize() {
    return this.sheet.page.PaperSize;
  }
  set PaperSize(value) {
    this.put('PaperSize', value as number);
  }
  get TopMargin() {
    return this.sheet.page.TopMargin;
  }
  set TopMargin(value) {
    this.put('TopMargin', value as number);
  }
  get RightMargin() {
    return this.sheet.page.RightMargin;
  }
  set RightMargin(value) {
    this.put('RightMargin', value as number);
  }
  get BottomMargin() {
    return this.sheet.page.BottomMargin;
  }
  set BottomMargin(value) {
    this.put('BottomMargin', value as number);
  }
  get LeftMargin() {
    return this.sheet.page.LeftMargin;
  }
  set LeftMargin(value) {
    this.put('LeftMargin', value as number);
  }
  get PrintArea() {
    return this.sheet.page.PrintArea;
  }
  set PrintArea(value) {
    if (value !== '') areasOf(value as string);
    this.put('PrintArea', value as string);
  }
  get PrintTitleRows() {
    return this.sheet.page.PrintTitleRows;
  }
  set PrintTitleRows(value) {
    this.put('PrintTitleRows', value as string);
  }
  /** False while pages are fitted. */
  get Zoom() {
    return this.sheet.page.Zoom;
  }
  set Zoom(value) {
    this.put('Zoom', value as number);
  }
  get FitToPagesWide() {
    return this.sheet.page.FitToPagesWide;
  }
  set FitToPagesWide(value) {
    this.put('FitToPagesWide', value as number);
  }
  get FitToPagesTall() {
    return this.sheet.page.FitToPagesTall;
  }
  set FitToPagesTall(value) {
    this.put('FitToPagesTall', value as number);
  }
  get CenterFooter() {
    return this.sheet.page.CenterFooter;
  }
  set CenterFooter(value) {
    this.put('CenterFooter', value as string);
  }
}

export class EtWorksheet extends EtObject {
  constructor(
    private readonly world: World,
    private readonly state: SheetState,
  ) {
    super();
  }
  private alive(): SheetState {
    if (!this.world.book.sheets.includes(this.state)) throw new EtError('对象已删除');
    return this.state;
  }
  get Name() {
    return this.alive().name;
  }
  set Name(name) {
    const { book } = this.world;
    book.writing();
    if (name === '' || name.length > 31 || /[\\/?*[\]:]/.test(name)) throw new EtError('工作表名无效');
    if (book.find(name) && book.find(name) !== this.state) throw new EtError('工作表重名');
    this.alive().name = name;
  }
  get Index() {
    return this.world.book.sheets.indexOf(this.alive()) + 1;
  }
  get Parent() {
    return this.world.workbook;
  }
  get Visible() {
    return this.alive().visible;
  }
  set Visible(value) {
    this.world.book.writing();
    this.alive().visible = value;
    if (value !== -1 && this.world.book.active === this.state) {
      const next = this.world.book.sheets.find(({ visible }) => visible === -1);
      if (!next) throw new EtError('至少要有一张可见的工作表');
      this.world.book.activate(next);
    }
  }
  get ProtectContents() {
    return this.alive().protected;
  }
  Protect(): void {
    this.world.book.writing();
    this.alive().protected = true;
  }
  Unprotect(): void {
    this.world.book.writing();
    this.alive().protected = false;
  }
  get UsedRange() {
    return new EtRange(this.world, this.alive(), [this.state.used()]);
  }
  get Cells() {
    return new EtRange(this.world, this.alive(), [WHOLE]);
  }
  get Rows() {
    return new EtRange(this.world, this.alive(), [WHOLE], 'rows');
  }
  get Columns() {
    return new EtRange(this.world, this.alive(), [WHOLE], 'columns');
  }
  Range(first: unknown, second?: unknown): EtRange {
    const areas = (of: unknown) => (of instanceof EtRange ? of.areas : areasOf(String(of)));
    const all = areas(first);
    if (second === undefined) return new EtRange(this.world, this.alive(), all);
    const [a, b] = [all[0], areas(second)[0]];
    if (!a || !b) throw new EtError('地址无效');
    const range = {
      top: Math.min(a.top, b.top),
      left: Math.min(a.left, b.left),
      bottom: Math.max(a.bottom, b.bottom),
      right: Math.max(a.right, b.right),
    };
    return new EtRange(this.world, this.alive(), [range]);
  }
  get Comments() {
    return new EtList(this.alive().comments.map((comment) => new EtComment(this.world, this.state, comment)));
  }
  get FormatConditions() {
    return new EtFormatConditions(this.world, this.alive(), [WHOLE]);
  }
  get PageSetup() {
    return new EtPageSetup(this.alive());
  }
  get Shapes() {
    return new EtShapes(this.world, this.alive());
  }
  ChartObjects(): EtChartObjects {
    return new EtChartObjects(this.alive());
  }
  Activate(): void {
    this.world.book.activate(this.alive());
  }
  Delete(): void {
    const { book } = this.world;
    book.writing();
    if (book.alerts) throw new EtError('a dialog waits: 要删除的工作表中可能存在数据');
    const rest = book.sheets.filter((sheet) => sheet !== this.alive());
    const next = rest.find(({ visible }) => visible === -1);
    if (!next) throw new EtError('至少要有一张可见的工作表');
    book.sheets = rest;
    if (book.active === this.state) book.activate(next);
  }
}

class EtSheets extends EtObject {
  constructor(private readonly world: World) {
    super();
  }
  get Count() {
    return this.world.book.sheets.length;
  }
  Item(key: number | string): EtWorksheet {
    const { book } = this.world;
    const found = typeof key === 'number' ? book.sheets[key - 1] : book.find(key);
    if (!found) throw new EtError(`没有工作表 ${key}`);
    return this.world.sheet(found);
  }
  /** The new sheet is shown at once. */
  Add(before?: EtWorksheet | null, after?: EtWorksheet | null): EtWorksheet {
    const { book } = this.world;
    book.writing();
    if (book.locked) throw new EtError('工作簿结构受保护');
    let number = book.sheets.length + 1;
    while (book.find(`Sheet${number}`)) number += 1;
    const sheet = new SheetState(book, `Sheet${number}`);
    const at = before ? before.Index - 1 : after ? after.Index : book.sheets.indexOf(book.active);
    book.sheets.splice(at, 0, sheet);
    book.activate(sheet);
    return this.world.sheet(sheet);
  }
}

class EtWorkbook extends EtObject {
  constructor(private readonly world: World) {
    super();
  }
  get Name() {
    return '绩效表.xlsx';
  }
  get FullName() {
    return 'D:\\绩效表.xlsx';
  }
  get ReadOnly() {
    return false;
  }
  get ActiveSheet() {
    return this.world.sheet(this.world.book.active);
  }
  get Worksheets() {
    return new EtSheets(this.world);
  }
  get Sheets() {
    return new EtSheets(this.world);
  }
  Activate(): void {
    return undefined;
  }
}

type Listener = (...args: unknown[]) => void;

/** Listeners get objects of the bridge, as anything does that comes from WPS. */
class EtApiEvent extends EtObject {
  private readonly listeners = new Map<string, Set<Listener>>();

  constructor(world: World, wrap: (value: unknown) => unknown) {
    super();
    world.book.onEvent((event) => {
      const deliver = () => this.deliver(event, world, wrap);
      if (world.build.events === 'later') setTimeout(deliver, 0);
      else deliver();
    });
  }

  private deliver({ name, sheet, range }: EtEvent, world: World, wrap: (value: unknown) => unknown): void {
    const args = [world.sheet(sheet), ...(range ? [new EtRange(world, sheet, [range])] : [])].map(wrap);
    for (const listener of [...(this.listeners.get(name) ?? [])]) listener(...args);
  }

  AddApiEventListener(name: string, listener: Listener): void {
    const found = this.listeners.get(name) ?? new Set();
    this.listeners.set(name, found.add(listener));
  }
  RemoveApiEventListener(name: string, listener?: Listener): void {
    if (listener) this.listeners.get(name)?.delete(listener);
    else this.listeners.delete(name);
  }
}

class EtStorage extends EtObject {
  static override readonly also = ['getItem', 'setItem', 'removeItem'];
  private readonly items = new Map<string, unknown>();
  getItem(key: string): unknown {
    return this.items.get(key) ?? null;
  }
  setItem(key: string, value: unknown): void {
    this.items.set(key, value);
  }
  removeItem(key: string): void {
    this.items.delete(key);
  }
}

export interface CustomFunction {
  readonly call: (...args: unknown[]) => unknown;
  readonly metadata: unknown;
}

export class EtTaskPane extends EtObject {
  Visible = false;
  DockPosition = 2;
  Width = 300;
  constructor(
    readonly ID: number,
    readonly url: string,
    readonly title: string,
  ) {
    super();
  }
  Delete(): void {
    this.Visible = false;
  }
}

/** What `window.wps` and `window.Application` lead to; which members a build lacks is the bridge's business. */
export class EtApplication extends EtObject {
  static override readonly also = ['ribbonUI'];
  ribbonUI: unknown = undefined;
  readonly functions = new Map<string, CustomFunction>();
  readonly panes: EtTaskPane[] = [];
  readonly ApiEvent: EtApiEvent;
  readonly PluginStorage = new EtStorage();

  constructor(
    private readonly world: World,
    wrap: (value: unknown) => unknown,
  ) {
    super();
    this.ApiEvent = new EtApiEvent(world, wrap);
  }

  /** As Excel is called: no help in telling the two apart. */
  get Name() {
    return 'Microsoft Excel';
  }
  get Version() {
    return '12.0';
  }
  get Build() {
    return '12.1.0.20540';
  }
  get Ready() {
    return true;
  }
  get Workbooks() {
    return new EtList([this.world.workbook]);
  }
  get ActiveWorkbook() {
    return this.world.workbook;
  }
  get ActiveSheet() {
    return this.world.sheet(this.world.book.active);
  }
  get Selection() {
    return new EtRange(this.world, this.world.book.active, [this.world.book.selection]);
  }
  get ScreenUpdating() {
    return this.world.book.screen;
  }
  set ScreenUpdating(on) {
    this.world.book.screen = on;
  }
  get DisplayAlerts() {
    return this.world.book.alerts;
  }
  set DisplayAlerts(on) {
    this.world.book.alerts = on;
  }
  get EnableEvents() {
    return this.world.book.events;
  }
  set EnableEvents(on) {
    this.world.book.events = on;
  }
  EtApplication(): this {
    return this;
  }
  get Application(): this {
    return this;
  }
  CreateTaskPane(url: string, title = ''): EtTaskPane {
    const pane = new EtTaskPane(this.panes.length + 1, url, title);
    this.panes.push(pane);
    return pane;
  }
  GetTaskPane(id: number): EtTaskPane | null {
    return this.panes[id - 1] ?? null;
  }
  AddCustomFunction(namespace: string, name: string, call: CustomFunction['call'], metadata?: unknown): void {
    this.functions.set(`${namespace}.${name}`.toUpperCase(), { call, metadata });
  }
}

/** `window.wps` where it is not the application itself: the add-in's side alone. */
export class EtAddinRoot extends EtApplication {}
