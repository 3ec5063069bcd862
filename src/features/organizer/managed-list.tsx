import { Text, View } from '@tarojs/components';
import { useReachBottom } from '@tarojs/taro';
import { useState } from 'react';
import { dateBlock, span } from '../../../domain/wording/dates';
import { ACTIVITY_STATE_WORDS, managedTag } from '../../../domain/wording/organizer';
import { BRAND_WORDS } from '../../../domain/wording/vocabulary';
import type { OpOf } from '../../../types/contract';
import type { ValueOf } from '../../../types/contract/op';
import type { ActivityState, ManagedCard } from '../../../types/contract/organizer-activity';
import type { Instant } from '../../../types/vocabulary';
import { useAnswers } from '../../cloud/answers';
import { call, type RefusedBy } from '../../cloud/call';
import { useNow } from '../../cloud/use-now';
import { usePages } from '../../cloud/use-pages';
import { go } from '../../routes';
import { Failure, FailureLine } from '../../shell/failure';
import { Bar } from '../../ui/bar/bar';
import { Button } from '../../ui/button/button';
import { Chips } from '../../ui/chips/chips';
import { DateBlock } from '../../ui/cover/cover';
import { Notice } from '../../ui/notice/notice';
import { Press } from '../../ui/press/press';
import { SkeletonRows } from '../../ui/skeleton/skeleton';
import { Tag } from '../../ui/tag/tag';
import './organizer.css';

const STATES: readonly ActivityState[] = ['published', 'draft', 'cancelled'];
const OPTIONS = STATES.map((value) => ({ value, words: ACTIVITY_STATE_WORDS[value] }));

const EMPTY: Record<ActivityState, { title: string; text: string }> = {
  published: { title: '还没有发布过活动', text: '新建一个，写好了再发布' },
  draft: { title: '没有草稿', text: '新建的活动先是草稿，只有组织者看得到' },
  cancelled: { title: '没有取消的活动', text: '这样最好' },
};

function ManagedRow({ card, now }: { card: ManagedCard; now: Instant }) {
  const tag = managedTag(card, now);
  const over = card.state === 'cancelled' || now >= card.endsAt;
  return (
    <Press
      className={`managed-row${over ? ' managed-row--over' : ''}`}
      onPress={() => go.manage(card.id)}
      testId={`managed-${card.id}`}
    >
      <View className="managed-row__inside">
        <DateBlock date={dateBlock(card.startsAt)} tone={card.brand} />
        <View className="grow">
          <View className="strong managed-row__title">{card.title}</View>
          <View className="note number">{span(card.startsAt, card.endsAt, now)}</View>
          <View className="row managed-row__tags">
            <Tag words={BRAND_WORDS[card.brand].short} tone={card.brand} />
            <Text className={`managed-row__tag number${tag.live ? ' managed-row__tag--live' : ''}`}>{tag.words}</Text>
          </View>
        </View>
      </View>
    </Press>
  );
}

type ListPage = ValueOf<OpOf<'organizer.activities'>>;

/** 活动管理: every activity of a state, latest first, and a new one. */
export function ManagedList() {
  const [state, setState] = useState<ActivityState>('published');
  const now = useNow();
  const version = useAnswers(({ versions }) => versions['organizer.activities'] ?? 0);
  const list = usePages<ManagedCard, ListPage, RefusedBy<'organizer.activities'>>(state, version, (cursor) =>
    call('organizer.activities', { state, ...(cursor === undefined ? {} : { cursor }) }),
  );
  useReachBottom(list.loadMore);
  const { items, refused } = list;
  if (!items && refused) return <Failure refused={refused} again={list.again} asking={list.asking} />;
  return (
    <View className="managed-list">
      <Chips options={OPTIONS} chosen={state} onChoose={setState} />
      {!items && <SkeletonRows count={6} />}
      {items?.length === 0 && <Notice icon="empty" {...EMPTY[state]} testId="empty" />}
      {items?.map((card) => (
        <ManagedRow key={card.id} card={card} now={now} />
      ))}
      {items && refused && (
        <View className="pad">
          <FailureLine refused={refused} again={list.again} asking={list.asking} />
        </View>
      )}
      {items && items.length > 0 && !refused && (
        <View className="list-end note">{list.more ? '还有更多…' : '没有更多了'}</View>
      )}
      <Bar>
        <Button kind="primary" onPress={go.manageNew} testId="new-activity">
          新建活动
        </Button>
      </Bar>
    </View>
  );
}
