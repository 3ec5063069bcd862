import { View } from '@tarojs/components';
import { useReachBottom } from '@tarojs/taro';
import { moment } from '../../../domain/wording/dates';
import type { ImportEntry, OpOf } from '../../../types/contract';
import type { ValueOf } from '../../../types/contract/op';
import type { EnterpriseId } from '../../../types/vocabulary';
import { useAnswers } from '../../cloud/answers';
import { call, type RefusedBy } from '../../cloud/call';
import { useNow } from '../../cloud/use-now';
import { usePages } from '../../cloud/use-pages';
import { ListEnd } from '../../shell/list-end/list-end';

type EntryPage = ValueOf<OpOf<'import.rosterImports'>>;

/** `新增 3 位，不变 40 位，移出 1 位`: what an import came to; who neither came nor went is named only where somebody stayed. */
export function importedWords({ added, unchanged, removed }: Pick<ImportEntry, 'added' | 'unchanged' | 'removed'>) {
  const counted = [
    `新增 ${added} 位`,
    unchanged > 0 && `不变 ${unchanged} 位`,
    removed > 0 && `移出 ${removed} 位`,
  ].filter((each) => each !== false);
  return counted.join('，');
}

/** What was imported before, latest first; nothing stands here before the first one. */
export function PastImports({ enterpriseId }: { enterpriseId?: EnterpriseId | undefined }) {
  const now = useNow();
  const version = useAnswers(({ versions }) => versions['import.rosterImports'] ?? 0);
  const target = enterpriseId === undefined ? {} : { enterpriseId };
  const list = usePages<ImportEntry, EntryPage, RefusedBy<'import.rosterImports'>>(
    enterpriseId ?? '',
    version,
    (cursor) => call('import.rosterImports', { ...target, ...(cursor === undefined ? {} : { cursor }) }),
  );
  useReachBottom(list.loadMore);
  const { items = [], refused } = list;
  if (items.length === 0 && !refused) return null;
  return (
    <View className="import-past" data-testid="past-imports">
      <View className="pad">
        <View className="title">以前导入的</View>
        {items.map(({ id, at, by, enterprises, ...counted }) => (
          <View key={id} className="parted">
            <View>{importedWords(counted)}</View>
            <View className="note number">
              {[moment(at, now), by, enterprises > 1 && `${enterprises} 个单位`].filter(Boolean).join(' · ')}
            </View>
          </View>
        ))}
      </View>
      <ListEnd list={list} />
    </View>
  );
}
