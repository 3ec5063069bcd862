import type { ActivityPlan } from '../../../domain/activity/activity';
import { dayOf, monthOf } from '../../../domain/time/shanghai';
import type { ActivityCard, ListActivities } from '../../../types/contract/activity';
import { BRANDS, FORMATS } from '../../../types/vocabulary';
import type { RunningCloud } from '../../support/cloud';
import { DAY, HOUR, NOON, plan, session } from '../../support/plans';
import { chance, oneOf, saySeed } from '../../support/seed';
import { addActivities, setClock, startTown } from '../../support/town';

const TITLES = ['职工音乐节', '乒乓球联赛', '羽毛球联赛', '读书市集', '健步走', '电竞 5v5 联赛'];
const random = chance(saySeed());

/** A year of activities by chance: over, under way, open, not open yet, only announced. */
const YEAR: ActivityPlan[] = Array.from({ length: 150 }, (_, at) => {
  const startsAt = NOON + Math.floor((random() * 400 - 200) * DAY);
  const endsAt = startsAt + (random() < 0.2 ? 3 * DAY : 2 * HOUR);
  const opensAt = startsAt - Math.floor((5 + random() * 60) * DAY);
  return plan({
    id: `act-${at}`,
    title: `${oneOf(TITLES, random)}${at}`,
    brand: oneOf(BRANDS, random),
    format: oneOf(FORMATS, random),
    opensAt,
    closesAt: opensAt + Math.floor((1 + random() * 40) * DAY),
    preview: random() < 0.1,
    sessions: [{ ...session('s1', 10), startsAt, endsAt }],
  });
});

let cloud: RunningCloud;

beforeAll(async () => {
  cloud = await startTown({ instances: 2 });
  await addActivities(cloud, ...YEAR);
});

beforeEach(() => setClock(cloud, NOON));
afterAll(() => cloud.stop());

async function page(input: ListActivities) {
  const { answer } = await cloud.call('activity', 'list', input, { openid: 'reader' });
  if (!answer.ok) throw new Error(JSON.stringify(answer));
  return answer.value;
}

async function all(input: ListActivities, between: () => Promise<void> = async () => {}): Promise<ActivityCard[]> {
  const items: ActivityCard[] = [];
  let cursor: string | undefined;
  do {
    const { items: some, next } = await page({ ...input, ...(cursor !== undefined && { cursor }) });
    expect(some.length).toBeLessThanOrEqual(20);
    items.push(...some);
    cursor = next;
    if (cursor !== undefined) await between();
  } while (cursor !== undefined);
  return items;
}

const startOf = (each: ActivityPlan) => Math.min(...each.sessions.map(({ startsAt }) => startsAt));
const endOf = (each: ActivityPlan) => Math.max(...each.sessions.map(({ endsAt }) => endsAt));

/** The rule of a list, said over plans: which belong there, and in which order. */
function expected({ brand, month, day, status, text }: ListActivities): string[] {
  const dated = month !== undefined || day !== undefined;
  const over = (each: ActivityPlan) => endOf(each) <= NOON;
  const touches = (each: ActivityPlan, of: (at: number) => string, what: string) => {
    for (let at = startOf(each); at < endOf(each); at += HOUR) if (of(at) === what) return true;
    return of(endOf(each) - 1) === what;
  };
  const found = YEAR.filter(
    (each) =>
      (brand === undefined || each.brand === brand) &&
      (month === undefined || touches(each, monthOf, month)) &&
      (day === undefined || touches(each, dayOf, day)) &&
      (text === undefined || each.title.includes(text)) &&
      (status === undefined ? dated || !over(each) : (status === 'past') === over(each)) &&
      (status !== 'soon' || (!each.preview && each.opensAt > NOON)) &&
      (status !== 'open' || (!each.preview && each.opensAt <= NOON && each.closesAt > NOON)),
  );
  const key = (each: ActivityPlan) => {
    const at = status === undefined && dated ? startOf(each) : endOf(each);
    return `${String(at).padStart(13, '0')}_${each.id}`;
  };
  const sorted = [...found].sort((a, b) => (key(a) < key(b) ? -1 : 1));
  return (status === 'past' ? sorted.reverse() : sorted).map(({ id }) => id);
}

const MONTHS = [undefined, '2026-11', '2026-12'];
const STATUSES = [undefined, 'upcoming', 'soon', 'open', 'past'] as const;
const combinations: ListActivities[] = MONTHS.flatMap((month) =>
  STATUSES.flatMap((status) =>
    [undefined, 'vital' as const].flatMap((brand) =>
      [undefined, '联赛'].map((text) => ({
        ...(month !== undefined && { month }),
        ...(status !== undefined && { status }),
        ...(brand !== undefined && { brand }),
        ...(text !== undefined && { text }),
      })),
    ),
  ),
);

test.each(combinations)(
  'a list of %j has exactly what belongs there, in its order, on pages that fit together',
  async (input) => {
    expect((await all(input)).map(({ id }) => id)).toEqual(expected(input));
  },
);

test('a day gives what touches it, also what began before', async () => {
  const busy = YEAR.find((each) => endOf(each) - startOf(each) > DAY);
  const day = dayOf((busy ? startOf(busy) : NOON) + DAY);
  expect((await all({ day })).map(({ id }) => id)).toEqual(expected({ day }));
});

test('the first page of a month names the days on which something happens, and no other page does', async () => {
  const month = '2026-11';
  const first = await page({ month });
  const happens = new Set(
    YEAR.flatMap((each) => {
      const days: string[] = [];
      for (let at = startOf(each); at < endOf(each); at += HOUR) days.push(dayOf(at));
      return [...days, dayOf(endOf(each) - 1)];
    }).filter((day) => day.startsWith(month)),
  );
  expect(first.days).toEqual([...happens].sort());
  expect(await page({})).not.toHaveProperty('days');
  if (first.next !== undefined) expect(await page({ month, cursor: first.next })).not.toHaveProperty('days');
});

test('rows that are added while one pages neither repeat nor push out what was there', async () => {
  const before = expected({ status: 'upcoming' });
  let added = 0;
  const items = await all({ status: 'upcoming' }, async () => {
    added += 1;
    const startsAt = NOON + added * HOUR;
    const sessions = [{ ...session('s1', 10), startsAt, endsAt: startsAt + HOUR }];
    const late = [{ ...session('s1', 10), startsAt: NOON + 390 * DAY, endsAt: NOON + 391 * DAY + added }];
    await addActivities(cloud, plan({ id: `early-${added}`, sessions }), plan({ id: `late-${added}`, sessions: late }));
  });
  const seen = items.map(({ id }) => id);
  expect(new Set(seen).size).toBe(seen.length);
  expect(seen.filter((id) => id.startsWith('act-'))).toEqual(before);
});

test('what is over when the next page is asked for does not come back', async () => {
  const first = await page({ status: 'upcoming' });
  await setClock(cloud, NOON + 100 * DAY);
  const second = await page({ status: 'upcoming', ...(first.next !== undefined && { cursor: first.next }) });
  expect(second.items.filter(({ phase }) => phase === 'ended').map(({ id }) => id)).toEqual([]);
});
