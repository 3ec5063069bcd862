import type { LiveActivity, LiveSession } from '../../types/contract/organizer-live';
import { planOf } from './organizer-samples';

/** The samples' evening, with so many enterprises: the first has most places. */
function evening(enterprises: number): LiveSession {
  const { startsAt = 0, endsAt = 0 } = planOf().sessions[0] ?? {};
  return {
    ...{ id: 's1', name: '周六晚场', startsAt, endsAt, capacity: 300, used: 186, arrived: 12 },
    zones: [
      { id: 'a', name: '草坪区', capacity: 200, used: 120, arrived: 12 },
      { id: 'b', name: '看台区', capacity: 100, used: 66, arrived: 0 },
    ],
    enterprises: Array.from({ length: enterprises }, (_, at) => ({
      ...{ id: `e${at}`, name: `第 ${at + 1} 家单位`, used: enterprises - at, arrived: at === 0 ? 12 : 0 },
    })),
    minutes: [{ at: Math.floor(Date.now() / 60_000) * 60_000 - 60_000, arrived: 12 }],
  };
}

export function liveSample(change: Partial<LiveActivity> = {}, enterprises = 12): LiveActivity {
  const { opensAt, closesAt } = planOf();
  return {
    ...{ state: 'published', applied: 3, confirmed: 150, waitlisted: 8, offered: 0, arrived: 12, signUp: 'open' },
    ...{ opensAt, closesAt, now: Date.now(), sessions: [evening(enterprises)] },
    ...change,
  };
}
