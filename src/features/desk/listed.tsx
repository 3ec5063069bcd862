import { Text, View } from '@tarojs/components';
import { useReachBottom } from '@tarojs/taro';
import { useState } from 'react';
import { moment } from '../../../domain/wording/dates';
import type { OpOf } from '../../../types/contract';
import type { ValueOf } from '../../../types/contract/op';
import type { BenefitId, Instant } from '../../../types/vocabulary';
import { useAnswers } from '../../cloud/answers';
import { call, type RefusedBy } from '../../cloud/call';
import { useNow } from '../../cloud/use-now';
import { usePages } from '../../cloud/use-pages';
import { toast } from '../../device/toast';
import { Failure, FailureLine } from '../../shell/failure';
import { MemberSearch } from '../../shell/member-search/member-search';
import { Bar } from '../../ui/bar/bar';
import { Button } from '../../ui/button/button';
import { Notice } from '../../ui/notice/notice';
import { Press } from '../../ui/press/press';
import { Sheet } from '../../ui/sheet/sheet';
import { SkeletonRows } from '../../ui/skeleton/skeleton';
import { useAct } from './use-act';
import './desk.css';

type ListedPage = ValueOf<OpOf<'benefit.listed'>>;
type ListedMember = ListedPage['items'][number];

function ListedLine({ member, now, onRemove }: { member: ListedMember; now: Instant; onRemove: () => void }) {
  const { name, phone, enterpriseName, fetchedAt } = member;
  return (
    <View className="parted row" data-testid={`listed-${member.memberId}`}>
      <View className="grow">
        <View className="strong">{name}</View>
        <View className="note number">{[phone, enterpriseName].filter((part) => part !== '').join(' · ')}</View>
        {fetchedAt !== undefined && <View className="note number">{moment(fetchedAt, now)} 领走</View>}
      </View>
      {fetchedAt === undefined && (
        <Press className="text-press" onPress={onRemove} testId={`remove-${member.memberId}`}>
          <Text>移出</Text>
        </Press>
      )}
    </View>
  );
}

/** Adds members one by one; the sheet stays open for the next. */
function AddSheet({ id, onClose }: { id: BenefitId; onClose: () => void }) {
  const act = useAct('benefit.setListed');
  const add = async (memberId: string, name: string): Promise<void> => {
    const outcome = await act.send({ benefitId: id, add: [memberId], remove: [] });
    if (outcome.ok) toast(`${name}在名单里了，共 ${outcome.value.listedCount} 位`);
  };
  return (
    <Sheet
      open
      title="加进名单"
      onClose={onClose}
      testId="add-sheet"
      foot={
        <>
          {act.refused && <FailureLine refused={act.refused} />}
          <Button onPress={onClose}>好了</Button>
        </>
      }
    >
      <MemberSearch why="点一下就加进名单" onChoose={({ memberId, name }) => void add(memberId, name)} />
    </Sheet>
  );
}

/** Who may have it, and who has fetched it: a station's receipt. */
export function Listed({ id }: { id: BenefitId }) {
  const now = useNow();
  const [adding, setAdding] = useState(false);
  const act = useAct('benefit.setListed');
  const version = useAnswers(({ versions }) => versions['benefit.listed'] ?? 0);
  const list = usePages<ListedMember, ListedPage, RefusedBy<'benefit.listed'>>(id, version, (cursor) =>
    call('benefit.listed', { benefitId: id, ...(cursor === undefined ? {} : { cursor }) }),
  );
  useReachBottom(list.loadMore);
  const { items, refused } = list;
  const remove = async (memberId: string): Promise<void> => {
    const outcome = await act.send({ benefitId: id, add: [], remove: [memberId] });
    if (outcome.ok) toast('移出了名单');
  };
  if (!items && refused) return <Failure refused={refused} again={list.again} asking={list.asking} />;
  return (
    <View className="desk-list">
      {act.refused && (
        <View className="pad">
          <FailureLine refused={act.refused} />
        </View>
      )}
      {!items && <SkeletonRows count={5} />}
      {items?.length === 0 && <Notice icon="people" title="名单还是空的" text="加进来的会员才能领" testId="empty" />}
      {items && items.length > 0 && (
        <View className="desk-entries">
          {items.map((member) => (
            <ListedLine key={member.memberId} member={member} now={now} onRemove={() => void remove(member.memberId)} />
          ))}
        </View>
      )}
      {items && refused && (
        <View className="pad">
          <FailureLine refused={refused} again={list.again} asking={list.asking} />
        </View>
      )}
      <Bar>
        <Button kind="primary" onPress={() => setAdding(true)} testId="add">
          加会员
        </Button>
      </Bar>
      {adding && <AddSheet id={id} onClose={() => setAdding(false)} />}
    </View>
  );
}
