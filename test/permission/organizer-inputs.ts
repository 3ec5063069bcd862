import type { RunningCloud } from '../support/cloud';
import { accepted, created, managed, planAlone, published, signUp } from '../support/organizing';
import { plan, session } from '../support/plans';

type Inputs = Record<string, (openid: string) => Promise<object> | object>;

/** Somebody's registration in an activity that this makes: an applicant, or one who waits behind somebody else. */
async function registrationIn(
  cloud: RunningCloud,
  changes: Parameters<typeof plan>[0],
  people: readonly string[],
): Promise<{ activityId: string; registrationId: string }> {
  const activityId = await published(cloud, changes);
  let registrationId = '';
  for (const openid of people)
    registrationId = (accepted(await signUp(cloud, openid, activityId)) as { id: string }).id;
  return { activityId, registrationId };
}

/** What every organizer's operation on an activity is asked with, so that nothing but permission can refuse it. */
export function organizerInputs(cloud: () => RunningCloud, somebodyElse: () => Promise<string>): Inputs {
  const draft = async () => ({ activityId: await created(cloud()) });
  const open = async () => ({ activityId: await published(cloud()) });
  const { startsAt, endsAt } = session('s1', 1);
  return {
    'organizer.activities': () => ({}),
    'organizer.activity': () => ({ activityId: 'music' }),
    'organizer.createActivity': () => ({ plan: planAlone(plan()) }),
    'organizer.editActivity': async () => {
      const { activityId } = await draft();
      const { plan: before, termsV } = await managed(cloud(), activityId);
      return { activityId, termsV, plan: { ...before, title: '换个名字' } };
    },
    'organizer.publishActivity': draft,
    'organizer.closeSignUp': open,
    'organizer.extendSignUp': async () => ({ ...(await open()), closesAt: startsAt }),
    'organizer.live': () => ({ activityId: 'music' }),
    'organizer.cancelActivity': async () => ({ ...(await open()), reason: '天气不好' }),
    'organizer.moveSession': async () => ({
      ...(await open()),
      ...{ sessionId: 's1', startsAt: startsAt + 60_000, endsAt: endsAt + 60_000, reason: '场地有冲突' },
    }),
    'organizer.setCapacity': async () => ({ ...(await open()), sessionId: 's1', capacity: 60 }),
    'organizer.registrations': () => ({ activityId: 'music', state: 'confirmed' }),
    'organizer.decide': async () => {
      const people = [await somebodyElse()];
      const { activityId, registrationId } = await registrationIn(cloud(), { allocation: 'approval' }, people);
      return { activityId, registrationIds: [registrationId], decision: 'approve', fit: 'all' };
    },
    'organizer.jump': async () => {
      const people = [await somebodyElse(), await somebodyElse()];
      const one = { waitlist: true, sessions: [session('s1', 1)] };
      const { registrationId } = await registrationIn(cloud(), one, people);
      return { registrationId, reason: '带队老师' };
    },
    'organizer.log': () => ({ activityId: 'music' }),
    'organizer.announce': async () => ({ ...(await open()), text: '请提前半小时到', to: ['confirmed'] }),
    'organizer.announcements': () => ({ activityId: 'music' }),
    'organizer.announcing': () => ({ activityId: 'music' }),
    'organizer.findMembers': () => ({ text: '职工' }),
  };
}
