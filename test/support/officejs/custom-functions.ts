import { loadOfficeJs } from './load';
import { RichApi } from './rich-api';
import type { RequestBody } from './rich-api';
import { wire } from './wire';
import { Workbook } from './workbook';

/** What came back of a call from a cell. */
export interface CellResult {
  readonly ok: boolean;
  /** A value, an error by the cell's name for it, or a matrix of both. */
  readonly value: unknown;
  /** What is said of the error. */
  readonly message?: string;
}

interface Bridge {
  sendMessageToHost(text: string): void;
  onMessageFromHost(text: string): void;
}

interface Realm {
  CustomFunctionMappings?: Record<string, unknown>;
  CustomFunctions: { associate?: (id: string, calculate: unknown) => void };
}

/** The numbers by which the runtime names thrown errors on the wire. */
const ERRORS: Readonly<Record<number, string>> = { 1: '#N/A', 5: '#DIV/0!', 6: '#NUM!', 7: '#VALUE!', 8: '#NULL!' };

const CALL = { messageCategory: 1, messageType: 1000, targetId: '', isRemoteOverride: false };

/** Lets the function see error values among its arguments, as its metadata ask for. */
const ALLOW_ERRORS = 4;

/**
 * The genuine custom-functions runtime of office.js, with its batches, throttles and error mapping; only the far end of
 * its bridge, Excel, is ours.
 */
export class CellCalls {
  private readonly api: RichApi;
  private readonly pending = new Map<number, (result: CellResult) => void>();
  private readonly bridge: Bridge;
  private count = 0;

  constructor() {
    loadOfficeJs();
    const realm = globalThis as unknown as Realm;
    // The page's own office.js brings `associate`; the library behind it reads what was associated.
    const mappings = (realm.CustomFunctionMappings ??= {});
    realm.CustomFunctions.associate ??= (id, calculate) => void (mappings[id] = calculate);
    this.api = new RichApi(new Workbook(), {
      'Microsoft.ExcelServices.CustomFunctions': wire({
        type: 'CustomFunctions',
        methods: {
          _SetOsfControlContainerReadyForCustomFunctions: () => undefined,
          _GetEnabledFeatures: () => [],
          SetInvocationArrayResults: (results: readonly (readonly [number, boolean, unknown, number])[]) => {
            for (const [id, ok, value, code] of results) this.settle(id, ok, value, code);
          },
        },
      }),
    });
    const bridge: Bridge = {
      sendMessageToHost: (text) => {
        const { id, message } = JSON.parse(text) as { id: number; message: { body: unknown } };
        const body = typeof message.body === 'string' ? (JSON.parse(message.body) as unknown) : message.body;
        const response = JSON.stringify(this.api.process(body as RequestBody));
        const reply = { id, type: 2, message: { statusCode: 200, headers: {}, body: response } };
        queueMicrotask(() => bridge.onMessageFromHost(JSON.stringify(reply)));
      },
      onMessageFromHost: () => undefined,
    };
    this.bridge = bridge;
    const { HostBridge } = OfficeExtension as unknown as { HostBridge: { init(bridge: Bridge): void } };
    HostBridge.init(bridge);
  }

  /** A cell asks for a function: arguments are matrices, as its metadata have it. */
  call(id: string, ...args: readonly unknown[]): Promise<CellResult> {
    const number = ++this.count;
    const matrices = args.map((arg) => (Array.isArray(arg) ? arg : [[arg]]));
    const message = JSON.stringify([number, id, matrices, `Sheet1!A${String(number)}`, ALLOW_ERRORS]);
    return new Promise((resolve) => {
      this.pending.set(number, resolve);
      this.bridge.onMessageFromHost(JSON.stringify({ type: 3, message: { entries: [{ ...CALL, message }] } }));
    });
  }

  private settle(id: number, ok: boolean, value: unknown, code: number): void {
    const resolve = this.pending.get(id);
    this.pending.delete(id);
    resolve?.(ok ? { ok, value } : { ok, value: ERRORS[code] ?? `error ${String(code)}`, message: String(value) });
  }
}
