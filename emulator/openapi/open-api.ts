import type { Clock } from '../host/clock';
import type { Invocation } from '../host/invocation';
import { type JsonRecord, parseJson } from '../wire/json';
import { invalid } from '../wire/wire-error';
import { type ApiAnswer, apis } from './apis';
import { readMultipart } from './multipart';
import { openApiError, openApiResponse, readCommApiData } from './protobuf';

/** One call as the console shows it. Unlike the log it holds what was sent: this is where a message can be read. */
export interface RecordedCall {
  api: string;
  at: string;
  function: string;
  op: string;
  input: JsonRecord;
  outcome: JsonRecord;
}

interface Setting {
  outcome: JsonRecord;
  /** Calls it still answers; absent: all. */
  times?: number;
}

const NOT_FOUND = -604100;
const NOT_PERMITTED = -604101;
const KEPT = 1000;

/** WeChat's open APIs: answers what is settled or set, records every call, and lets nothing succeed unseen. */
export class OpenApi {
  readonly records: RecordedCall[] = [];
  readonly settings = new Map<string, Setting>();
  readonly #consents = new Map<string, number>();
  readonly #visits = new Map<string, number>();
  readonly #usedCodes = new Set<string>();

  constructor(
    readonly clock: Clock,
    /** Whether a function was declared to make the call. */
    readonly permits: (functionName: string, api: string) => boolean,
  ) {}

  /** The person opened or used the mini-program now. */
  visited(openid: string): void {
    this.#visits.set(openid, this.clock.now());
  }

  /** The person agreed to one message of that template, on the phone that would have asked. */
  consent(openid: string, template: string, messages: number): void {
    const key = `${openid} ${template}`;
    this.#consents.set(key, (this.#consents.get(key) ?? 0) + messages);
  }

  consents(): { openid: string; template: string; messages: number }[] {
    return [...this.#consents].map(([key, messages]) => {
      const [openid = '', template = ''] = key.split(' ');
      return { openid, template, messages };
    });
  }

  /** Answers one `wx.openApi` call of the wire, protobuf in and out. */
  handle(contentType: string, body: Buffer, invocation: Invocation | undefined): Buffer {
    const parts = readMultipart(contentType, body);
    const api = parts?.get('apiName')?.toString('utf8');
    const pairs = readCommApiData(parts?.get('requestData') ?? Buffer.alloc(0));
    if (api === undefined || pairs === undefined) throw invalid('wx.openApi needs apiName and requestData');
    const input = Object.fromEntries([...pairs].map(([key, value]) => [key, this.#valueOf(value)]));
    const caller = invocation?.start;
    const record = (outcome: JsonRecord) => this.#record(api, caller?.function ?? '', caller?.op ?? '', input, outcome);
    if (!apis.has(api)) {
      record({ errorCode: NOT_FOUND, note: 'unknown api' });
      return openApiError(NOT_FOUND);
    }
    if (caller !== undefined && !this.permits(caller.function, api)) {
      record({ errorCode: NOT_PERMITTED, note: 'the function does not declare this api' });
      return openApiError(NOT_PERMITTED);
    }
    const { result, note } = this.#answer(api, input);
    record(note === undefined ? result : { ...result, note });
    return openApiResponse(result);
  }

  #answer(name: string, input: JsonRecord): ApiAnswer {
    const api = apis.get(name);
    if (api === undefined) throw new Error(`no api ${name}`);
    const setting = this.#takeSetting(name);
    if (typeof setting?.errcode === 'number') {
      const errmsg = typeof setting.errmsg === 'string' ? setting.errmsg : 'set to fail';
      return { result: { errcode: setting.errcode, errmsg }, note: 'set' };
    }
    return api(input, {
      now: this.clock.now(),
      lastVisit: (openid) => this.#visits.get(openid),
      takeConsent: (openid, template) => this.#takeConsent(`${openid} ${template}`),
      takeCode: (code) => !this.#usedCodes.has(code) && this.#usedCodes.add(code).has(code),
      setting,
    });
  }

  #takeSetting(name: string): JsonRecord | undefined {
    const setting = this.settings.get(name);
    if (setting?.times === undefined) return setting?.outcome;
    setting.times -= 1;
    if (setting.times <= 0) this.settings.delete(name);
    return setting.outcome;
  }

  #takeConsent(key: string): boolean {
    const left = this.#consents.get(key) ?? 0;
    if (left > 1) this.#consents.set(key, left - 1);
    else this.#consents.delete(key);
    return left > 0;
  }

  #valueOf(bytes: Buffer): unknown {
    const text = bytes.toString('utf8');
    return parseJson(text) ?? text;
  }

  #record(api: string, functionName: string, op: string, input: JsonRecord, outcome: JsonRecord): void {
    const at = new Date(this.clock.now()).toISOString();
    this.records.push({ api, at, function: functionName, op, input, outcome });
    if (this.records.length > KEPT) this.records.shift();
  }
}
