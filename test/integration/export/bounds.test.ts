import { startOfDay } from '../../../domain/time/shanghai';
import type { ExportOf } from '../../../types/contract';
import type { RunningCloud } from '../../support/cloud';
import { exported } from '../../support/exports';
import { DAY, HOUR, plan } from '../../support/plans';
import { attendancesOf } from '../../support/report';
import { addActivities, addEnterprises, addMembers, insert, memberOf, setClock, startTown } from '../../support/town';

const YEAR = startOfDay('2026-01-01');
const NEXT_YEAR = startOfDay('2027-01-01');
const MARCH = startOfDay('2026-03-01');
const APRIL = startOfDay('2026-04-01');

/** Who came when, to a session that began when. */
const CAME: Record<string, { startsAt?: number; at: number }> = {
  'before-year': { startsAt: YEAR - 1, at: YEAR + HOUR },
  'year-begins': { startsAt: YEAR, at: YEAR - HOUR },
  'before-march': { startsAt: MARCH - 1, at: MARCH },
  'march-begins': { startsAt: MARCH, at: MARCH - HOUR },
  'march-ends': { startsAt: APRIL - 1, at: APRIL + 20 * DAY },
  'april-begins': { startsAt: APRIL, at: APRIL - 1 },
  'of-old': { at: APRIL - 1 },
  'year-ends': { startsAt: NEXT_YEAR - 1, at: NEXT_YEAR + 2 * HOUR },
  'next-year': { startsAt: NEXT_YEAR, at: NEXT_YEAR - HOUR },
};
const NAMES = Object.keys(CAME);

let cloud: RunningCloud;

beforeAll(async () => {
  cloud = await startTown({ instances: 2 });
  await addEnterprises(cloud, { e1: '药谷第一制药', e2: '药谷第二制药' });
  await addActivities(cloud, plan({ id: 'bounds' }));
  const officer = { role: 'unit-officer' as const, scope: { kind: 'enterprise' as const, id: 'e2' } };
  await addMembers(cloud, [
    ...NAMES.map((name) => memberOf(name, { name })),
    memberOf('officer', { name: '干事', enterpriseId: 'e2', grants: [officer] }),
  ]);
  const records = attendancesOf(NAMES.length, (at) => {
    const name = NAMES[at] ?? '';
    const of = { activityId: 'bounds', memberId: memberOf(name)._id, enterpriseId: at % 3 === 0 ? 'e2' : 'e1' };
    return { ...of, ...CAME[name] };
  });
  // Of records of old nobody wrote down when the session began.
  const stored = records.map(({ startsAt, ...record }, at) =>
    CAME[NAMES[at] ?? '']?.startsAt === undefined ? record : { ...record, startsAt },
  );
  await insert(cloud, 'participations', stored);
  await setClock(cloud, NEXT_YEAR + 40 * DAY);
});

afterAll(() => cloud.stop());

const namesIn = async (of: ExportOf, openid?: string) =>
  (await exported(cloud, of, openid))
    .records()
    .map((row) => String(row.姓名))
    .sort();

test('a month has those whose session began in it, whenever they were checked in', async () => {
  const march = await namesIn({ kind: 'participation', year: 2026, month: 3 });
  expect(march).toEqual(['march-begins', 'march-ends', 'of-old']);
});

test('so has a year, to its first instant and its last', async () => {
  const outside = ['before-year', 'next-year'];
  expect(await namesIn({ kind: 'participation', year: 2026 })).toEqual(
    NAMES.filter((name) => !outside.includes(name)).sort(),
  );
  expect(await namesIn({ kind: 'participation', year: 2025 })).toEqual(['before-year']);
});

test('who came to an activity is for an officer only who came of their own enterprise', async () => {
  const all = await namesIn({ kind: 'attendance', activityId: 'bounds' });
  expect(all).toEqual([...NAMES].sort());
  expect(await namesIn({ kind: 'attendance', activityId: 'bounds' }, 'officer')).toEqual(
    NAMES.filter((_name, at) => at % 3 === 0).sort(),
  );
});
