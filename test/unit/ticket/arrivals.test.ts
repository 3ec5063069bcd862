import fc from 'fast-check';
import { arrivalNames, arrivalsByGate, arrivalsByMinute, GATE_NAME } from '../../../domain/ticket/arrivals';
import { NOON } from '../../support/plans';
import { holds } from '../../support/seed';

interface Came {
  sessionId: string;
  zoneId?: string;
  gate?: string;
  enterpriseId: string;
  at: number;
  afterwards?: true;
  seats: number;
}

/** Names that could be taken for each other: zones called like a gate's or a minute's mark, sessions that begin alike. */
const came: fc.Arbitrary<Came> = fc.record(
  {
    sessionId: fc.constantFrom('s1', 's10', 's1g'),
    zoneId: fc.constantFrom('a', 'e', 'g', 'm'),
    gate: fc.constantFrom('东门', 'A', 'a', '1', 'm'),
    enterpriseId: fc.constantFrom('e1', 'g', 'm'),
    at: fc.integer({ min: NOON, max: NOON + 300_000 }),
    afterwards: fc.constant(true as const),
    seats: fc.integer({ min: 1, max: 6 }),
  },
  { requiredKeys: ['sessionId', 'at', 'seats', 'enterpriseId'] },
);

const seatsOf = (all: readonly Came[]): number => all.reduce((sum, { seats }) => sum + seats, 0);

function counted(all: readonly Came[]): Record<string, number> {
  const arrived: Record<string, number> = {};
  for (const each of all) {
    for (const name of arrivalNames(each, each)) arrived[name] = (arrived[name] ?? 0) + each.seats;
  }
  return arrived;
}

test('what is counted by session, zone, enterprise, gate and minute is what a plain list says', () => {
  holds(
    fc.property(fc.array(came, { maxLength: 40 }), (all) => {
      const arrived = counted(all);
      return ['s1', 's10', 's1g'].every((sessionId) => {
        const here = all.filter((each) => each.sessionId === sessionId);
        const inTime = here.filter(({ afterwards }) => !afterwards);
        const minutes = arrivalsByMinute(arrived, sessionId);
        const gates = arrivalsByGate(arrived, sessionId);
        return (
          (arrived[sessionId] ?? 0) === seatsOf(here) &&
          ['e1', 'g', 'm'].every(
            (firm) =>
              (arrived[`${sessionId}_e_${firm}`] ?? 0) ===
              seatsOf(here.filter(({ enterpriseId }) => enterpriseId === firm)),
          ) &&
          ['a', 'e', 'g', 'm'].every(
            (zone) => (arrived[`${sessionId}_${zone}`] ?? 0) === seatsOf(here.filter(({ zoneId }) => zoneId === zone)),
          ) &&
          gates.every((each) => each.arrived === seatsOf(here.filter(({ gate }) => gate === each.gate))) &&
          gates.reduce((sum, each) => sum + each.arrived, 0) === seatsOf(here.filter(({ gate }) => gate)) &&
          minutes.every(
            (each) => each.arrived === seatsOf(inTime.filter(({ at }) => at - (at % 60_000) === each.at)),
          ) &&
          minutes.reduce((sum, each) => sum + each.arrived, 0) === seatsOf(inTime)
        );
      });
    }),
  );
});

test('minutes ascend, gates go from the busiest, and what was taken back is not shown', () => {
  const arrived = { s1_m_20: 0, s1_m_9: 2, s1_m_10: 1, s1_g_东门: 1, s1_g_西门: 4, s1_g_北门: 0, s1: 3 };
  expect(arrivalsByMinute(arrived, 's1').map(({ at }) => at)).toEqual([540_000, 600_000]);
  expect(arrivalsByGate(arrived, 's1')).toEqual([
    { gate: '西门', arrived: 4 },
    { gate: '东门', arrived: 1 },
  ]);
});

test.each(['东门', 'A3', '1', '二号馆北侧入口十二个字呀'])('a gate may be called %s', (name) => {
  expect(GATE_NAME.test(name)).toBe(true);
});

test.each(['', 'a.b', '$where', 'a b', '一二三四五六七八九十一二三', '门\u0000', '__proto__', '門!', '🚪', 'é'])(
  'a gate may not be called %j: it would be no name for a field, or no name at all',
  (name) => {
    expect(GATE_NAME.test(name)).toBe(false);
  },
);
