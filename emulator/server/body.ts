import type { IncomingMessage } from 'node:http';

/** The body whole, or `undefined` where it is larger than `most` bytes; what is too much is read away and dropped. */
export function readBody(request: IncomingMessage, most: number): Promise<Buffer | undefined> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes <= most) chunks.push(chunk);
      else chunks.length = 0;
    });
    request.once('end', () => resolve(bytes > most ? undefined : Buffer.concat(chunks)));
    request.once('error', reject);
    // Where it ended, this comes too late to matter.
    request.once('close', () => reject(new Error('the request was cut off')));
  });
}
