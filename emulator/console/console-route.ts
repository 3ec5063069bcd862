import type { IncomingMessage, ServerResponse } from 'node:http';
import { readBody } from '../server/body';
import type { Cloud } from '../server/cloud';
import { StoreError } from '../store/store';
import { WireError } from '../wire/wire-error';
import { type ApiReply, consoleApi } from './console-api';
import page from './page.html';

/** Seeds put whole collections in at once. */
const MOST_BODY_BYTES = 256 * 1024 * 1024;

function send(response: ServerResponse, reply: ApiReply): void {
  response.writeHead(reply.status, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
  });
  response.end('text' in reply ? reply.text : JSON.stringify(reply.value));
}

async function answer(cloud: Cloud, what: string, query: URLSearchParams, body: string): Promise<ApiReply> {
  try {
    const reply = await consoleApi(cloud, what, query, body);
    return reply ?? { status: 404, value: { error: `there is no ${what}` } };
  } catch (error) {
    if (error instanceof StoreError || error instanceof WireError)
      return { status: 400, value: { error: error.message, code: error.code } };
    throw error;
  }
}

/** `/_console`, the page, and `/_console/api/*`, its JSON, which tests use as well. */
export async function handleConsole(
  cloud: Cloud,
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const name = url.pathname.slice('/_console'.length);
  if (!name.startsWith('/api/')) {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(page);
    return;
  }
  const body = await readBody(request, MOST_BODY_BYTES);
  if (body === undefined) return send(response, { status: 400, value: { error: 'the body is too large' } });
  const what = `${request.method ?? ''} ${name.slice('/api/'.length)}`;
  send(response, await answer(cloud, what, url.searchParams, body.toString('utf8')));
}
