import type { Plan } from '../../types/contract';
import { runSweep, runSweeps } from '../support/town';
import { holds, isRecord } from './expect';
import type { Stage } from './journey';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** A small activity, open now and held in ten days, everything else as the journey says. */
export function smallPlan(changes: Partial<Plan> & { places: number }): Plan {
  const { places, ...rest } = changes;
  const now = Date.now();
  const startsAt = now + 10 * DAY;
  return {
    title: '周末木工坊',
    tagline: '做一只板凳带回家',
    brand: 'craft',
    format: 'training',
    description: ['两位木工师傅带着做，工具都备好了。'],
    rules: ['听师傅的，慢慢来'],
    venue: { name: '匠心实训楼', address: '药谷路 8 号', latitude: 30.1, longitude: 120.2 },
    allocation: 'first-come',
    waitlist: true,
    onePlacePer: 'activity',
    companions: 0,
    takesAttendance: true,
    eligibility: {},
    questions: [],
    opensAt: now - DAY,
    closesAt: now + 5 * DAY,
    cancelUntil: now + 8 * DAY,
    sessions: [{ id: 's1', name: '下午', startsAt, endsAt: startsAt + 2 * HOUR, capacity: places, zones: [] }],
    preview: false,
    ...rest,
  };
}

/** Has the demo's organizer create and publish it; gives its id. */
export async function published(stage: Stage, plan: Plan): Promise<string> {
  const made = await stage.ask('demo-organizer', 'organizer.createActivity', { plan });
  holds(isRecord(made) && typeof made.activityId === 'string', 'a new activity has an id');
  await stage.ask('demo-organizer', 'organizer.publishActivity', { activityId: made.activityId });
  return made.activityId;
}

/** Signs somebody up past every screen; gives the registration's id. */
export async function signedUp(stage: Stage, openid: string, activityId: string, zoneId?: string): Promise<string> {
  const where = { activityId, sessionId: 's1', ...(zoneId !== undefined && { zoneId }) };
  const made = await stage.ask(openid, 'activity.signUp', { ...where, answers: {} });
  holds(isRecord(made) && typeof made.id === 'string', 'a registration has an id');
  return made.id;
}

/** What the timers would do in the next half minute. */
export async function timePasses(stage: Stage): Promise<void> {
  await runSweeps(stage.cloud);
  for (const name of ['award', 'sweepAccounts']) await runSweep(stage.cloud, name, 'points');
  for (const name of ['sweepRedemptions', 'sweepStocks']) await runSweep(stage.cloud, name, 'benefit');
}
