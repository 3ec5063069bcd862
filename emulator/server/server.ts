import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { handleConsole } from '../console/console-route';
import { handleCall } from './call';
import type { Cloud } from './cloud';
import { handleCos } from './cos-route';
import { handleWeb } from './web-route';
import { handleWire } from './wire-route';

/** Longer than the SDK keeps an unused connection, so that it never sends on one that closes at that moment. */
const KEEP_ALIVE_MS = 65_000;
const LOOPBACK = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/;

function plain(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' });
  response.end(text);
}

async function route(cloud: Cloud, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { method = '' } = request;
  const host = request.headers.host ?? '';
  // Another name for this machine means a page elsewhere made the browser ask: nothing here is for it.
  if (!LOOPBACK.test(host)) return plain(response, 403, 'the emulator answers on loopback only');
  // A page of another site may send simple requests here, unseen; a browser says so in this header.
  if (method !== 'GET' && request.headers['sec-fetch-site'] === 'cross-site')
    return plain(response, 403, 'another site asks');
  const address = `http://${host}${request.url ?? '/'}`;
  if (!URL.canParse(address)) return plain(response, 400, 'not an address');
  const url = new URL(address);
  const [, area = '', rest = '', ...more] = url.pathname.split('/');
  const deep = more.length > 0;
  if (area === 'admin' && method === 'POST' && !deep)
    return handleWire(cloud, rest === '' ? undefined : rest, request, response);
  if (area === 'call' && method === 'POST' && !deep) return handleCall(cloud, rest, request, response);
  if (area === 'cos') return handleCos(cloud.files, url, request, response);
  if (area === '_console') return handleConsole(cloud, url, request, response);
  if ((method === 'GET' || method === 'HEAD') && cloud.web !== undefined)
    return handleWeb(cloud.web, url.pathname, response);
  return plain(response, 404, 'not found');
}

/**
 * The emulator's HTTP server; what breaks while it answers is logged and ends that one answer. It listens before the
 * data is opened, so `current` may give nothing yet.
 */
export function makeServer(current: () => Cloud | undefined): Server {
  const server = createServer((request, response) => {
    const cloud = current();
    if (cloud === undefined) return plain(response, 503, 'the emulator is starting');
    route(cloud, request, response).catch((error: unknown) => {
      if (response.destroyed) return;
      cloud.journal.bug(error);
      if (response.headersSent) response.destroy();
      else plain(response, 500, 'the emulator failed; its log says why');
    });
  });
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  return server;
}
