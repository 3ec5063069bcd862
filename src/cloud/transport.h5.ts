import type { Delivery, Sending, Transport } from './delivery';
import { currentIdentity } from './identity';

async function send({ area, body, timeoutMs }: Sending): Promise<Delivery> {
  if (!navigator.onLine) return { kind: 'offline' };
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), timeoutMs);
  try {
    const answer = await fetch(`/call/${area}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-openid': currentIdentity() },
      body: JSON.stringify(body),
      signal: abort.signal,
    });
    return { kind: 'answered', answer: await answer.json() };
  } catch {
    // A broken connection, an answer cut short, a server that restarts: all of them mean that we do not know.
    return navigator.onLine ? { kind: 'lost', slow: abort.signal.aborted } : { kind: 'offline' };
  } finally {
    clearTimeout(timer);
  }
}

export const transport: Transport = {
  send,
  randomBytes: async (count) => crypto.getRandomValues(new Uint8Array(count)),
};
