import { useState } from 'react';
import type { Applicant } from '../../../types/contract/organizer-activity';
import type { RegistrationId } from '../../../types/vocabulary';

/** More are not decided on at once. */
export const DECIDE_MOST = 50;

export interface Selection {
  /** In the order of the list: places are given in it. */
  chosen: Applicant[];
  has: (id: RegistrationId) => boolean;
  toggle: (id: RegistrationId) => void;
  /** All there are, as far as one decision goes; none where all are chosen already. */
  toggleAll: () => void;
  all: boolean;
  choose: (ids: readonly RegistrationId[]) => void;
}

/** Some of a list, by id: who leaves the list leaves the selection too. */
export function useSelection(items: readonly Applicant[]): Selection {
  const [ids, setIds] = useState<readonly RegistrationId[]>([]);
  const chosen = items.filter(({ registrationId }) => ids.includes(registrationId));
  const most = items.slice(0, DECIDE_MOST);
  const all = most.length > 0 && chosen.length >= most.length;
  return {
    chosen,
    all,
    has: (id) => ids.includes(id),
    toggle: (id) => {
      if (ids.includes(id)) setIds(ids.filter((each) => each !== id));
      else if (chosen.length < DECIDE_MOST) setIds([...ids, id]);
    },
    toggleAll: () => setIds(all ? [] : most.map(({ registrationId }) => registrationId)),
    choose: setIds,
  };
}
