import { useState } from 'react';
import type { ActivityDetail, Places } from '../../../types/contract/activity';
import type { SessionId, ZoneId } from '../../../types/vocabulary';
import { freeSessions, type PlaceChoice, takesMore } from './way-in';

/** The only one with places, or the only one that takes people at all. */
function onlyOne(detail: ActivityDetail, list: readonly { id: string; places: Places }[]): string | undefined {
  const open = list.filter(({ places }) => places.left > 0);
  const some = open.length > 0 ? open : list.filter(({ places }) => takesMore(detail, places));
  return some.length === 1 ? some[0]?.id : undefined;
}

/** `none`: what was chosen filled up, and nothing is chosen in its place until the person does. */
type Picked<Id> = { id: Id } | 'none' | undefined;

const picked = <Id extends string>(pick: Picked<Id>, only: Id | undefined): Id | undefined =>
  pick === undefined ? only : pick === 'none' ? undefined : pick.id;

/** Session and zone; where there is but one with places it is chosen already. */
export function usePlaceChoice(detail: ActivityDetail) {
  const [sessionPick, setSessionPick] = useState<Picked<SessionId>>();
  const [zonePick, setZonePick] = useState<Picked<ZoneId>>();
  const session = picked(sessionPick, onlyOne(detail, freeSessions(detail)));
  const zones = detail.sessionList.find(({ id }) => id === session)?.zones ?? [];
  const strange = typeof zonePick === 'object' && !zones.some(({ id }) => id === zonePick.id);
  const zone = picked(strange ? undefined : zonePick, onlyOne(detail, zones));
  const choice: PlaceChoice = {
    ...(session === undefined ? {} : { session }),
    ...(zone === undefined ? {} : { zone }),
  };
  return {
    choice,
    stuck: (sessionPick === 'none' && detail.sessionList.length > 1) || (zonePick === 'none' && zones.length > 0),
    chooseSession: (id: SessionId): void => {
      setSessionPick({ id });
      setZonePick((before) => (before === 'none' ? undefined : before));
    },
    chooseZone: (id: ZoneId): void => setZonePick({ id }),
    /** Takes back what filled up, where there is anything else to choose at all. */
    unchoose: (what: 'session' | 'zone'): void => {
      if (what === 'zone' && zones.length > 1) setZonePick('none');
      else if (detail.sessionList.length > 1) setSessionPick('none');
    },
    forget: (): void => {
      setSessionPick(undefined);
      setZonePick(undefined);
    },
  };
}
