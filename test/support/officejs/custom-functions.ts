import { FunctionService } from './function-service';
import type { CellResult } from './function-service';
import { loadOfficeJs } from './load';
import { RichApi } from './rich-api';
import type { RequestBody } from './rich-api';
import { Workbook } from './workbook';

interface Bridge {
  sendMessageToHost(text: string): void;
  onMessageFromHost(text: string): void;
}

interface Realm {
  CustomFunctionMappings?: Record<string, unknown>;
  CustomFunctions: { associate?: (id: string, calculate: unknown) => void };
}

/**
 * The genuine custom-functions runtime of office.js, with its batches, throttles and error mapping; only the far end of
 * its bridge, Excel, is ours.
 */
export class CellCalls {
  private readonly service: FunctionService;

  constructor() {
    loadOfficeJs();
    const realm = globalThis as unknown as Realm;
    // The page's own office.js brings `associate`; the library behind it reads what was associated.
    const mappings = (realm.CustomFunctionMappings ??= {});
    realm.CustomFunctions.associate ??= (id, calculate) => void (mappings[id] = calculate);
    this.service = new FunctionService((entries) =>
      bridge.onMessageFromHost(JSON.stringify({ type: 3, message: { entries } })),
    );
    const api = new RichApi(new Workbook(), this.service.services);
    const bridge: Bridge = {
      sendMessageToHost: (text) => {
        const { id, message } = JSON.parse(text) as { id: number; message: { body: unknown } };
        const body = typeof message.body === 'string' ? (JSON.parse(message.body) as unknown) : message.body;
        const response = JSON.stringify(api.process(body as RequestBody));
        const reply = { id, type: 2, message: { statusCode: 200, headers: {}, body: response } };
        queueMicrotask(() => bridge.onMessageFromHost(JSON.stringify(reply)));
      },
      onMessageFromHost: () => undefined,
    };
    const { HostBridge } = OfficeExtension as unknown as { HostBridge: { init(bridge: Bridge): void } };
    HostBridge.init(bridge);
  }

  /** A cell asks for a function: arguments are matrices, as its metadata have it. */
  call(id: string, ...args: readonly unknown[]): Promise<CellResult> {
    return this.service.call(id, ...args);
  }
}
