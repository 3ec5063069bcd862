import type { RosterEntry } from '../../domain/sheet/roster-plan';
import { COFFEE, MERCHANT_SHOP } from './benefits/shops';
import type { Calendar } from './calendar';
import { chanceOf } from './chance';
import { ENTERPRISES, enterpriseId, NEW_FORM_ENTERPRISES } from './enterprises';
import { PING_PONG } from './leagues/plans';
import { nameBy } from './names';
import { type Person, rosterEntry } from './person';

/** Where the worker, the officer and most of those who wait belong together. */
const HOME = enterpriseId(0);

/** The number whose owner is on the roster of every enterprise, so that joining with it is approved at once. */
export const PHONE_ON_ROSTERS = '13800138001';

/** The number that no roster has, so that whoever joins with it waits for staff. */
export const PHONE_ON_NO_ROSTER = '13800138002';

/**
 * Those that the identity switcher offers. `demo-visitor` is not among them: a visitor has no documents. `demo-admin`
 * is one by the environment's `FIRST_ADMIN_OPENID`, not by a grant.
 */
export function namedPeople(cal: Calendar): Person[] {
  const active = {
    enterpriseId: HOME,
    employment: 'employee' as const,
    onRoster: true,
    askedAt: cal.at(-430, '11:20'),
  };
  return [
    { ...active, openid: 'demo-worker', name: '林晓禾', phone: '13800001001' },
    {
      ...active,
      openid: 'demo-pending',
      name: '周予安',
      phone: '13800001002',
      onRoster: false,
      askedAt: cal.at(-1, '20:14'),
    },
    {
      ...active,
      openid: 'demo-organizer',
      name: '苏明月',
      phone: '13800001003',
      enterpriseId: enterpriseId(16),
      grants: [{ role: 'organizer', scope: { kind: 'all' } }],
    },
    {
      ...active,
      openid: 'demo-officer',
      name: '陈立言',
      phone: '13800001004',
      grants: [{ role: 'unit-officer', scope: { kind: 'enterprise', id: HOME } }],
    },
    {
      ...active,
      openid: 'demo-volunteer',
      name: '许知夏',
      phone: '13800001006',
      grants: [{ role: 'volunteer', scope: { kind: 'activity', id: 'lawn-stage' } }],
    },
    {
      ...active,
      openid: 'demo-merchant',
      name: '沈一帆',
      phone: '13800001007',
      enterpriseId: enterpriseId(9),
      grants: [MERCHANT_SHOP, COFFEE].map((id) => ({ role: 'merchant', scope: { kind: 'shop', id } })),
    },
    {
      ...active,
      openid: 'demo-referee',
      name: '江若谷',
      phone: '13800001008',
      enterpriseId: enterpriseId(16),
      grants: [{ role: 'referee', scope: { kind: 'activity', id: PING_PONG } }],
    },
    { ...active, openid: 'demo-admin', name: '何静川', phone: '13800001005', enterpriseId: enterpriseId(16) },
  ];
}

/** Where the other five of those who wait want to belong. */
const ELSEWHERE = [3, 10, 17, 24, 35].map(enterpriseId);

/** A dozen who wait: seven for the officer's own enterprise, five that only organizers and admins see. */
export function waitingPeople(cal: Calendar): Person[] {
  const chance = chanceOf('waiting');
  return Array.from({ length: 12 }, (_, at) => {
    const enterpriseId = ELSEWHERE[at - 7] ?? HOME;
    return {
      openid: `waiting-${String(at + 1).padStart(2, '0')}`,
      name: nameBy(chance),
      phone: `138000011${String(at + 1).padStart(2, '0')}`,
      enterpriseId,
      employment: NEW_FORM_ENTERPRISES.includes(enterpriseId) ? 'new-form' : 'employee',
      onRoster: false,
      askedAt: cal.at(-12 + at, '09:00') + chance.below(8 * 3_600_000),
    };
  });
}

/** Roster entries of people who have not joined yet. */
export function openRosters(): RosterEntry[] {
  return ENTERPRISES.map(({ _id }) => rosterEntry(_id, PHONE_ON_ROSTERS));
}
