import { parseRange, type Range } from '../../core/sheet';
import type { HostEvent } from '../host';
import type { SheetNames } from './read';

type Listener = (event: HostEvent) => void;

/** Excel's events, listened to only while somebody wants to know. Our own writing is not told. */
export class Events {
  private readonly listeners = new Set<Listener>();
  /** The last step of registering or ending; the next one waits for it. */
  private turn: Promise<void> = Promise.resolve();
  private registered: OfficeExtension.EventHandlerResult<unknown>[] = [];

  /** `names` says which sheet an event is about; it is kept by reading, and read here where it falls short. */
  constructor(private readonly names: SheetNames) {}

  subscribe(listener: Listener): () => void {
    this.listeners.add(listener);
    this.settle();
    return () => {
      if (this.listeners.delete(listener)) this.settle();
    };
  }

  /** Registers what was refused before, as while somebody typed into a cell; nothing where all is as wanted. */
  settle(): void {
    // A host that refuses events has none to tell: checking by hand still works.
    this.turn = this.turn.then(() => this.adjust()).catch(() => undefined);
  }

  private async adjust(): Promise<void> {
    const wanted = this.listeners.size > 0;
    if (wanted === this.registered.length > 0) return;
    if (wanted) await this.register();
    else await this.end();
  }

  private async register(): Promise<void> {
    const context = new Excel.RequestContext();
    const { worksheets } = context.workbook;
    const registered = [
      worksheets.onChanged.add((event) => this.changed(event)),
      worksheets.onActivated.add((event) => this.activated(event)),
      worksheets.onSelectionChanged.add((event) => this.selected(event)),
    ];
    await context.sync();
    this.registered = registered;
  }

  private async end(): Promise<void> {
    const { registered } = this;
    this.registered = [];
    for (const handler of registered) handler.remove();
    await registered[0]?.context.sync();
  }

  private async changed(event: Excel.WorksheetChangedEventArgs): Promise<void> {
    if (event.triggerSource === 'ThisLocalAddin') return;
    const sheet = await this.nameOf(event.worksheetId);
    const plain = event.changeType === 'RangeEdited';
    if (sheet !== null) this.tell({ kind: 'changed', sheet, range: plain ? parseRange(event.address) : null });
  }

  private async activated(event: Excel.WorksheetActivatedEventArgs): Promise<void> {
    const sheet = await this.nameOf(event.worksheetId);
    if (sheet !== null) this.tell({ kind: 'activated', sheet });
  }

  private async selected(event: Excel.WorksheetSelectionChangedEventArgs): Promise<void> {
    const ranges = event.address.split(',').flatMap((area) => selectedRange(area) ?? []);
    const sheet = await this.nameOf(event.worksheetId);
    const [first] = ranges;
    if (sheet === null || !first) return;
    this.tell({ kind: 'selected', sheet, cell: { row: first.top, column: first.left }, ranges });
  }

  private async nameOf(id: string): Promise<string | null> {
    const known = this.names.get(id);
    if (known !== undefined) return known;
    try {
      const context = new Excel.RequestContext();
      const sheet = context.workbook.worksheets.getItem(id).load('name');
      await context.sync();
      this.names.set(id, sheet.name);
      return sheet.name;
    } catch {
      return null;
    }
  }

  private tell(event: HostEvent): void {
    for (const listener of [...this.listeners]) listener(event);
  }
}

/** `B2:D5`, or whole columns and rows: `J:J`, `5:7`. */
function selectedRange(area: string): Range | null {
  const [from = '', to = from] = area.split(':');
  if (/^[A-Z]{1,3}$/i.test(from)) return parseRange(`${from}1:${to}1048576`);
  return parseRange(/^\d+$/.test(from) ? `A${from}:XFD${to}` : area);
}
