import type { MemberRecord } from '../../domain/member/member';
import type { StoredParticipation } from '../../domain/participation/participation';
import type { AccountRecord, EntryRecord, StoredEntry } from '../../domain/points/account';
import type { AdjustmentRecord } from '../../domain/points/adjustment';
import type { RunningCloud } from './cloud';
import { documents } from './town';

export interface PointsBooks {
  accounts: AccountRecord[];
  entries: EntryRecord[];
  adjustments: AdjustmentRecord[];
  participations: StoredParticipation[];
  members: MemberRecord[];
}

export async function readPoints(cloud: RunningCloud): Promise<Omit<PointsBooks, 'participations' | 'members'>> {
  return {
    accounts: await documents(cloud, 'accounts'),
    // A mark for the sweep of tallies is no part of an entry.
    entries: (await documents<StoredEntry>(cloud, 'entries')).map(({ tallyDue: _mark, ...entry }) => entry),
    adjustments: await documents(cloud, 'adjustments'),
  };
}

/** Written out, or decided and pending: both have happened. Each once, and said twice it says the same. */
function allEntries({ accounts, entries }: PointsBooks): { all: Map<string, EntryRecord>; faults: string[] } {
  const all = new Map(entries.map((entry) => [entry._id, entry]));
  const faults: string[] = [];
  for (const { _id, pending } of accounts) {
    for (const { entry } of pending) {
      if (!entry) continue;
      const written = all.get(entry._id);
      if (written && JSON.stringify(written) !== JSON.stringify(entry))
        faults.push(`${entry._id} of ${_id} was changed`);
      all.set(entry._id, entry);
    }
  }
  return { all, faults };
}

/** One member's entries from the first to the last, added up lot by lot, against what the account says. */
function accountAgrees(account: AccountRecord, entries: readonly EntryRecord[]): string[] {
  const { _id } = account;
  const faults: string[] = [];
  const inOrder = [...entries].sort((a, b) => a.n - b.n);
  if (inOrder.map(({ key }) => key).join() !== [...inOrder.map(({ key }) => key)].sort().join())
    faults.push(`${_id}: keys and numbers go different ways`);
  const lots: Record<string, number> = {};
  let debt = 0;
  let n = 0;
  for (const entry of inOrder) {
    n += 1;
    if (entry.n !== n) faults.push(`${_id}: entry ${n} is missing`);
    let moved = 0;
    for (const { lot, points } of entry.lots) {
      lots[lot] = (lots[lot] ?? 0) + points;
      moved += points;
      if ((lots[lot] ?? 0) < 0) faults.push(`${entry._id} takes more than lot ${lot} has`);
    }
    debt += entry.debt;
    const has = Object.values(lots).reduce((sum, points) => sum + points, 0);
    if (entry.points !== moved - entry.debt) faults.push(`${entry._id}: ${entry.points}, and its parts say otherwise`);
    if (debt < 0 || (debt > 0 && has > 0)) faults.push(`${entry._id}: owes ${debt}, has ${has}`);
    if (entry.balance !== has) faults.push(`${entry._id}: says ${entry.balance} after it, there were ${has}`);
  }
  if (n !== account.entries) faults.push(`${_id} counts ${account.entries} entries, has ${n}`);
  if (debt !== account.debt) faults.push(`${_id} owes ${account.debt}, its entries say ${debt}`);
  const should = Object.fromEntries(Object.entries(lots).filter(([, points]) => points !== 0));
  const does = Object.fromEntries(
    account.lots.filter(({ points }) => points !== 0).map(({ id, points }) => [id, points]),
  );
  for (const lot of new Set([...Object.keys(should), ...Object.keys(does)]))
    if (should[lot] !== does[lot]) faults.push(`${_id}: lot ${lot} has ${does[lot]}, its entries say ${should[lot]}`);
  const { earned, granted, refunded, spent, expired, takenBack } = account.sums;
  const held = account.lots.reduce((sum, { points }) => sum + points, 0);
  if (earned + granted + refunded - spent - expired - takenBack !== held - account.debt)
    faults.push(`${_id}: the sums of its life do not make its balance`);
  return faults;
}

/** Who takes something back names what, takes all of it, and is the only one. */
function backsAgree(all: ReadonlyMap<string, EntryRecord>): string[] {
  const backs = [...all.values()].filter(({ reverses }) => reverses !== undefined);
  return backs.flatMap(({ _id, reverses = '', points, memberId }) => {
    const first = all.get(reverses);
    if (!first) return [`${_id} takes back what was never posted`];
    const fits = points === -first.points && memberId === first.memberId && _id === `back.${reverses}`;
    return fits ? [] : [`${_id} does not undo ${reverses}`];
  });
}

/** Those records that nothing has undone. */
function standing(participations: readonly StoredParticipation[]): StoredParticipation[] {
  const undone = new Set(participations.map(({ undoes }) => undoes));
  return participations.filter(({ _id, kind }) => kind === 'took-part' && !undone.has(_id));
}

/** Once the sweep has been: who took part, and nobody else, has an entry for it that stands; and so has who served. */
function recordsArePaid({ participations, members }: PointsBooks, all: ReadonlyMap<string, EntryRecord>): string[] {
  const live = new Map([...all].filter(([id, { reverses }]) => reverses === undefined && !all.has(`back.${id}`)));
  const stands = standing(participations);
  const grants = new Map(members.map((member) => [member._id, member.grants]));
  const paid = new Set<string>();
  const faults: string[] = [];
  for (const { _id, memberId, by, activityId, sessionId } of stands) {
    paid.add(`took-part.${_id}`);
    if (live.get(`took-part.${_id}`)?.memberId !== memberId) faults.push(`${_id} is not in the books of points`);
    const service = `volunteered.${activityId}.${sessionId}.${by}`;
    const turns = [...live.keys()].filter((id) => id === service || id.startsWith(`${service}.`));
    for (const turn of turns) paid.add(turn);
    const serves = (grants.get(by) ?? []).some(
      ({ role, scope }) => role === 'volunteer' && scope.kind === 'activity' && scope.id === activityId,
    );
    if (serves && by !== memberId && turns.length !== 1) faults.push(`${service} was paid ${turns.length} times`);
  }
  const wrong = [...live.keys()].filter((id) => /^(took-part|volunteered)\./.test(id) && !paid.has(id));
  return [...faults, ...wrong.map((id) => `${id} is paid, and nothing stands for it`)];
}

/** What organizers decided is posted, and nothing that they did not. */
function adjustmentsArePosted({ adjustments }: PointsBooks, all: ReadonlyMap<string, EntryRecord>): string[] {
  const faults: string[] = [];
  const granted = new Set<string>();
  for (const { _id, kind, state, points, entryId = '' } of adjustments) {
    const entry = all.get(kind === 'grant' ? `adjustment.${_id}` : `back.${entryId}`);
    if (kind === 'grant' && state === 'approved') granted.add(`adjustment.${_id}`);
    if (state !== 'approved') continue;
    if (Math.abs(entry?.points ?? 0) !== points) faults.push(`adjustment ${_id} is approved, and not posted`);
  }
  const wrong = [...all.keys()].filter((id) => id.startsWith('adjustment.') && !granted.has(id));
  return [...faults, ...wrong.map((id) => `${id} was approved by nobody`)];
}

function nothingRests({ accounts, participations, adjustments }: PointsBooks, now: number): string[] {
  return [
    ...accounts.filter(({ pending }) => pending.length > 0).map(({ _id }) => `the account of ${_id} has pending`),
    ...[...accounts, ...adjustments].filter(({ dueAt = now + 1 }) => dueAt <= now).map(({ _id }) => `${_id} is due`),
    ...participations.filter(({ awardDue }) => awardDue !== undefined).map(({ _id }) => `${_id} awaits its points`),
  ];
}

/** The books of points, added up without the code that made them. `sweptBy`: when the sweeps had left nothing to do. */
export function pointsAgree(books: PointsBooks, sweptBy: number | undefined): string[] {
  const { all, faults } = allEntries(books);
  const of = new Map<string, EntryRecord[]>(books.accounts.map(({ _id }) => [_id, []]));
  for (const entry of all.values()) {
    const mine = of.get(entry.memberId);
    if (mine) mine.push(entry);
    else faults.push(`${entry._id} is of nobody who has an account`);
  }
  return [
    ...faults,
    ...books.accounts.flatMap((account) => accountAgrees(account, of.get(account._id) ?? [])),
    ...backsAgree(all),
    ...(sweptBy === undefined
      ? []
      : [...nothingRests(books, sweptBy), ...recordsArePaid(books, all), ...adjustmentsArePosted(books, all)]),
  ];
}
