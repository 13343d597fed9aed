import type { EventEntry } from './rich-api';
import type { Wire } from './wire';
import { wire } from './wire';

/** What came back of a call from a cell. */
export interface CellResult {
  readonly ok: boolean;
  /** A value, an error by the cell's name for it, or a matrix of both. */
  readonly value: unknown;
  /** What is said of the error. */
  readonly message?: string;
}

/** The numbers by which the runtime names thrown errors on the wire. */
const ERRORS: Readonly<Record<number, string>> = { 1: '#N/A', 5: '#DIV/0!', 6: '#NUM!', 7: '#VALUE!', 8: '#NULL!' };

const CALL = { messageCategory: 1, messageType: 1000, targetId: '', isRemoteOverride: false };

/** Lets the function see error values among its arguments, as its metadata ask for. */
const ALLOW_ERRORS = 4;

type Results = readonly (readonly [number, boolean, unknown, number])[];

/** Excel's end of the custom-functions runtime: cells ask by rich-api messages, and the runtime answers in batches. */
export class FunctionService {
  /** Takes the runtime's calls, by the name under which it asks for the service. */
  readonly services: Readonly<Record<string, Wire>>;
  /** Resolves when the runtime has started. */
  readonly ready: Promise<void>;
  private readonly pending = new Map<number, (result: CellResult) => void>();
  private count = 0;

  constructor(private readonly send: (entries: readonly EventEntry[]) => void) {
    let started = (): void => undefined;
    this.ready = new Promise((resolve) => (started = resolve));
    this.services = {
      'Microsoft.ExcelServices.CustomFunctions': wire({
        type: 'CustomFunctions',
        methods: {
          _SetOsfControlContainerReadyForCustomFunctions: () => started(),
          _GetEnabledFeatures: () => [],
          SetInvocationArrayResults: (results: Results) => {
            for (const [id, ok, value, code] of results) this.settle(id, ok, value, code);
          },
        },
      }),
    };
  }

  /** A cell asks for a function: arguments are matrices, as its metadata have it. */
  call(id: string, ...args: readonly unknown[]): Promise<CellResult> {
    const number = ++this.count;
    const matrices = args.map((arg) => (Array.isArray(arg) ? arg : [[arg]]));
    const message = JSON.stringify([number, id, matrices, `Sheet1!A${String(number)}`, ALLOW_ERRORS]);
    return new Promise((resolve) => {
      this.pending.set(number, resolve);
      this.send([{ ...CALL, message }]);
    });
  }

  private settle(id: number, ok: boolean, value: unknown, code: number): void {
    const resolve = this.pending.get(id);
    this.pending.delete(id);
    resolve?.(ok ? { ok, value } : { ok, value: ERRORS[code] ?? `error ${String(code)}`, message: String(value) });
  }
}
