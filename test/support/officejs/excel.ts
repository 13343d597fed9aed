import { loadOfficeJs } from './load';
import { OfficeError } from './office-error';
import { RichApi } from './rich-api';
import type { EventEntry, RequestBody, ResponseBody } from './rich-api';
import { Workbook } from './workbook';

/** What Excel on the web takes and gives in one request. */
export const PAYLOAD = 5 * 1024 * 1024;

/** Seams of the library's own, used by Microsoft's tests; they are not in its types. */
interface Seams {
  readonly SessionBase: (new () => object) & { _overrideSession: object | null };
  _testSetRichApiMessageReadyImpl(ready: () => Promise<void>): void;
  _testTriggerRichApiMessageEvent(message: { entries: readonly EventEntry[] }): void;
}

interface WireMessage {
  readonly Body: RequestBody;
}

export interface OfficeHost {
  readonly workbook: Workbook;
  readonly api: RichApi;
}

function answer(api: RichApi, body: RequestBody): ResponseBody {
  const limited = (size: number, code: string): ResponseBody | null => {
    if (size <= PAYLOAD) return null;
    const error = new OfficeError(code, 'The payload size has exceeded the limit.');
    return {
      Error: { Code: error.code, Message: error.message, HttpStatusCode: 400, Location: '', ActionIndex: 0 },
      Results: [],
      TraceIds: [],
    };
  };
  const request = JSON.stringify(body);
  const refused = limited(Buffer.byteLength(request), 'RequestPayloadSizeLimitExceeded');
  if (refused) return refused;
  // The library goes on to change its own objects: the request is what it was when it was sent.
  const response = JSON.stringify(api.process(JSON.parse(request) as RequestBody));
  return (
    limited(Buffer.byteLength(response), 'ResponsePayloadSizeLimitExceeded') ?? (JSON.parse(response) as ResponseBody)
  );
}

/** Office.js as it is, with a workbook in memory at the far end of its wire in place of Excel. */
export function startOffice(workbook = new Workbook()): OfficeHost {
  loadOfficeJs();
  const seams = OfficeExtension as unknown as Seams;
  const api = new RichApi(workbook);
  class Session extends seams.SessionBase {
    _createRequestExecutorOrNull() {
      return {
        executeAsync: async (_data: unknown, _flags: unknown, { Body }: WireMessage) => ({
          HttpStatusCode: 200,
          ErrorCode: '',
          ErrorMessage: '',
          Headers: {},
          Body: answer(api, Body),
        }),
      };
    }
  }
  seams.SessionBase._overrideSession = new Session();
  seams._testSetRichApiMessageReadyImpl(() => Promise.resolve());
  api.onEvent((entries) => setTimeout(() => seams._testTriggerRichApiMessageEvent({ entries }), 0));
  return { workbook, api };
}
