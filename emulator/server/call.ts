import type { IncomingMessage, ServerResponse } from 'node:http';
import { opOf } from '../host/function-host';
import type { Meter } from '../host/invocation';
import { MOST_REQUEST_BYTES } from '../wire/functions';
import { isRecord, parseJson } from '../wire/json';
import { readBody } from './body';
import type { Cloud } from './cloud';

/** Digits only are refused: the SDK turns such an openid into a number. */
const OPENID = /^(?!\d+$)[A-Za-z0-9_-]{1,64}$/;

interface Issue {
  path: string;
  message: string;
}

function answer(response: ServerResponse, body: string, headers: Record<string, string | number> = {}): void {
  response.writeHead(200, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
    ...headers,
  });
  response.end(body);
}

const refuse = (response: ServerResponse, ...issues: Issue[]): void =>
  answer(response, JSON.stringify({ ok: false, refusal: 'BAD_INPUT', detail: { issues } }));

const meterHeaders = (id: string, meter: Meter): Record<string, string | number> => ({
  'x-request-id': id,
  'x-wire-calls': meter.wireCalls,
  'x-db-calls': meter.dbCalls,
  'x-docs-read': meter.docsRead,
  'x-unindexed': meter.unindexed,
});

/** The event that the client sent and the operation it names, or a sentence on what is wrong with it. */
function readEvent(body: Buffer | undefined): { event: string; op: string } | string {
  if (body === undefined) return 'the body is larger than 100 KB';
  const event = body.toString('utf8');
  const value = parseJson(event);
  if (value === undefined) return 'the body is not JSON';
  return isRecord(value) ? { event, op: opOf(value) } : 'the body should be an object';
}

/**
 * `POST /call/<function>`: the mini-program's `callFunction` over HTTP. The identity is the header `x-openid`, which
 * only the emulator accepts; whatever is wrong with a request is a refusal, never an HTTP error.
 */
export async function handleCall(
  cloud: Cloud,
  name: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const read = readEvent(await readBody(request, MOST_REQUEST_BYTES));
  const openid = request.headers['x-openid'];
  if (typeof openid !== 'string' || !OPENID.test(openid))
    return refuse(response, { path: 'x-openid', message: '1 to 64 letters, digits, _ and -, not digits alone' });
  if (!cloud.host.has(name)) return refuse(response, { path: 'function', message: `there is no function ${name}` });
  if (typeof read === 'string') return refuse(response, { path: '', message: read });
  cloud.openApi.visited(openid);
  const start = { function: name, source: 'wx_client', openid, ...read };
  const { invocation, outcome } = await cloud.host.invoke(start);
  const body =
    outcome.kind === 'done'
      ? outcome.result
      : JSON.stringify({ ok: false, refusal: 'INTERNAL', detail: { id: invocation.id } });
  answer(response, body, meterHeaders(invocation.id, invocation.meter));
}
