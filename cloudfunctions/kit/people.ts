import type { MemberRecord } from '../../domain/member/member';
import { maskPhone } from '../../domain/member/phone';
import type { MemberId } from '../../types/vocabulary';
import { byIds } from './documents';

/** What stands where the name of somebody was who has left the union. */
export const LEFT = '已注销';

/** Somebody as organizers see them. */
export interface Seen {
  name: string;
  /** Masked. */
  phone: string;
}

/** Those of the members who are still there. */
export async function peopleOf(ids: readonly MemberId[]): Promise<Map<MemberId, Seen>> {
  const members = await byIds<Pick<MemberRecord, '_id' | 'name' | 'phone'>>('members', ids, {
    name: true,
    phone: true,
  });
  return new Map(members.map(({ _id, name, phone }) => [_id, { name, phone: maskPhone(phone) }]));
}
