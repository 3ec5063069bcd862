import { sha256 } from '@noble/hashes/sha256';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils';
import type { EnterpriseId } from '../../types/vocabulary';
import { rosterId } from '../member/phone';

/** A row of a sheet by what stands for its phone; the phone itself is not needed any more. */
export interface RosterEntry {
  enterpriseId: EnterpriseId;
  phoneKey: string;
}

/** What an import would do, as ids of roster entries, sorted. */
export interface RosterPlan {
  /** The enterprises whose rosters the sheet gives, each whole; those of others stay as they are. */
  enterprises: EnterpriseId[];
  added: string[];
  unchanged: number;
  removed: string[];
  /** Of how many in each enterprise somebody is taken off, for the question whether that is meant. */
  removedIn: Record<EnterpriseId, { removed: number; before: number }>;
  /** Stands for exactly this plan: a yes to another one, or to one made before the rosters changed, is no yes. */
  digest: string;
}

/**
 * From the rosters as they are to those that a sheet gives. A sheet is the whole roster of every enterprise that it
 * names. Made only where no row is bad: somebody with a mistyped phone would be taken off. Done twice it changes nothing.
 */
export function planRoster(current: readonly RosterEntry[], rows: readonly RosterEntry[]): RosterPlan {
  const enterprises = [...new Set(rows.map(({ enterpriseId }) => enterpriseId))].sort();
  const named = new Set(enterprises);
  const before = current.filter(({ enterpriseId }) => named.has(enterpriseId));
  const there = new Set(before.map(idOf));
  const wanted = new Set(rows.map(idOf));
  const added = [...wanted].filter((id) => !there.has(id)).sort();
  const gone = before.filter((entry) => !wanted.has(idOf(entry)));
  const removed = gone.map(idOf).sort();
  return {
    enterprises,
    added,
    unchanged: wanted.size - added.length,
    removed,
    removedIn: Object.fromEntries(
      enterprises.flatMap((id) => {
        const off = gone.filter(({ enterpriseId }) => enterpriseId === id).length;
        const size = before.filter(({ enterpriseId }) => enterpriseId === id).length;
        return off > 0 ? [[id, { removed: off, before: size }]] : [];
      }),
    ),
    digest: digestOf(enterprises, added, removed),
  };
}

/** Whether the plan may be done: one that takes nobody off, or one that somebody said yes to. */
export function mayApply(plan: RosterPlan, yes: string | undefined): boolean {
  return plan.removed.length === 0 || yes === plan.digest;
}

/** The ids of all entries after a plan: those of the other enterprises too. */
export function rosterAfter(current: ReadonlySet<string>, { added, removed }: RosterPlan): Set<string> {
  const off = new Set(removed);
  return new Set([...[...current].filter((id) => !off.has(id)), ...added]);
}

const idOf = ({ enterpriseId, phoneKey }: RosterEntry): string => rosterId(enterpriseId, phoneKey);

function digestOf(...lists: readonly (readonly string[])[]): string {
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify(lists)))).slice(0, 32);
}
