import { setTimeout as sleep } from 'node:timers/promises';
import { cloud } from './sdk';

interface Event {
  op?: string;
  input?: { ms?: number; name?: string; bytes?: number };
  Type?: string;
  TriggerName?: string;
}

interface Context {
  request_id: string;
  function_name: string;
}

let calls = 0;

async function who(ms: number): Promise<unknown> {
  const before = cloud.getWXContext().OPENID;
  await sleep(ms);
  await cloud.database().collection('notes').count();
  return { before, after: cloud.getWXContext().OPENID, source: cloud.getWXContext().SOURCE };
}

/** What a function can do to its instance, and what it can see from inside. */
export async function main(event: Event, context: Context): Promise<unknown> {
  calls += 1;
  const { ms = 0, name = '', bytes = 0 } = event.input ?? {};
  if (event.Type === 'Timer') {
    const { SOURCE, OPENID } = cloud.getWXContext();
    const accepted = SOURCE === 'wx_trigger' && OPENID === undefined;
    return accepted ? { ok: true, value: event } : { ok: false, refusal: 'FORBIDDEN', detail: { SOURCE } };
  }
  switch (event.op) {
    case 'who':
      return { ok: true, value: await who(ms) };
    case 'calls':
      return { ok: true, value: calls };
    case 'context':
      return { ok: true, value: context };
    case 'environment':
      return { ok: true, value: process.env[name] ?? null };
    case 'time':
      return { ok: true, value: { now: Date.now(), built: new Date().toISOString() } };
    case 'say':
      console.log('said by the function');
      return { ok: true, value: null };
    case 'throw':
      throw new Error('thrown on purpose');
    case 'exit':
      return process.exit(1);
    case 'reject-later':
      void Promise.reject(new Error('nobody waits for this'));
      await sleep(50);
      return { ok: true, value: null };
    case 'write-then-hang':
      await cloud
        .database()
        .collection('notes')
        .add({ data: { _id: name } });
      await sleep(60_000);
      return { ok: true, value: null };
    case 'spin':
      while (calls > 0) calls += 1;
      return { ok: true, value: null };
    case 'large':
      return { ok: true, value: 'x'.repeat(bytes) };
    case 'refuse':
      return { ok: false, refusal: 'FULL', detail: {} };
    default:
      return { ok: true, value: event };
  }
}

main.forget = (): void => {
  calls = 0;
};
