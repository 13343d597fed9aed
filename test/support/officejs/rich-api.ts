import { Model, addressOf } from './model';
import { OfficeError, apiNotFound } from './office-error';
import { assign, call, child, index, isWire, property } from './wire';
import type { Wire } from './wire';
import type { Workbook, WorkbookEvent } from './workbook';

interface Arguments {
  readonly Arguments?: readonly unknown[];
  readonly ReferencedObjectPathIds?: readonly unknown[];
}

interface Action {
  readonly Id: number;
  readonly ActionType: number;
  readonly Name: string;
  readonly ObjectPathId: number;
  readonly ArgumentInfo?: Arguments;
  readonly QueryInfo?: Query;
  readonly ObjectState?: Readonly<Record<string, unknown>>;
}

interface ObjectPath {
  readonly ObjectPathType: number;
  readonly Name: string;
  readonly ParentObjectPathId?: number;
  readonly ArgumentInfo?: Arguments;
}

interface Query {
  readonly Select?: readonly string[];
  readonly Expand?: readonly string[];
  readonly Skip?: number;
  readonly Top?: number;
}

export interface RequestBody {
  readonly Actions: readonly Action[];
  readonly ObjectPaths: Readonly<Record<string, ObjectPath>>;
}

export interface ResponseBody {
  readonly Results: readonly { readonly ActionId: number; readonly Value: unknown }[];
  readonly TraceIds: readonly number[];
  readonly Error?: Readonly<Record<string, unknown>>;
}

/** One message of `richApiMessage`. */
export interface EventEntry {
  readonly messageCategory: number;
  readonly messageType: number;
  readonly targetId: string;
  readonly message: string;
  readonly isRemoteOverride: boolean;
}

const INSTANTIATE = 1;
const QUERY = 2;
const METHOD = 3;
const SET = 4;
const TRACE = 5;
const RETRIEVE = 7;
const ENSURE_UNCHANGED = 8;
const UPDATE = 9;

/** Names of methods that leave the workbook as it is. */
const READS = /^(?:Get|_?(?:Un)?[Rr]egister|_KeepReference$|_RemoveReference$|Activate$|Select$)/;

/** Whether a request asks for anything to be changed. */
export function changesWorkbook({ Actions, ObjectPaths }: RequestBody): boolean {
  return (
    Actions.some(
      ({ ActionType, Name }) =>
        ActionType === SET || ActionType === UPDATE || (ActionType === METHOD && !READS.test(Name)),
    ) || Object.values(ObjectPaths).some(({ ObjectPathType, Name }) => ObjectPathType === 3 && !READS.test(Name))
  );
}

/** Whether a request is the library's own business: letting go of objects, turning to services, events. */
export function isHousekeeping({ Actions, ObjectPaths }: RequestBody): boolean {
  const own = (name: string) => name === '_RemoveReference' || /^_(?:Un)?Register\w*Event$/.test(name);
  return (
    Object.values(ObjectPaths).some(({ ObjectPathType }) => ObjectPathType === 2) ||
    Actions.every(({ ActionType, Name }) => ActionType === INSTANTIATE || own(Name))
  );
}

/** An action that is to fail; `forGood`: and every one after it. `after`: what was asked has happened all the same. */
export interface Fault {
  readonly forGood: boolean;
  readonly after: boolean;
}

function describe({ ActionType, Name, ObjectState }: Action): string {
  if (ActionType === METHOD) return `call ${Name}`;
  if (ActionType === SET) return `set ${Name}`;
  if (ActionType === UPDATE) return `set ${Object.keys(ObjectState ?? {}).join(', ')}`;
  return 'load';
}

const pascal = (name: string) => (name.startsWith('_') ? name : name.charAt(0).toUpperCase() + name.slice(1));

/** The far end of Office.js's wire: it answers ProcessQuery requests from a workbook in memory. */
export class RichApi {
  /** Every request, for those who count. */
  readonly requests: RequestBody[] = [];
  /** When the last one came. */
  lastRequest = 0;
  /** What was asked for, action by action: `set Values`, `call Delete`, `load`. */
  readonly log: string[] = [];
  private fault: (Fault & { readonly at: number }) | null = null;
  private readonly model: Model;

  /** `services` answer in place of the model's own. */
  constructor(
    readonly workbook: Workbook,
    private readonly services: Readonly<Record<string, Wire>> = {},
  ) {
    this.model = new Model(workbook);
  }

  /** `send` gets the events that the add-in listens to. */
  onEvent(send: (entries: readonly EventEntry[]) => void): void {
    this.workbook.onEvent((event) => {
      if (this.model.listening.has(event.name)) send([entryOf(event)]);
    });
  }

  /** The `at`-th action from now on fails, and with it what follows in its request; null: none does any more. */
  fail(at: number | null, more: Partial<Fault> = {}): void {
    this.fault = at === null ? null : { forGood: false, after: false, ...more, at: this.log.length + at };
  }

  private act(request: Request, action: Action): unknown {
    this.log.push(describe(action));
    const { fault } = this;
    const isHit = fault !== null && (fault.forGood ? this.log.length >= fault.at : this.log.length === fault.at);
    const broken = new OfficeError('GeneralException', 'There was an internal error.', 500);
    if (isHit && !fault.after) throw broken;
    const value = request.act(action);
    if (isHit) throw broken;
    return value;
  }

  process(body: RequestBody): ResponseBody {
    this.requests.push(body);
    this.lastRequest = performance.now();
    const results: ResponseBody['Results'][number][] = [];
    const traces: number[] = [];
    const failed = (error: OfficeError, at: number): ResponseBody => ({
      Error: {
        Code: error.code,
        Message: error.message,
        HttpStatusCode: error.status,
        Location: error.location,
        ActionIndex: at,
      },
      Results: results,
      TraceIds: traces,
    });
    if (this.workbook.editing) {
      return failed(new OfficeError('InvalidOperationInCellEditMode', 'Excel is in cell-editing mode.'), 0);
    }
    const request = new Request(body, this.model, this.services);
    for (const [at, action] of body.Actions.entries()) {
      try {
        if (action.ActionType === TRACE) traces.push(action.Id);
        results.push({ ActionId: action.Id, Value: this.act(request, action) });
      } catch (reason) {
        const error = reason instanceof OfficeError ? reason : new OfficeError('GeneralException', String(reason), 500);
        return failed(error, at);
      }
    }
    return { Results: results, TraceIds: traces };
  }
}

/** One request: its object paths are resolved once, when they are first needed. */
class Request {
  private readonly live = new Map<number, Wire | null>();

  constructor(
    private readonly body: RequestBody,
    private readonly model: Model,
    private readonly services: Readonly<Record<string, Wire>>,
  ) {}

  act(action: Action): unknown {
    if (action.ActionType === TRACE || action.ActionType === ENSURE_UNCHANGED) return null;
    const target = this.resolve(action.ObjectPathId);
    if (action.ActionType === INSTANTIATE) return target && this.idOf(target);
    if (!target) return null;
    switch (action.ActionType) {
      case QUERY:
      case RETRIEVE:
        return this.query(target, action.QueryInfo ?? {});
      case METHOD: {
        if (action.Name === '_KeepReference') this.model.keep(target);
        const value = call(target, action.Name, this.args(action.ArgumentInfo));
        return isWire(value) || value === undefined ? null : value;
      }
      case SET:
        assign(target, action.Name, this.args(action.ArgumentInfo)[0]);
        return null;
      case UPDATE:
        for (const [name, value] of Object.entries(action.ObjectState ?? {})) assign(target, pascal(name), value);
        return null;
      default:
        throw apiNotFound(`action ${action.ActionType}`);
    }
  }

  private resolve(id: number): Wire | null {
    const known = this.live.get(id);
    if (known !== undefined) return known;
    const path = this.body.ObjectPaths[id];
    if (!path) throw new OfficeError('GeneralException', `unknown object path ${id}`, 500);
    const found = this.follow(path);
    this.live.set(id, found);
    return found;
  }

  private follow(path: ObjectPath): Wire | null {
    const parent = path.ParentObjectPathId ? this.resolve(path.ParentObjectPathId) : null;
    switch (path.ObjectPathType) {
      case 1:
        return this.model.root();
      case 2:
        return this.services[path.Name] ?? this.model.service(path.Name);
      case 3: {
        const found = parent && call(parent, path.Name, this.args(path.ArgumentInfo));
        return isWire(found) ? found : null;
      }
      case 4:
        return parent && child(parent, path.Name);
      case 5:
        return parent && index(parent, this.args(path.ArgumentInfo)[0]);
      case 6: {
        const kept = this.model.references.get(path.Name);
        if (!kept) throw new OfficeError('InvalidReference', 'This reference is not valid for the current operation.');
        return kept;
      }
      case 7:
        return null;
      default:
        throw apiNotFound(`object path ${path.ObjectPathType} ${path.Name}`);
    }
  }

  private args({ Arguments = [], ReferencedObjectPathIds: ids }: Arguments = {}): readonly unknown[] {
    if (!ids) return Arguments;
    const place = (value: unknown, id: unknown): unknown => {
      if (Array.isArray(id)) return (value as unknown[]).map((item, at) => place(item, id[at]));
      return typeof id === 'number' && id > 0 ? this.resolve(id) : value;
    };
    return Arguments.map((value, at) => place(value, ids[at]));
  }

  private idOf(target: Wire): Record<string, unknown> {
    const kept = [...this.model.references].find(([, candidate]) => candidate === target)?.[0];
    return { ...target.id, ...(kept === undefined ? {} : { _ReferenceId: kept }) };
  }

  private query(target: Wire, { Select = [], Expand = [], Skip = 0, Top }: Query): unknown {
    if (target.items) {
      const items = target.items().slice(Skip, Top === undefined ? undefined : Skip + Top);
      return {
        _Items: items.map((item) => ({ ...(this.query(item, { Select, Expand }) as object), ...this.idOf(item) })),
      };
    }
    const result: Record<string, unknown> = {};
    for (const path of [...Select, ...Expand].filter(Boolean)) this.select(target, path.split('/'), result);
    return result;
  }

  private select(target: Wire, [head = '', ...rest]: readonly string[], result: Record<string, unknown>): void {
    const name = pascal(head);
    const found = property(target, name);
    if (found) {
      result[name] = found.value;
      return;
    }
    const next = child(target, name);
    const nested = next && this.query(next, { Select: rest.length > 0 ? [rest.join('/')] : [] });
    result[name] = nested && { ...(result[name] as object | undefined), ...nested };
  }
}

const MESSAGE_TYPE = { changed: 10, activated: 11, selected: 14 } as const;

function entryOf({ name, sheet, rect, changeType, byAddin }: WorkbookEvent): EventEntry {
  const address = rect ? { address: addressOf(rect) } : {};
  const triggerSource = byAddin ? 'ThisLocalAddin' : 'Unknown';
  const change = name === 'changed' ? { changeType, source: 'Local', triggerSource, shiftDirection: 'None' } : {};
  return {
    messageCategory: 65536,
    messageType: MESSAGE_TYPE[name],
    targetId: 'Workbook',
    message: JSON.stringify({ worksheetId: sheet.id, ...address, ...change }),
    isRemoteOverride: false,
  };
}
