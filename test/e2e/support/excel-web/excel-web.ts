import { FunctionService } from '../../../support/officejs/function-service';
import { RichApi } from '../../../support/officejs/rich-api';
import type { EventEntry, RequestBody } from '../../../support/officejs/rich-api';
import type { Workbook } from '../../../support/officejs/workbook';

/** What Excel on the web takes and gives in one request. */
const PAYLOAD = 5 * 1024 * 1024;

const REQUEST_TOO_LARGE = 5103;
const RESPONSE_TOO_LARGE = 5104;
const INTERNAL_ERROR = 5001;

const EXECUTE_RICH_API = 93;
const COMMAND_COMPLETED = 94;

const CALL = 0;
const REGISTER = 1;
const UNREGISTER = 2;

/** The versions that this Excel says it has. */
const REQUIREMENTS = {
  ExcelApi: '1.17',
  ExcelApiOnline: '1.1',
  SharedRuntime: '1.2',
  CustomFunctions: '1.7',
  CustomFunctionsRuntime: '1.4',
  DialogApi: '1.2',
  RibbonApi: '1.2',
  RichApiRuntime: '1.2',
  Settings: '1.1',
  DocumentEvents: '1.1',
};

/** A message of the library to its host, in the protocol that it speaks over `postMessage`. */
interface Message {
  readonly _messageType: number;
  readonly _actionType: number;
  readonly _actionName: string;
  readonly _conversationId: string;
  readonly _correlationId: string;
  readonly _data: Data;
}

interface Data {
  readonly DdaMethod: { readonly DispatchId: number; readonly Version: number };
  readonly ArrayData: readonly string[];
  readonly [index: number]: string;
}

const size = (text: string) => new TextEncoder().encode(text).length;

/** Stands in for Excel on the web: the add-in's page runs in an iframe and talks to it as to the real one. */
export class ExcelWeb {
  readonly api: RichApi;
  /** Cells that ask for functions of the add-in. */
  readonly functions = new FunctionService((entries) => this.tellRich(entries));
  /** Bytes of the largest request and the largest answer. */
  readonly largest = { request: 0, response: 0 };
  /** Milliseconds that an answer takes. */
  latency = 0;
  private readonly appId = 'perf-addin-test';
  private readonly conversation = `${this.appId}_${Date.now()}`;
  private readonly events = new Map<string, Message>();
  private readonly commands = new Map<string, () => void>();
  private origin = '';

  constructor(
    workbook: Workbook,
    private readonly frame: HTMLIFrameElement,
    private readonly locale: string,
  ) {
    this.api = new RichApi(workbook, this.functions.services);
    this.api.onEvent((entries) => this.tellRich(entries));
  }

  /** The frame's name carries what the library wants to know of its host: the browser reads it on insertion. */
  open(address: string): void {
    const hostInfo = ['Excel', 'Web', '16.00', this.locale, this.appId, '', 'disableLogging', 3];
    const url = new URL(address, location.href);
    this.origin = url.origin;
    this.frame.name = JSON.stringify({
      baseFrameName: `_xdm_${this.conversation}`,
      hostInfo: hostInfo.join('|'),
      xdmInfo: [this.conversation, this.appId, location.origin].join('|'),
      serializerVersion: '1',
      flights: '[]',
    });
    url.searchParams.set('_host_Info', hostInfo.join('$'));
    addEventListener('message', (event) => {
      if (event.source === this.frame.contentWindow) this.receive(String(event.data));
    });
    this.frame.src = url.href;
    document.body.append(this.frame);
  }

  /** A click on a ribbon button: resolves when the add-in says that the command has ended. */
  click(functionName: string): Promise<void> {
    const id = `command-${this.commands.size}-${Math.random()}`;
    return new Promise((resolve) => {
      this.commands.set(id, resolve);
      this.tell('appCommandInvoked', { 0: id, 1: functionName, 2: JSON.stringify({ source: { id: functionName } }) });
    });
  }

  private context(): Record<string, unknown> {
    return {
      _id: this.appId,
      _appName: 16,
      _appVersion: '16.0',
      _appUILocale: this.locale,
      _dataLocale: this.locale,
      _docUrl: 'https://localhost/Book1.xlsx',
      _clientMode: 1,
      _settings: [],
      _reason: 0,
      _osfControlType: 1,
      _eToken: '',
      _correlationId: 'c0',
      _appInstanceId: this.appId,
      _hostFullVersion: '16.0.18526.40000',
      _addinName: 'perf-addin',
      _appDomains: [],
      _featureGates: {},
      _initialDisplayMode: 2,
      _requirementMatrix: JSON.stringify(REQUIREMENTS),
    };
  }

  private post(to: Message, data: unknown, event: boolean): void {
    const message = {
      _serializerVersion: 1,
      _origin: location.origin,
      _messageType: 1,
      _actionName: to._actionName,
      _conversationId: to._conversationId,
      _correlationId: to._correlationId,
      _errorCode: 0,
      _responseType: event ? 1 : 0,
      _data: data,
    };
    this.frame.contentWindow?.postMessage(JSON.stringify(message), this.origin);
  }

  private tell(name: string, data: unknown): void {
    const registration = this.events.get(name);
    if (registration) this.post(registration, data, true);
  }

  private tellRich(entries: readonly EventEntry[]): void {
    const rows = entries.map(({ messageCategory, messageType, targetId, message, isRemoteOverride }) => [
      messageCategory,
      messageType,
      targetId,
      message,
      0,
      isRemoteOverride,
    ]);
    setTimeout(() => this.tell('richApiMessage', { ArrayData: rows }), 0);
  }

  private receive(text: string): void {
    let message: Message;
    try {
      message = JSON.parse(text) as Message;
    } catch {
      return;
    }
    if (message._conversationId !== this.conversation || message._messageType !== CALL) return;
    if (message._actionType === REGISTER || message._actionType === UNREGISTER) {
      if (message._actionType === REGISTER) this.events.set(message._actionName, message);
      else this.events.delete(message._actionName);
      this.post(message, { Error: 0 }, false);
    } else if (message._actionName === 'ContextActivationManager_getAppContextAsync') {
      this.post(message, this.context(), false);
    } else if (message._actionName === 'executeMethod') {
      this.execute(message, size(text));
    }
  }

  private execute(message: Message, bytes: number): void {
    const { DdaMethod, ArrayData } = message._data;
    const { DispatchId, Version } = DdaMethod;
    const answer = (data: Record<string, unknown>) =>
      setTimeout(() => this.post(message, { Version, ...data }, false), this.latency);
    if (DispatchId === COMMAND_COMPLETED) {
      const id = message._data[0] ?? '';
      this.commands.get(id)?.();
      this.commands.delete(id);
      answer({ Error: 0 });
    } else if (DispatchId !== EXECUTE_RICH_API) {
      answer({ Error: INTERNAL_ERROR });
    } else if (bytes > PAYLOAD) {
      answer({ Error: REQUEST_TOO_LARGE });
    } else {
      const body = JSON.stringify(this.api.process(JSON.parse(ArrayData[4] ?? '') as RequestBody));
      this.largest.request = Math.max(this.largest.request, bytes);
      this.largest.response = Math.max(this.largest.response, size(body));
      if (size(body) > PAYLOAD) answer({ Error: RESPONSE_TOO_LARGE });
      else answer({ Error: 0, Data: [200, ['Content-Type', 'application/json'], body] });
    }
  }
}
