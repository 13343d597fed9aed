import type { Address, CellRef, Edit, Range } from '../../core/sheet';
import { blocksOf } from '../excel/blocks';
import { cellsTouched } from '../excel/facts';
import { HostError } from '../host';
import type {
  ApplyOptions,
  ApplyResult,
  HostCapabilities,
  HostEvent,
  ReadRequest,
  SpreadsheetHost,
  UndoRecord,
  WorkbookSnapshot,
} from '../host';
import { planOf, sheetKey, sheetsOf } from '../plan';
import type { Plan } from '../plan';
import { rangeIn } from './blocks';
import type { WritingManner } from './cells';
import { hostErrorOf } from './errors';
import type { EtApiEvent, EtApplication, EtWorkbook } from './et';
import { Events } from './events';
import { quietly } from './quiet';
import { listSheets, readWorkbook } from './read';
import { wpsApplication, wpsEvents } from './root';
import type { WpsRoot } from './root';
import { capabilitiesOf } from './support';
import { carryOut } from './write';

export { wpsApplication, wpsMember } from './root';
export type { WpsRoot } from './root';

/** What an undo needs: its plan, and the workbook, which may not be the one that is shown by then. */
interface Kept {
  readonly plan: Plan;
  readonly book: EtWorkbook;
}

/** WPS 表格 through its JSAPI. All of an `apply` is done within one turn: no event of a person's comes between. */
export class WpsHost implements SpreadsheetHost {
  readonly capabilities: HostCapabilities;
  private readonly events: Events;
  private readonly manner: WritingManner = { by: 'block' };
  /** The workbook that was read last: what is written belongs there, even if another one is shown by then. */
  private book: EtWorkbook | null = null;

  constructor(
    private readonly app: EtApplication,
    events: EtApiEvent | null,
  ) {
    this.capabilities = this.wording(() => capabilitiesOf(app, events));
    this.events = new Events(events, () => Date.now());
  }

  async read(request: ReadRequest): Promise<WorkbookSnapshot> {
    return this.wording(() => {
      this.book = this.shown();
      return readWorkbook(this.book, request);
    });
  }

  async apply(edits: readonly Edit[], { label }: ApplyOptions): Promise<ApplyResult> {
    const { plan, conflicts } = planOf(edits);
    return conflicts.length > 0 ? { status: 'conflict', conflicts } : this.carryOut(plan, label, this.book);
  }

  async undo({ label, keep, edits }: UndoRecord): Promise<ApplyResult> {
    const kept = keep as Kept | undefined;
    return this.carryOut(kept?.plan ?? planOf(edits).plan, label, kept?.book ?? this.book);
  }

  async select({ sheet: name, row, column }: Address): Promise<void> {
    this.wording(() => {
      const found = listSheets(this.book ?? this.shown()).find((listed) => sheetKey(listed.name) === sheetKey(name));
      if (!found) throw new HostError('missing-sheet', name);
      this.book?.Activate();
      found.sheet.Activate();
      rangeIn(found.sheet, { top: row, bottom: row, left: column, right: column }).Select();
    });
  }

  subscribe(listener: (event: HostEvent) => void): () => void {
    return this.capabilities.events ? this.events.subscribe(listener) : () => undefined;
  }

  private shown(): EtWorkbook {
    const book = this.app.ActiveWorkbook;
    if (!book) throw new HostError('missing-sheet');
    return book;
  }

  private wording<T>(work: () => T): T {
    try {
      return work();
    } catch (reason) {
      throw hostErrorOf(reason, this.app);
    }
  }

  private carryOut(plan: Plan, label: string, bound: EtWorkbook | null): ApplyResult {
    const { app, capabilities, manner } = this;
    try {
      const book = bound ?? this.shown();
      const result = this.events.muted(rangesOf(plan), () =>
        quietly(app, () => carryOut(book, plan, label, capabilities, manner)),
      );
      if ('broken' in result) {
        const { broken, restored, touched } = result;
        return { status: 'failed', error: hostErrorOf(broken, app), restored, touched };
      }
      if (result.status !== 'applied') return result;
      const { undo } = result;
      return { ...result, undo: { ...undo, keep: { plan: undo.keep as Plan, book } satisfies Kept } };
    } catch (reason) {
      return { status: 'failed', error: hostErrorOf(reason, app), restored: true, touched: [] };
    }
  }
}

/** What a plan writes, by sheet: events about it are echoes. */
function rangesOf(plan: Plan): Map<string, Range[]> {
  const rows = [...plan.insertRows, ...plan.deleteRows];
  return new Map(
    sheetsOf(plan).map((name): [string, Range[]] => {
      const cells: CellRef[] = cellsTouched(plan, name);
      const shifted = rows.filter(({ sheet }) => sheetKey(sheet) === sheetKey(name));
      const whole = shifted.map(({ before, count }) => ({ ...ALL, top: before, bottom: before + count - 1 }));
      return [name, [...blocksOf(cells), ...whole]];
    }),
  );
}

const ALL = { left: 0, right: 16_383 };

/** The host for the WPS that a page runs in. Throws HostError `unsupported` anywhere else. */
export function createWpsHost(root: WpsRoot = globalThis as WpsRoot): SpreadsheetHost {
  const app = wpsApplication(root);
  if (!app) throw new HostError('unsupported', 'WPS');
  return new WpsHost(app, wpsEvents(root));
}
