import * as v from 'valibot';
import type { EnterpriseRecord } from '../../domain/member/member';
import { holdsAny } from '../../domain/permission/grants';
import { sheetFolder } from '../../domain/sheet/own-sheet';
import { ROWS_MOST } from '../../domain/sheet/table';
import type { EnterpriseView } from '../../types/contract';
import type { Caller } from '../kit/caller';
import { byIds } from '../kit/documents';
import { read } from '../kit/operation';
import { FILE_MOST } from '../kit/sheet/refused';
import { keepers } from './roster-target';

async function ownEnterprises({ grants }: Caller): Promise<EnterpriseView[]> {
  const ids = grants.flatMap(({ role, scope }) =>
    role === 'unit-officer' && scope.kind === 'enterprise' ? [scope.id] : [],
  );
  const found = await byIds<Pick<EnterpriseRecord, '_id' | 'name'>>('enterprises', ids, { name: true });
  return found.map(({ _id, name }) => ({ id: _id, name }));
}

export const start = read<'import.start'>({
  policy: keepers,
  schema: v.strictObject({}),
  async run(_input, { caller, now }) {
    const folder = sheetFolder(caller.key);
    const most = { bytesMost: FILE_MOST, rowsMost: ROWS_MOST };
    if (holdsAny(caller.grants, ['admin', 'organizer'], now)) return { ok: true, value: { folder, ...most } };
    return { ok: true, value: { folder, ...most, enterprises: await ownEnterprises(caller) } };
  },
});
