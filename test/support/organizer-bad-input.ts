import { planAlone } from './organizing';
import { NOON, plan, session } from './plans';

const NOBODY = 'nobody-there';

const twice = session('s1', 2, [['a', 1]]);
/** Well-formed, and yet no plan for two reasons, so that whatever one field is changed to nobody makes an activity of it. */
const UNFIT = { ...planAlone(plan({ sessions: [twice, twice] })), opensAt: NOON, closesAt: NOON - 1 };

/** Well-formed inputs of what organizers do with activities and people; what they name does not exist. */
export const ORGANIZER_INPUTS: Record<string, object> = {
  'organizer.activities': { state: 'draft', cursor: 'x' },
  'organizer.activity': { activityId: NOBODY },
  'organizer.checkPlan': { activityId: NOBODY, plan: UNFIT },
  'organizer.createActivity': { plan: UNFIT },
  'organizer.editActivity': { activityId: NOBODY, termsV: 1, plan: UNFIT, reason: '换场地', confirmed: 'x' },
  'organizer.publishActivity': { activityId: NOBODY },
  'organizer.closeSignUp': { activityId: NOBODY },
  'organizer.extendSignUp': { activityId: NOBODY, closesAt: 9e12 },
  'organizer.live': { activityId: NOBODY },
  'organizer.cancelActivity': { activityId: NOBODY, reason: '天气不好' },
  'organizer.moveSession': {
    ...{ activityId: NOBODY, sessionId: 's1', startsAt: NOON, endsAt: NOON + 1, reason: '换场地', confirmed: 'x' },
  },
  'organizer.setCapacity': { activityId: NOBODY, sessionId: 's1', zoneId: 'a', capacity: 3 },
  'organizer.registrations': {
    ...{ activityId: NOBODY, state: 'applied', cursor: 'x' },
    ...{ sessionId: 's1', zoneId: 'a', enterpriseId: 'e1', name: '张' },
  },
  'organizer.decide': {
    ...{ activityId: NOBODY, registrationIds: [NOBODY], decision: 'decline', reason: '名额有限', fit: 'all' },
  },
  'organizer.jump': { registrationId: NOBODY, reason: '带队老师' },
  'organizer.log': { activityId: NOBODY, cursor: 'x' },
  'organizer.findMembers': { text: '张' },
  'organizer.pendingMembers': { enterpriseId: NOBODY, cursor: 'x' },
  'organizer.decideMember': { memberId: NOBODY, decision: 'decline', reason: '查无此人' },
  'organizer.announce': {
    ...{ activityId: NOBODY, text: '请提前到', to: ['confirmed', 'applied'], sessionId: 's1' },
  },
  'organizer.announcements': { activityId: NOBODY, cursor: 'x' },
  'organizer.announcing': { activityId: NOBODY },
};
