import type { Address, Edit } from '../../core/sheet';
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
import { hostErrorOf } from './errors';
import { Events } from './events';
import { readWorkbook } from './read';
import type { SheetNames } from './read';
import { run } from './run';
import { capabilitiesOf, officeSupports } from './support';
import type { Supports } from './support';
import { carryOut } from './write';

export type { Supports } from './support';

/** Excel on Windows, Mac and the web, through Office.js. Office must be ready. */
export class ExcelHost implements SpreadsheetHost {
  readonly capabilities: HostCapabilities;
  private readonly names: SheetNames = new Map();
  private readonly events = new Events(this.names);

  constructor(supports: Supports) {
    this.capabilities = capabilitiesOf(supports);
  }

  async read(request: ReadRequest): Promise<WorkbookSnapshot> {
    const snapshot = await run((context) => readWorkbook(context, request, this.names));
    // What can be read now can be listened to.
    this.events.settle();
    return snapshot;
  }

  async apply(edits: readonly Edit[], { label }: ApplyOptions): Promise<ApplyResult> {
    const { plan, conflicts } = planOf(edits);
    return conflicts.length > 0 ? { status: 'conflict', conflicts } : this.carryOut(plan, label);
  }

  undo({ label, keep, edits }: UndoRecord): Promise<ApplyResult> {
    return this.carryOut((keep as Plan | undefined) ?? planOf(edits).plan, label);
  }

  async select({ sheet: name, row, column }: Address): Promise<void> {
    await run(async (context) => {
      const sheet = context.workbook.worksheets.getItem(name);
      sheet.activate();
      sheet.getRangeByIndexes(row, column, 1, 1).select();
      await context.sync();
    });
  }

  subscribe(listener: (event: HostEvent) => void): () => void {
    return this.capabilities.events ? this.events.subscribe(listener) : () => undefined;
  }

  private async carryOut(plan: Plan, label: string): Promise<ApplyResult> {
    const { capabilities } = this;
    const work = (wanted: Plan) =>
      run((context) => carryOut(context, wanted, label, capabilities), { undoGroup: capabilities.undoGroup });
    try {
      const result = await work(plan);
      const commented = capabilities.notes === 'comment' && plan.marks.some(({ note }) => note !== '');
      if (result.status !== 'failed' || !result.restored || !commented) return result;
      // An old note of the user's, which this Excel does not tell of, refuses a comment: the mark alone must do.
      return await work({ ...plan, marks: plan.marks.map((mark) => ({ ...mark, note: '' })) });
    } catch (reason) {
      const error = await this.named(hostErrorOf(reason), plan);
      return { status: 'failed', error, restored: true, touched: [] };
    }
  }

  /** Excel does not say which sheet it misses. */
  private async named(error: HostError, plan: Plan): Promise<HostError> {
    if (error.code !== 'missing-sheet') return error;
    try {
      const { list } = await this.read({ sheets: [] });
      const known = new Set(list.map(({ name }) => sheetKey(name)));
      const missing = sheetsOf(plan).find((name) => !known.has(sheetKey(name)));
      return missing === undefined ? error : new HostError(error.code, missing, { cause: error });
    } catch {
      return error;
    }
  }
}

export function createExcelHost(supports: Supports = officeSupports): SpreadsheetHost {
  return new ExcelHost(supports);
}
