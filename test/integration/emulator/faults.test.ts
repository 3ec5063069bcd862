import type { RunningCloud } from '../../support/cloud';
import { somebody, startFixtures } from './fixture-cloud';

/** The operation `wholeWork` makes three wire calls: add a document, update it, read it. */
describe('faults at the n-th wire call', () => {
  let cloud: RunningCloud;
  let made = 0;

  beforeAll(async () => {
    cloud = await startFixtures(['database']);
  });
  afterAll(() => cloud.stop());
  beforeEach(async () => {
    await cloud.api('DELETE', 'faults');
    made += 1;
  });

  const fault = (fields: Record<string, unknown>) => cloud.api('POST', 'faults', { op: 'wholeWork', ...fields });
  const work = () => cloud.call('database', 'wholeWork', { id: `work-${made}` }, somebody);
  const stored = async (): Promise<unknown> => {
    const documents: unknown[] = Object(await cloud.api('GET', 'documents?collection=notes'));
    return documents.find((document) => Object(document)._id === `work-${made}`);
  };
  const asStored = (n: number) => ({ _id: `work-${made}`, n: { $numberInt: String(n) } });

  test.each(['fail', 'answer-lost', 'kill'])('%s before the effect: the write was not done', async (effect) => {
    await fault({ at: 2, when: 'before', effect });
    expect((await work()).answer).toMatchObject({ ok: false, refusal: 'INTERNAL' });
    expect(await stored()).toEqual(asStored(1));
  });

  test.each(['fail', 'answer-lost', 'kill'])('%s after the effect: the write was done, once', async (effect) => {
    await fault({ at: 2, when: 'after', effect });
    expect((await work()).answer).toMatchObject({ ok: false, refusal: 'INTERNAL' });
    expect(await stored()).toEqual(asStored(2));
  });

  test('a delay changes nothing but the time', async () => {
    await fault({ at: 1, when: 'before', effect: 'delay', ms: 30 });
    expect((await work()).answer).toEqual({ ok: true, value: { _id: `work-${made}`, n: 2 } });
    expect(await cloud.api('GET', 'faults')).toMatchObject([{ struck: 1, times: 0 }]);
  });

  test('a fault strikes as often as asked, and then no more', async () => {
    await fault({ at: 1, when: 'before', effect: 'fail', times: 2 });
    for (const refused of [true, true, false]) expect((await work()).answer.ok).toBe(!refused);
  });

  test('a fault for another operation or function strikes nothing', async () => {
    await fault({ op: 'other', at: 1, when: 'before', effect: 'fail' });
    await fault({ function: 'other', at: 1, when: 'before', effect: 'fail' });
    expect((await work()).answer.ok).toBe(true);
  });

  test('a fault past the last wire call never strikes, and says so', async () => {
    await fault({ at: 4, when: 'before', effect: 'fail' });
    expect((await work()).answer.ok).toBe(true);
    expect(await cloud.api('GET', 'faults')).toMatchObject([{ struck: 0, times: 0 }]);
  });

  test('faults that were taken back strike nothing', async () => {
    await fault({ at: 1, when: 'before', effect: 'fail' });
    await cloud.api('DELETE', 'faults');
    expect((await work()).answer.ok).toBe(true);
  });

  test.each([
    { at: 0, when: 'before', effect: 'fail' },
    { at: 1, when: 'during', effect: 'fail' },
    { at: 1, when: 'before', effect: 'explode' },
    { at: 1, when: 'before', effect: 'fail', times: 0 },
  ])('%j is no fault', async (fields) => {
    await expect(fault(fields)).rejects.toThrow(/answered 400/);
  });
});
