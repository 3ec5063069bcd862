import { placesLeft } from '../../../domain/wording/places';
import { quotaIsFull } from '../../../domain/wording/primary';
import type { ActivityDetail, Places, SessionView } from '../../../types/contract/activity';
import type { SessionId, ZoneId } from '../../../types/vocabulary';

export interface PlaceChoice {
  session?: SessionId;
  zone?: ZoneId;
}

/**
 * How one gets in, as far as this phone knows: at once, by the queue, or by the organizer's decision. The server
 * decides anew: places go while somebody reads.
 */
export type WayIn = 'place' | 'queue' | 'apply';

type Ways = Pick<ActivityDetail, 'allocation' | 'waitlist'>;

/** Whether one can sign up there at all: where it is full, only the queue or an application is left. */
export const takesMore = ({ allocation, waitlist }: Ways, { left }: Places): boolean =>
  left > 0 || waitlist || allocation === 'approval';

/** `还剩 12 个名额`, `已满，可候补` … */
export function roomWords({ allocation, waitlist }: Ways, places: Places): string {
  return places.left === 0 && waitlist && allocation !== 'approval' ? '已满，可候补' : placesLeft(places);
}

/** Sessions that the person may still choose: where each has a place of its own, not what they hold already. */
export function freeSessions({ sessionList, onePlacePer, mine }: ActivityDetail): SessionView[] {
  if (onePlacePer === 'activity') return sessionList;
  return sessionList.filter(({ id }) => !mine.some(({ sessionId }) => sessionId === id));
}

/** Places left of what was chosen, for this person: of the session, the zone, and their enterprise's quota. */
export function leftFor(detail: ActivityDetail, { session, zone }: PlaceChoice): number {
  const chosen = detail.sessionList.find(({ id }) => id === session);
  const part = chosen?.zones.find(({ id }) => id === zone);
  const quota = detail.onePlacePer === 'activity' ? detail.quota : undefined;
  const parts = [chosen?.places ?? detail.places, part?.places, quota];
  return Math.min(...parts.flatMap((places) => (places ? [places.left] : [])));
}

export function wayIn(detail: ActivityDetail, choice: PlaceChoice, seats: number): WayIn {
  if (detail.allocation === 'approval') return 'apply';
  return detail.waitlist && leftFor(detail, choice) < seats ? 'queue' : 'place';
}

/** What stands at the number of companions, or below the places, before it is sent; `undefined` where all is plain. */
export function wayHint(detail: ActivityDetail, choice: PlaceChoice, seats: number): string | undefined {
  const left = leftFor(detail, choice);
  const way = wayIn(detail, choice, seats);
  switch (way) {
    case 'apply':
      return '交上去后由组织者审核，通过了才有名额，结果会告诉你。';
    case 'queue': {
      const waits = '有空位会按顺序给你留着，到时候来确认就行。';
      if (left > 0) return `这里只剩 ${left} 个名额，不够 ${seats} 个人。减少同伴可以马上报好，或者一起排队：${waits}`;
      return `${quotaIsFull(detail) ? '你们单位的名额满了' : '现在满了'}，先排上队。${waits}`;
    }
    case 'place':
      return left > 0 && left < seats ? `这里只剩 ${left} 个名额，不够 ${seats} 个人，减少同伴再报。` : undefined;
    default:
      return way satisfies never;
  }
}
