import { Agent, type IncomingHttpHeaders, request } from 'node:http';

/** Connections are kept for less time than the emulator keeps them, so that none is used while it is being closed. */
const agent = new Agent({ keepAlive: true, timeout: 30_000 });

export interface Reply {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
}

/**
 * One request to an emulator. A run makes hundreds of thousands: what `fetch` does for each beyond this costs as much as the
 * emulator's own side of it. Rejects where the connection ends before the answer does.
 */
export function send(
  url: string,
  { method, headers = {}, body }: { method: string; headers?: Record<string, string>; body?: string },
): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const sending = request(url, { agent, method, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (part: string) => {
        text += part;
      });
      response.once('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text }));
      response.once('error', reject);
    });
    sending.once('error', reject);
    sending.end(body);
  });
}
