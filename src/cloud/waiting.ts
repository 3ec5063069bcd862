import { create } from 'zustand';
import type { OpName } from '../../types/contract';
import type { RequestId } from '../../types/vocabulary';
import { outdate } from './answers';
import { call, newRequestId, type Outcome } from './call';
import { isUnsure } from './command';
import { forgetOwnWords, keepOwnWords, ownWords } from './own-words';
import { afterAnswer, asWaitingList, atOnce, replaced, type Waiting } from './waiting-list';

const NAME = 'waiting';

/** What a check-in that came, changed or went is shown by. */
export const SHOWS_CHECK_INS: readonly OpName[] = [
  'reading.today',
  'reading.challenge',
  'reading.myCheckIns',
  'reading.board',
  'reading.enterpriseBoard',
  'points.balance',
  'points.entries',
];

/** Check-ins that were made and have not arrived, or whose end was not seen yet; the oldest first. */
export const useWaiting = create<{ list: Waiting[]; sending: boolean }>(() => ({ list: [], sending: false }));

function write(change: (list: Waiting[]) => Waiting[]): void {
  const list = change(useWaiting.getState().list);
  keepOwnWords(NAME, list);
  useWaiting.setState({ list });
}

/** Brings back what was kept over a restart. */
export function wakeWaiting(): void {
  useWaiting.setState({ list: asWaitingList(ownWords(NAME)) });
}

/** Somebody else uses this device now: drafts go with it. */
export function forgetWaiting(): void {
  forgetOwnWords();
  useWaiting.setState({ list: [] });
}

export function dropWaiting(id: RequestId): void {
  write((list) => list.filter((each) => each.id !== id));
}

/** Those whose reader looks on; nobody else sends them meanwhile. */
const watched = new Set<RequestId>();

/**
 * Sends a check-in that was just made. It is written down before: whatever dies on the way, it is sent again. A sure
 * answer ends that, since its reader hears it here.
 */
export async function checkInNow(made: Waiting): Promise<Outcome<'reading.checkIn'>> {
  watched.add(made.id);
  write((list) => [...list.filter(({ id }) => id !== made.id), made]);
  const outcome = await call('reading.checkIn', atOnce(made), { requestId: made.id });
  watched.delete(made.id);
  if (outcome.ok || !isUnsure(outcome.refusal)) {
    dropWaiting(made.id);
    outdate(...SHOWS_CHECK_INS);
  }
  return outcome;
}

/** Sends one; `false` where there is no network, and no other one need be tried. */
async function sendOne(waiting: Waiting): Promise<boolean> {
  const outcome = await call('reading.checkIn', waiting.input, { requestId: waiting.id });
  const next = afterAnswer(waiting, outcome, await newRequestId());
  write((list) => replaced(list, waiting.id, next));
  if (next.id !== waiting.id) return sendOne(next);
  if (next.told) outdate(...SHOWS_CHECK_INS);
  return outcome.ok || outcome.refusal !== 'OFFLINE';
}

/** Sends all that wait, one after the other, as they were made. */
export async function sendWaiting(): Promise<void> {
  const { list, sending } = useWaiting.getState();
  const due = list.filter(({ id, told }) => !told && !watched.has(id));
  if (sending || due.length === 0) return;
  useWaiting.setState({ sending: true });
  for (const each of due) if (!(await sendOne(each))) break;
  useWaiting.setState({ sending: false });
}
