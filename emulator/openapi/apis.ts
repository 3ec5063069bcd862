import type { JsonRecord } from '../wire/json';

/** What the emulator knows that an API's answer depends on. */
export interface ApiWorld {
  now: number;
  /** The last call of that openid, in the emulator's time. */
  lastVisit: (openid: string) => number | undefined;
  /** Uses up one consent of that person for that template; false where there is none. */
  takeConsent: (openid: string, template: string) => boolean;
  /** False where the code was used before. */
  takeCode: (code: string) => boolean;
  /** What the console set for this API, for this call. */
  setting: JsonRecord | undefined;
}

export interface ApiResult {
  errcode: number;
  errmsg: string;
  [field: string]: unknown;
}

export interface ApiAnswer {
  result: ApiResult;
  /** Why the answer is what it is, where nobody decided it. */
  note?: string;
}

type Api = (input: JsonRecord, world: ApiWorld) => ApiAnswer;

const failed = (errcode: number, errmsg: string): ApiAnswer => ({ result: { errcode, errmsg } });
const text = (value: unknown): string => (typeof value === 'string' ? value : '');

const VISIT_MS = 2 * 3600_000;
const PHONE_CODE = /^phone-(1\d{10})(-[A-Za-z0-9]+)?$/;
const LABELS: Record<string, number> = { pass: 100, review: 21000, risky: 21000 };

/** One message per consent of the person (43101 otherwise): nothing that must happen may depend on one arriving. */
const subscribeMessageSend: Api = (input, world) => {
  const openid = text(input.touser);
  const template = text(input.template_id);
  if (openid === '') return failed(40003, 'invalid openid');
  if (template === '') return failed(40037, 'invalid template_id');
  if (typeof input.data !== 'object' || input.data === null) return failed(47003, 'argument invalid! data is empty');
  if (!world.takeConsent(openid, template)) return failed(43101, 'user refuse to accept the msg');
  return { result: { errcode: 0, errmsg: 'ok', msgid: world.now } };
};

/** Version 2 wants a person who called within the last two hours (61010 otherwise); version 1 knows content alone. */
const msgSecCheck: Api = (input, world) => {
  const suggest = text(world.setting?.suggest) || 'pass';
  const note = world.setting === undefined ? { note: 'unset default' } : {};
  if (text(input.content) === '') return failed(44002, 'content is empty');
  if (input.version !== 2) {
    if (suggest === 'pass') return { result: { errcode: 0, errmsg: 'ok' }, ...note };
    return failed(87014, 'risky content');
  }
  const openid = text(input.openid);
  if (openid === '') return failed(40003, 'invalid openid');
  const visit = world.lastVisit(openid);
  if (visit === undefined || world.now - visit > VISIT_MS) return failed(61010, 'code is expired');
  const label = typeof world.setting?.label === 'number' ? world.setting.label : (LABELS[suggest] ?? 21000);
  const result = { suggest, label };
  return { result: { errcode: 0, errmsg: 'ok', trace_id: `local-${world.now}`, result, detail: [] }, ...note };
};

/** The code `phone-13800001234`, or with a suffix to have several for one number, is that number, once. */
const getPhoneNumber: Api = (input, world) => {
  const code = text(input.code);
  const number = PHONE_CODE.exec(code)?.[1];
  if (number === undefined || !world.takeCode(code)) return failed(40029, 'invalid code');
  const watermark = { timestamp: Math.floor(world.now / 1000), appid: 'wx0000000000000000' };
  const phone = { phoneNumber: number, purePhoneNumber: number, countryCode: '86', watermark };
  return { result: { errcode: 0, errmsg: 'ok', phone_info: phone } };
};

/** The open APIs that the emulator has; any other is answered as the platform answers an unknown one. */
export const apis: ReadonlyMap<string, Api> = new Map([
  ['subscribeMessage.send', subscribeMessageSend],
  ['security.msgSecCheck', msgSecCheck],
  ['phonenumber.getPhoneNumber', getPhoneNumber],
]);
