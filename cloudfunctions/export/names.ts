import type { ActivityRecord } from '../../domain/activity/activity';
import type { Named } from '../../domain/export/rows';
import type { MemberRecord } from '../../domain/member/member';
import { maskPhone } from '../../domain/member/phone';
import type { ActivityId, EnterpriseId, MemberId } from '../../types/vocabulary';
import { byManyIds } from '../kit/documents';
import { LEFT } from '../kit/people';
import { allEnterpriseNames } from '../kit/year-report';

type Person = Pick<MemberRecord, '_id' | 'name' | 'phone'>;

/** What a step looks up beside its rows; titles and enterprises are kept from page to page, people are not. */
export interface Names {
  enterprises: Map<EnterpriseId, string>;
  /** Of activities and leagues. */
  titles: Map<string, string>;
  /** The one that it is of, where it is of one. */
  activity?: Pick<ActivityRecord, '_id' | 'sessions'>;
}

export async function namesFor(activity: Names['activity']): Promise<Names> {
  const enterprises = await allEnterpriseNames();
  return { enterprises, titles: new Map(), ...(activity && { activity }) };
}

/** Leagues have records too; a title that is found in neither stays empty. */
export async function learnTitles({ titles }: Names, ids: readonly ActivityId[]): Promise<void> {
  const unknown = [...new Set(ids)].filter((id) => !titles.has(id));
  if (unknown.length === 0) return;
  const activities = await byManyIds<Pick<ActivityRecord, '_id' | 'title'>>('activities', unknown, { title: true });
  const others = unknown.filter((id) => !activities.has(id));
  const leagues = await byManyIds<{ _id: string; plan: { title: string } }>('leagues', others, { 'plan.title': true });
  for (const id of unknown) titles.set(id, activities.get(id)?.title ?? leagues.get(id)?.plan.title ?? '');
}

/** Everything that the rows of one page need by name. */
export async function namedOf(
  { enterprises, titles, activity }: Names,
  ids: readonly MemberId[],
  phones: 'masked' | 'full',
): Promise<Named> {
  const people = await byManyIds<Person>('members', [...new Set(ids)], { name: true, phone: true });
  const sessionOf = (id: string) => activity?.sessions.find((session) => session.id === id);
  return {
    person(id) {
      const person = people.get(id);
      if (!person) return { name: LEFT, phone: '' };
      return { name: person.name, phone: phones === 'full' ? person.phone : maskPhone(person.phone) };
    },
    enterprise: (id) => enterprises.get(id) ?? '',
    activity: (id) => titles.get(id) ?? '',
    session: (id) => sessionOf(id)?.name ?? '',
    zone: (sessionId, id) => sessionOf(sessionId)?.zones.find((zone) => zone.id === id)?.name ?? '',
  };
}
