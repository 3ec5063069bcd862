import { nextRun, parseCron } from '../../../emulator/host/cron';
import type { RunningCloud } from '../../support/cloud';
import { somebody, startFixtures } from './fixture-cloud';

describe('the movable clock', () => {
  let cloud: RunningCloud;

  beforeAll(async () => {
    cloud = await startFixtures(['probe'], { timers: true });
  });
  afterAll(() => cloud.stop());

  const time = async (): Promise<{ now: number; built: string }> => {
    const { answer } = await cloud.call('probe', 'time', {}, somebody);
    return answer.ok ? Object(answer.value) : { now: 0, built: '' };
  };
  const ticks = async (): Promise<unknown[]> => {
    const calls: unknown[] = Object(await cloud.api('GET', 'calls'));
    return calls.filter((call) => Object(call).op === 'tick');
  };

  test('functions see the moved time, in instances that run already too', async () => {
    await time();
    await cloud.api('POST', 'clock', { now: '2031-05-01T00:00:00Z' });
    const moved = await time();
    expect(new Date(moved.now).toISOString()).toMatch(/^2031-05-01T00:00:/);
    expect(moved.built).toMatch(/^2031-05-01T00:00:/);
    await cloud.api('POST', 'clock', { advanceMs: 3600_000 });
    expect((await time()).built).toMatch(/^2031-05-01T01:00:/);
    expect(await cloud.api('POST', 'clock', { reset: true })).toMatchObject({ offsetMs: 0 });
    expect((await time()).built.slice(0, 4)).not.toBe('2031');
  });

  test('an instance that starts after the clock was moved sees the moved time', async () => {
    await cloud.api('POST', 'clock', { now: '2031-05-01T00:00:00Z' });
    await cloud.call('probe', 'exit', {}, somebody);
    expect((await time()).built).toMatch(/^2031-05-01T00:00:/);
    await cloud.api('POST', 'clock', { reset: true });
  });

  test('moving forward over many runs of a timer runs it once', async () => {
    await cloud.api('POST', 'clock', { reset: true });
    const before = (await ticks()).length;
    await cloud.api('POST', 'clock', { advanceMs: 10 * 24 * 3600_000 });
    while ((await ticks()).length === before) await time();
    expect((await ticks()).length).toBe(before + 1);
    const { timers }: { timers: { next: string }[] } = Object(await cloud.api('GET', 'state'));
    expect(timers[0]?.next).toMatch(/T19:00:00.000Z$/);
  });

  test('a clock that is given no time is refused', async () => {
    await expect(cloud.api('POST', 'clock', { now: 'soon' })).rejects.toThrow(/answered 400/);
  });
});

describe('the seven fields of a timer, in Shanghai time', () => {
  const next = (cron: string, after: string): string | undefined => {
    const run = nextRun(parseCron(cron), Date.parse(after));
    return run === undefined ? undefined : new Date(run).toISOString();
  };

  test.each([
    ['every five seconds', '*/5 * * * * * *', '2026-11-20T05:00:01Z', '2026-11-20T05:00:05.000Z'],
    ['strictly after', '*/5 * * * * * *', '2026-11-20T05:00:05Z', '2026-11-20T05:00:10.000Z'],
    ['three in the morning', '0 0 3 * * * *', '2026-11-20T05:00:00Z', '2026-11-20T19:00:00.000Z'],
    ['past midnight there, not here', '0 30 0 * * * *', '2026-11-20T16:00:00Z', '2026-11-20T16:30:00.000Z'],
    ['the last minute of the year', '0 59 23 31 12 * *', '2026-12-31T15:59:00Z', '2027-12-31T15:59:00.000Z'],
    ['weekdays by name', '0 0 9 * * MON-FRI *', '2026-11-20T02:00:00Z', '2026-11-23T01:00:00.000Z'],
    ['day and weekday both given mean either', '0 0 0 1 * SUN *', '2026-11-20T00:00:00Z', '2026-11-21T16:00:00.000Z'],
    ['the 29th of February', '0 0 0 29 2 * *', '2026-11-20T00:00:00Z', '2028-02-28T16:00:00.000Z'],
    ['a list and a range', '0 10,40 8-9 * * * *', '2026-11-20T00:40:00Z', '2026-11-20T01:10:00.000Z'],
  ])('%s', (_what, cron, after, expected) => {
    expect(next(cron, after)).toBe(expected);
  });

  test('a year that is over never comes', () => {
    expect(next('0 0 0 1 1 * 2026', '2026-11-20T00:00:00Z')).toBeUndefined();
  });

  test.each(['* * * * * *', '60 * * * * * *', '* * 24 * * * *', '* * * 0 * * *', '*/0 * * * * * *', 'a * * * * * *'])(
    'the fields %j are refused',
    (cron) => {
      expect(() => parseCron(cron)).toThrow(/a timer/);
    },
  );
});
