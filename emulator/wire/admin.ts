import { randomUUID } from 'node:crypto';
import { ENVIRONMENT, type FunctionHost } from '../host/function-host';
import type { Invocation } from '../host/invocation';
import type { OpenApi } from '../openapi/open-api';
import type { Files } from '../storage/files';
import { type Plan, type Store, StoreError } from '../store/store';
import { errorAnswer, jsonAnswer, type WireAnswer } from './answer';
import { databaseActions } from './database';
import { invokeFunction } from './functions';
import { isRecord, type JsonRecord, parseJson } from './json';
import { storageActions } from './storage';
import { invalid, WireError } from './wire-error';

export interface WireParts {
  store: Store;
  files: Files;
  openApi: OpenApi;
  host: FunctionHost;
  /** Hears of every statement of the store, and of bugs that became an answer. */
  statement: (plan: Plan, filter: unknown, invocation: Invocation | undefined) => void;
  bug: (error: unknown) => void;
}

/** One request to `/admin`, read but not yet carried out. */
export interface WireRequest {
  requestId: string;
  /** Like `database.getDocument`; empty where the body names none. */
  action: string;
  params: JsonRecord;
  contentType: string;
  body: Buffer;
}

/** Reads the body; refuses nothing yet, so that a fault strikes a malformed call as well. */
export function readWireRequest(contentType: string, body: Buffer): WireRequest {
  const requestId = randomUUID();
  if (contentType.startsWith('multipart/form-data'))
    return { requestId, action: 'wx.openApi', params: {}, contentType, body };
  const value = parseJson(body.toString('utf8'));
  const params = isRecord(value) ? value : {};
  const action = typeof params.action === 'string' ? params.action : '';
  return { requestId, action, params, contentType, body };
}

async function carryOut(request: WireRequest, parts: WireParts, invocation?: Invocation): Promise<WireAnswer> {
  const { action, params, requestId } = request;
  const [area = '', name = ''] = action.split('.');
  if (action === 'wx.openApi') {
    const body = parts.openApi.handle(request.contentType, request.body, invocation);
    return { contentType: 'application/octet-stream', body };
  }
  if (action === 'functions.invokeFunction')
    return jsonAnswer(requestId, await invokeFunction(params, parts.host, invocation));
  const database = area === 'database' ? databaseActions.get(name) : undefined;
  if (database !== undefined) {
    const seen = (plan: Plan, filter: unknown) => parts.statement(plan, filter, invocation);
    return jsonAnswer(requestId, await database(params, { store: parts.store, seen }));
  }
  const storage = area === 'storage' ? storageActions.get(name) : undefined;
  if (storage === undefined) throw invalid(action === '' ? 'the body should name an action' : `no action ${action}`);
  const context = { files: parts.files, baseUrl: parts.host.setting.baseUrl, environment: ENVIRONMENT };
  return jsonAnswer(requestId, storage(params, context));
}

/** Carries out one wire call. Never throws: what goes wrong is an answer with a code, as the SDK expects it. */
export async function answerWire(request: WireRequest, parts: WireParts, invocation?: Invocation): Promise<WireAnswer> {
  try {
    return await carryOut(request, parts, invocation);
  } catch (error) {
    if (error instanceof WireError || error instanceof StoreError)
      return errorAnswer(request.requestId, error.code, error.message);
    // The platform answers its own failures with SYS_ERR; here they are bugs of the emulator, so they are logged too.
    parts.bug(error);
    return errorAnswer(request.requestId, 'SYS_ERR', error instanceof Error ? error.message : String(error));
  }
}
