import type { OpName, OpOf } from '../../types/contract';
import type { Answer, InputOf, ValueOf } from '../../types/contract/op';

export interface Call {
  op: string;
  requestId: string;
  input: unknown;
}

type Reply<N extends OpName> = (
  input: InputOf<OpOf<N>>,
  turn: number,
) => Answer<OpOf<N>> | Promise<Answer<OpOf<N>>> | 'lost' | 'never';
export type Replies = { [N in OpName]?: Reply<N> };

export const ok = <V>(value: V): { ok: true; value: V } => ({ ok: true, value });

function isReply(reply: unknown): reply is (input: unknown, turn: number) => unknown {
  return typeof reply === 'function';
}

/**
 * Stands for the cloud: answers what it was told to and keeps every call. `lost` breaks the connection after the call
 * arrived, `never` leaves it waiting. What nobody expected is a failure of the test.
 */
export function serve(replies: Replies): Call[] {
  const calls: Call[] = [];
  const fetched = async (url: string, init: { body: string }): Promise<{ json: () => Promise<unknown> }> => {
    // What a phone would tell the platform is no call of an operation.
    if (!url.startsWith('/call/')) return { json: async () => [] };
    const call: Call = JSON.parse(init.body);
    const name = `${url.replace('/call/', '')}.${call.op}`;
    const turn = calls.filter(({ op }) => op === name).length;
    calls.push({ ...call, op: name });
    const reply = Object.entries(replies).find(([key]) => key === name)?.[1];
    if (!isReply(reply)) throw new Error(`nobody answers ${name}`);
    const answer = reply(call.input, turn);
    if (answer === 'never') return new Promise(() => undefined);
    if (answer === 'lost') throw new TypeError('Failed to fetch');
    return { json: async () => answer };
  };
  Object.assign(globalThis, { fetch: fetched });
  return calls;
}

export const sent = (calls: readonly Call[], name: OpName): Call[] => calls.filter(({ op }) => op === name);

export type Detail = ValueOf<OpOf<'activity.get'>>;
