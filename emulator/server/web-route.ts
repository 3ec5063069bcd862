import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { contentTypeOf } from './content-type';

async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isFile(),
    // A path that cannot be looked at is answered like one that is not there.
    () => false,
  );
}

function decode(pathname: string): string | undefined {
  try {
    return decodeURIComponent(pathname);
  } catch {
    // Malformed percent-encoding names no file.
    return undefined;
  }
}

/** Serves the built browser client; a path without an ending is a page of it and gets `index.html`. */
export async function handleWeb(web: string, pathname: string, response: ServerResponse): Promise<void> {
  const decoded = decode(pathname);
  const root = normalize(web + sep);
  const asked = decoded === undefined || decoded.includes('\0') ? undefined : join(root, decoded);
  const inside = asked?.startsWith(root) ? asked : undefined;
  const page = extname(pathname) === '' || extname(pathname) === '.html';
  const candidates = [inside, page ? join(root, 'index.html') : undefined];
  for (const path of candidates) {
    if (path === undefined || !(await isFile(path))) continue;
    response.writeHead(200, { 'content-type': contentTypeOf(path), 'cache-control': 'no-cache' });
    return pipeline(createReadStream(path), response);
  }
  response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' });
  response.end('not found');
}
