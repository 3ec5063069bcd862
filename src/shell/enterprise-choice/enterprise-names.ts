import { useEffect } from 'react';
import { create } from 'zustand';
import type { EnterpriseView } from '../../../types/contract/member';
import type { EnterpriseId } from '../../../types/vocabulary';
import { call } from '../../cloud/call';

/** Names that were seen; plans and refusals know enterprises by their ids alone. */
const useNames = create<{ names: Record<EnterpriseId, string> }>(() => ({ names: {} }));

export function learnNames(seen: readonly EnterpriseView[]): void {
  const { names } = useNames.getState();
  if (seen.every(({ id, name }) => names[id] === name)) return;
  useNames.setState({ names: { ...names, ...Object.fromEntries(seen.map(({ id, name }) => [id, name])) } });
}

/** Several hundred enterprises are some tens of pages; more are not read for a few names. */
const PAGES_MOST = 50;
let reading = false;

const known = (ids: readonly EnterpriseId[]): boolean => {
  const { names } = useNames.getState();
  return ids.every((id) => id in names);
};

/** Reads the list of enterprises until it has all that are looked for. */
async function read(ids: readonly EnterpriseId[]): Promise<void> {
  let cursor: string | undefined;
  for (let page = 0; page < PAGES_MOST && !known(ids); page += 1) {
    const outcome = await call('member.enterprises', cursor === undefined ? {} : { cursor });
    // Without them the ids are shown, and the next time asks again.
    if (!outcome.ok) return;
    learnNames(outcome.value.items);
    cursor = outcome.value.next;
    if (cursor === undefined) return;
  }
}

/** What an enterprise is called, its id where that is not known (yet). */
export function useEnterpriseNames(ids: readonly EnterpriseId[]): (id: EnterpriseId) => string {
  const names = useNames((state) => state.names);
  const wanted = ids.join(' ');
  useEffect(() => {
    const missing = wanted === '' ? [] : wanted.split(' ');
    if (reading || known(missing)) return;
    reading = true;
    void read(missing).finally(() => {
      reading = false;
    });
  }, [wanted]);
  return (id) => names[id] ?? `单位 ${id}`;
}
