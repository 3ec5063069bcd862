import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RunningCloud } from '../../support/cloud';
import { somebody, startFixtures } from './fixture-cloud';

describe('the function host', () => {
  let cloud: RunningCloud;

  beforeAll(async () => {
    cloud = await startFixtures(['probe', 'hasty', 'hello', 'outside'], {
      instances: 4,
      env: { FIXTURE_NAME: 'passed on', SECRET: 'x' },
    });
  });
  afterAll(() => cloud.stop());

  const value = async (op: string, input: unknown = {}, fn = 'probe'): Promise<unknown> => {
    const { answer } = await cloud.call(fn, op, input, somebody);
    if (!answer.ok) throw new Error(`${op} answered ${answer.refusal}`);
    return answer.value;
  };
  const log = (): Record<string, unknown>[] =>
    readFileSync(join(cloud.data, 'log', 'emulator.jsonl'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));

  test('identities of calls at the same time never mix', async () => {
    const people = Array.from({ length: 60 }, (_, n) => `person-${n}`);
    const seen = await Promise.all(
      people.map(async (openid, n) => {
        const { answer } = await cloud.call('probe', 'who', { ms: (n * 7) % 25 }, { openid });
        return answer;
      }),
    );
    expect(seen).toEqual(
      people.map((openid) => ({ ok: true, value: { before: openid, after: openid, source: 'wx_client' } })),
    );
  });

  test('no more instances run than allowed, and what is beyond waits', async () => {
    await Promise.all(Array.from({ length: 20 }, () => value('who', { ms: 10 })));
    const { instances }: { instances: { function: string }[] } = Object(await cloud.api('GET', 'state'));
    expect(instances.filter((instance) => instance.function === 'probe').length).toBeLessThanOrEqual(4);
  });

  test('an instance with nothing to do is stopped after a while', async () => {
    const short = await startFixtures(['probe'], { idle: 1 });
    await short.call('probe', 'calls', {}, somebody);
    const running = async (): Promise<unknown[]> => Object(await short.api('GET', 'state')).instances;
    expect(await running()).toHaveLength(1);
    while ((await running()).length > 0) await new Promise((resolve) => setTimeout(resolve, 100));
    expect((await short.call('probe', 'calls', {}, somebody)).answer).toEqual({ ok: true, value: 1 });
    await short.stop();
  });

  test('an instance lives on between calls and keeps its memory', async () => {
    const counts = new Set<unknown>();
    for (let n = 0; n < 10; n += 1) counts.add(await value('calls'));
    expect(Math.max(...[...counts].map(Number))).toBeGreaterThan(1);
  });

  test('a function sees only the environment that it declares', async () => {
    expect(await value('environment', { name: 'FIXTURE_NAME' })).toBe('passed on');
    for (const name of ['SECRET', 'HOME', 'PATH']) expect(await value('environment', { name })).toBeNull();
  });

  test('the context names the request as the response header and the log do', async () => {
    const { answer, requestId } = await cloud.call('probe', 'context', {}, somebody);
    expect(answer).toMatchObject({ ok: true, value: { request_id: requestId, function_name: 'probe' } });
  });

  test('the end of one instance is the end of its call alone, and the next call gets a new one', async () => {
    const others = Array.from({ length: 3 }, () => cloud.call('probe', 'who', { ms: 120 }, somebody));
    const crashed = await cloud.call('probe', 'exit', {}, somebody);
    expect(crashed.answer).toEqual({ ok: false, refusal: 'INTERNAL', detail: { id: crashed.requestId } });
    for (const other of await Promise.all(others)) expect(other.answer).toMatchObject({ ok: true });
    expect(await value('context')).toMatchObject({ function_name: 'probe' });
  });

  test('a rejection that nobody waits for ends the instance as on the platform', async () => {
    const { answer } = await cloud.call('probe', 'reject-later', {}, somebody);
    expect(answer).toMatchObject({ ok: false, refusal: 'INTERNAL' });
    expect(await value('context')).toMatchObject({ function_name: 'probe' });
  });

  test('what is thrown is INTERNAL with an id that the log explains', async () => {
    const { answer, requestId } = await cloud.call('probe', 'throw', {}, somebody);
    expect(answer).toEqual({ ok: false, refusal: 'INTERNAL', detail: { id: requestId } });
    expect(log().find((entry) => entry.requestId === requestId)).toMatchObject({
      outcome: 'threw',
      error: expect.stringContaining('thrown on purpose'),
    });
  });

  test('the time limit ends a call; what it committed stays', async () => {
    const { answer, requestId } = await cloud.call('hasty', 'write-then-hang', { name: 'stays' }, somebody);
    expect(answer).toMatchObject({ ok: false, refusal: 'INTERNAL' });
    expect(log().find((entry) => entry.requestId === requestId)).toMatchObject({ outcome: 'timeout' });
    expect(await cloud.api('GET', 'documents?collection=notes')).toContainEqual({ _id: 'stays' });
  });

  test('the time limit ends a function that never lets go, and others run meanwhile', async () => {
    const spinning = cloud.call('hasty', 'spin', {}, somebody);
    expect(await value('call', { name: 'hello', data: { a: 1 } }, 'outside')).toEqual({ gave: { hi: { a: 1 } } });
    expect((await spinning).answer).toMatchObject({ ok: false, refusal: 'INTERNAL' });
    expect(await value('context', {}, 'hasty')).toMatchObject({ function_name: 'hasty' });
  });

  test('a result over 1 MB fails the call, one under it does not', async () => {
    expect(String(await value('large', { bytes: 1_000_000 }))).toHaveLength(1_000_000);
    const { answer } = await cloud.call('probe', 'large', { bytes: 1_100_000 }, somebody);
    expect(answer).toMatchObject({ ok: false, refusal: 'INTERNAL' });
  });

  test('the log holds what a function said with the request, and neither openids nor inputs', async () => {
    const { requestId } = await cloud.call('probe', 'say', { name: 'a private word' }, { openid: 'private-person' });
    expect(log()).toContainEqual(
      expect.objectContaining({ event: 'console', requestId, level: 'log', text: 'said by the function' }),
    );
    const text = JSON.stringify(log());
    expect(text).not.toContain('private-person');
    expect(text).not.toContain('a private word');
  });

  test('a timer runs with SOURCE wx_trigger and nobody’s openid', async () => {
    const ran = await cloud.api('POST', 'timers/run', { function: 'probe', name: 'tick' });
    expect(ran).toMatchObject({
      result: { ok: true, value: { Type: 'Timer', TriggerName: 'tick', Message: '', Time: expect.any(String) } },
    });
  });

  test('11: an event that looks like a timer’s is still a client’s', async () => {
    const response = await fetch(`${cloud.url}/call/probe`, {
      method: 'POST',
      headers: { 'x-openid': 'somebody' },
      body: JSON.stringify({ Type: 'Timer', TriggerName: 'tick', Time: '2026-01-01T00:00:00Z', Message: '' }),
    });
    expect(await response.json()).toEqual({ ok: false, refusal: 'FORBIDDEN', detail: { SOURCE: 'wx_client' } });
  });

  test('a function called by a function reads the chain as its SOURCE, and its calls count for the caller', async () => {
    const { answer, meter } = await cloud.call('outside', 'call', { name: 'hello', data: { op: 'who' } }, somebody);
    expect(answer).toEqual({ ok: true, value: { gave: { OPENID: null, SOURCE: 'wx_client,scf' } } });
    expect(meter).toMatchObject({ wireCalls: 2, dbCalls: 1 });
    expect(await value('call', { name: 'hello', data: { a: 1 } }, 'outside')).toEqual({ gave: { hi: { a: 1 } } });
  });

  test('the console lists calls newest first, with their outcome', async () => {
    const { requestId } = await cloud.call('probe', 'refuse', {}, somebody);
    const [newest]: unknown[] = Object(await cloud.api('GET', 'calls'));
    expect(newest).toMatchObject({
      id: requestId,
      function: 'probe',
      op: 'refuse',
      source: 'wx_client',
      outcome: 'FULL',
    });
  });
});
