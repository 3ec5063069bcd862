import type { OpName, OpOf } from '../../types/contract';
import type { Accepted, Answer, InputOf, RefusalsOf, Refused, ValueOf } from '../../types/contract/op';
import type { RequestId } from '../../types/vocabulary';
import { learnTime } from './clock';
import type { Delivery } from './delivery';
import { RANDOM_BYTES, ulid } from './request-id';
import { transport } from './transport';

/** What a call that reached nobody, or whose answer stayed out, looks like. */
export type Lost = { ok: false; refusal: 'OFFLINE' | 'TIMEOUT'; detail: Record<never, never> };
export type RefusedBy<N extends OpName> = Refused<RefusalsOf<OpOf<N>>> | Lost;
export type Outcome<N extends OpName> = Accepted<ValueOf<OpOf<N>>> | RefusedBy<N>;

export interface CallOptions {
  /** The id of a former try of the same command: sent again, it is done at most once. */
  requestId?: RequestId;
}

const TIMEOUT_MS = 8_000;
/** Waits before the second and the third try. */
const BACKOFF_MS = [400, 1_500];

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** Answers are ours; what is checked is that something else, such as a gateway's page, did not answer. */
function isAnswer<N extends OpName>(answer: unknown): answer is Answer<OpOf<N>> {
  if (!isRecord(answer)) return false;
  return answer.ok === true ? 'value' in answer : typeof answer.refusal === 'string' && isRecord(answer.detail);
}

export async function newRequestId(): Promise<RequestId> {
  return ulid(Date.now(), await transport.randomBytes(RANDOM_BYTES));
}

function busyFor(answer: unknown): number | undefined {
  if (!isRecord(answer) || answer.refusal !== 'BUSY' || !isRecord(answer.detail)) return undefined;
  const { retryAfterMs } = answer.detail;
  return typeof retryAfterMs === 'number' ? Math.min(retryAfterMs, 3_000) : BACKOFF_MS[0];
}

function learnFrom(answer: unknown, sentAt: number): void {
  const value = isRecord(answer) ? answer.value : undefined;
  if (isRecord(value) && typeof value.now === 'number') learnTime(value.now, sentAt, Date.now());
}

function lostAs(delivery: Exclude<Delivery, { kind: 'answered' }>): Lost {
  return { ok: false, refusal: delivery.kind === 'lost' && delivery.slow ? 'TIMEOUT' : 'OFFLINE', detail: {} };
}

/**
 * Calls an operation. An answer that stayed out is asked for again, twice, with the same request id, so that nothing is
 * done twice; without a network it answers `OFFLINE` at once. Never throws.
 */
export async function call<N extends OpName>(
  name: N,
  input: InputOf<OpOf<N>>,
  options: CallOptions = {},
): Promise<Outcome<N>> {
  const [area = '', op = ''] = name.split('.');
  const requestId = options.requestId ?? (await newRequestId());
  for (let attempt = 0; ; attempt += 1) {
    const sentAt = Date.now();
    const delivery = await transport.send({ area, body: { op, requestId, input }, timeoutMs: TIMEOUT_MS });
    const pause = BACKOFF_MS[attempt];
    if (delivery.kind === 'answered' && isAnswer<N>(delivery.answer)) {
      learnFrom(delivery.answer, sentAt);
      const busy = busyFor(delivery.answer);
      if (busy === undefined || pause === undefined) return delivery.answer;
      await wait(busy);
      continue;
    }
    const last: Lost = delivery.kind === 'answered' ? { ok: false, refusal: 'TIMEOUT', detail: {} } : lostAs(delivery);
    if (delivery.kind === 'offline' || pause === undefined) return last;
    await wait(pause);
  }
}
