import * as v from 'valibot';
import type { ActivityRecord } from '../../domain/activity/activity';
import type { EnterpriseRecord } from '../../domain/member/member';
import { type Sought, soughtBy } from '../../domain/member/sought';
import { poolIdOf } from '../../domain/signup/pool';
import { holdKeyOf, type RegistrationRecord } from '../../domain/signup/registration';
import type { RegistrationState, SessionId } from '../../types/vocabulary';
import { audited } from '../kit/audit';
import { _ } from '../kit/cloud';
import { byIds, find as findAll } from '../kit/documents';
import { id, text } from '../kit/fields';
import { FOUND_MOST, foundByName } from '../kit/found-by-name';
import { read } from '../kit/operation';
import { PERSON, type Person, presentAttendee } from './attendee';
import { gatekeepers, notServing } from './gatekeepers';
import { sceneOf } from './session';

/** States in which somebody stands on the list. */
const LISTED: readonly RegistrationState[] = ['confirmed', 'attended', 'absent'];

interface Found {
  record: RegistrationRecord;
  person: Person;
}

/** Those of the members who stand on the session's list. */
async function listed(members: readonly Person[], activity: ActivityRecord, sessionId: SessionId): Promise<Found[]> {
  const pool = poolIdOf(activity._id, sessionId, activity.onePlacePer);
  const people = new Map(members.map((person) => [person._id, person]));
  const holdKey = _.in(members.map(({ _id }) => holdKeyOf(pool, _id)));
  const held = await findAll<RegistrationRecord>('registrations', { holdKey }, { limit: members.length });
  return held.flatMap((record) => {
    const person = people.get(record.memberId);
    const here = record.sessionId === sessionId && LISTED.includes(record.state);
    return person && here ? [{ record, person }] : [];
  });
}

async function search(sought: Sought, activity: ActivityRecord, sessionId: SessionId): Promise<Found[]> {
  const found = await foundByName(sought, PERSON, (members: readonly Person[]) => listed(members, activity, sessionId));
  return found.slice(0, FOUND_MOST);
}

async function namesOf(found: readonly Found[]): Promise<Map<string, string>> {
  const ids = found.map(({ person }) => person.enterpriseId);
  const enterprises = await byIds<EnterpriseRecord>('enterprises', ids, { name: true });
  return new Map(enterprises.map(({ _id, name }) => [_id, name]));
}

export const find = read<'checkin.find'>({
  policy: gatekeepers,
  schema: v.strictObject({
    activityId: id,
    sessionId: id,
    text: v.pipe(
      text(1, 30),
      v.check((typed) => soughtBy(typed) !== undefined, 'has nothing to look for'),
    ),
  }),
  async run({ activityId, sessionId, text: typed }, call) {
    const { caller, now } = call;
    const forbidden = notServing(caller, activityId, now);
    if (forbidden) return forbidden;
    const scene = await sceneOf(activityId, sessionId);
    if ('missing' in scene) return scene.missing;
    const sought = soughtBy(typed);
    const found = sought ? await search(sought, scene.activity, sessionId) : [];
    await audited(call, {
      what: 'checkin.find',
      of: { kind: 'activity', id: activityId },
      members: found.map(({ person }) => person._id),
      phones: 'masked',
    });
    const enterprises = await namesOf(found);
    const items = found
      .map(({ record, person }) =>
        presentAttendee(record, person, enterprises.get(person.enterpriseId) ?? '', scene.session),
      )
      .sort((a, b) => (a.name === b.name ? (a.phone < b.phone ? -1 : 1) : a.name < b.name ? -1 : 1));
    return { ok: true, value: { items } };
  },
});
