import { Text, View } from '@tarojs/components';
import { useReachBottom } from '@tarojs/taro';
import { useState } from 'react';
import { CHALLENGE_STATE_WORDS, managedTag } from '../../../domain/wording/challenge';
import { datesWords, ENTRY_WORDS } from '../../../domain/wording/reading';
import type { Page } from '../../../types/contract/op';
import type { ChallengeState, ManagedChallenge } from '../../../types/contract/reading-operations';
import type { Instant } from '../../../types/vocabulary';
import { useAnswers } from '../../cloud/answers';
import { call, type RefusedBy } from '../../cloud/call';
import { useAnswer } from '../../cloud/use-answer';
import { useNow } from '../../cloud/use-now';
import { usePages } from '../../cloud/use-pages';
import { go } from '../../routes';
import { Failure, FailureLine } from '../../shell/failure';
import { Bar } from '../../ui/bar/bar';
import { Button } from '../../ui/button/button';
import { Cell, CellGroup } from '../../ui/cell/cell';
import { Chips } from '../../ui/chips/chips';
import { Notice } from '../../ui/notice/notice';
import { Press } from '../../ui/press/press';
import { SkeletonRows } from '../../ui/skeleton/skeleton';
import { Tag } from '../../ui/tag/tag';
import './desk.css';

const STATES: readonly ChallengeState[] = ['published', 'draft', 'closed'];
const OPTIONS = STATES.map((value) => ({ value, words: CHALLENGE_STATE_WORDS[value] }));

const EMPTY: Record<ChallengeState, { title: string; text: string }> = {
  published: { title: '还没有发布过挑战', text: '新建一个，写好了再发布' },
  draft: { title: '没有草稿', text: '新建的挑战先是草稿，只有组织者看得到' },
  closed: { title: '没有提前结束的', text: '提前结束的会列在这里' },
};

function ChallengeLine({ challenge, now }: { challenge: ManagedChallenge; now: Instant }) {
  const { id, plan, state, readers } = challenge;
  const tag = managedTag(challenge);
  return (
    <Press className="desk-benefit" onPress={() => go.deskChallengeEdit(id)} testId={`managed-${id}`}>
      <View className="desk-benefit__inside">
        <View className="grow">
          <View className="strong">{plan.title}</View>
          <View className="note number">
            {datesWords(plan.startsOn, plan.endsOn, now)}
            {state === 'draft' ? '' : ` · ${readers} 人在读`}
          </View>
          <View className="row desk-benefit__tags">
            <Tag words={tag.words} tone={tag.live ? 'books' : 'none'} />
            <Text className="note">{ENTRY_WORDS[plan.entry].name}</Text>
          </View>
        </View>
      </View>
    </Press>
  );
}

/** What is looked at besides: words that wait for a human, and the shelf. */
function Ways() {
  const { value } = useAnswer('reading.queue', {});
  const waiting = value?.items.length ?? 0;
  return (
    <CellGroup>
      <Cell
        icon="shield"
        title="待看的内容"
        note="随感、评论、照片和举报"
        value={waiting === 0 ? '' : `${waiting}${value?.next === undefined ? '' : '+'} 条`}
        onPress={go.deskModeration}
        testId="moderation"
      />
      <Cell icon="book" title="书架" note="书单和打卡都从这里选书" onPress={go.deskShelf} testId="shelf" />
    </CellGroup>
  );
}

/** 读书管理: every challenge of a state, and a new one. */
export function ChallengeList() {
  const [state, setState] = useState<ChallengeState>('published');
  const now = useNow();
  const version = useAnswers(({ versions }) => versions['reading.managedChallenges'] ?? 0);
  const list = usePages<ManagedChallenge, Page<ManagedChallenge>, RefusedBy<'reading.managedChallenges'>>(
    state,
    version,
    (cursor) => call('reading.managedChallenges', { state, ...(cursor === undefined ? {} : { cursor }) }),
  );
  useReachBottom(list.loadMore);
  const { items, refused } = list;
  if (!items && refused) return <Failure refused={refused} again={list.again} asking={list.asking} />;
  return (
    <View className="desk-list">
      <Ways />
      <View className="desk-chips">
        <Chips options={OPTIONS} chosen={state} onChoose={setState} />
      </View>
      {!items && <SkeletonRows count={4} />}
      {items?.length === 0 && <Notice icon="book" {...EMPTY[state]} testId="empty" />}
      {items?.map((challenge) => (
        <ChallengeLine key={challenge.id} challenge={challenge} now={now} />
      ))}
      {items && refused && (
        <View className="pad">
          <FailureLine refused={refused} again={list.again} asking={list.asking} />
        </View>
      )}
      {items && items.length > 0 && !refused && (
        <View className="desk-end note">{list.more ? '还有更多…' : '没有更多了'}</View>
      )}
      <Bar>
        <Button kind="primary" onPress={go.deskChallengeNew} testId="new-challenge">
          新建挑战
        </Button>
      </Bar>
    </View>
  );
}
