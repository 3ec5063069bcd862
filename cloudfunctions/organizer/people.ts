import type { EnterpriseRecord } from '../../domain/member/member';
import type { EnterpriseId } from '../../types/vocabulary';
import { byIds } from '../kit/documents';

export { LEFT, peopleOf, type Seen } from '../kit/people';

export async function enterpriseNames(ids: readonly EnterpriseId[]): Promise<Map<EnterpriseId, string>> {
  const known = ids.filter((each) => each !== '');
  const records = await byIds<Pick<EnterpriseRecord, '_id' | 'name'>>('enterprises', known, { name: true });
  return new Map(records.map(({ _id, name }) => [_id, name]));
}
