import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { type Files, soundPath } from '../storage/files';
import { contentTypeOf } from './content-type';

function refuse(response: ServerResponse, status: number, code: string): void {
  const body = `<?xml version='1.0' encoding='utf-8' ?><Error><Code>${code}</Code><Message>${code}</Message><RequestId>local</RequestId><TraceId>local</TraceId></Error>`;
  response.writeHead(status, { 'content-type': 'application/xml' });
  response.end(body);
}

function decode(encoded: string): string | undefined {
  try {
    return soundPath(decodeURIComponent(encoded));
  } catch {
    // Malformed percent-encoding names no file.
    return undefined;
  }
}

/** `PUT` and `GET /cos/<path>`: what stands behind upload metadata and temporary URLs; both need the grant given there. */
export async function handleCos(
  files: Files,
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const path = decode(url.pathname.slice('/cos/'.length));
  if (path === undefined) return refuse(response, 400, 'InvalidObjectName');
  if (request.method === 'PUT') {
    const grant = request.headers['x-cos-security-token'];
    if (typeof grant !== 'string' || !files.allows('put', path, grant)) return refuse(response, 403, 'AccessDenied');
    await files.write(path, request);
    response.writeHead(200);
    response.end();
    return;
  }
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(response, 405, 'MethodNotAllowed');
  if (!files.allows('get', path, url.searchParams.get('sign') ?? '')) return refuse(response, 403, 'AccessDenied');
  if (!files.has(path)) return refuse(response, 404, 'NoSuchKey');
  const headers = { 'content-type': contentTypeOf(path), 'content-length': files.size(path) };
  response.writeHead(200, { ...headers, 'x-content-type-options': 'nosniff' });
  if (request.method === 'HEAD') response.end();
  else await pipeline(files.read(path), response);
}
