import { View } from '@tarojs/components';
import { useReachBottom } from '@tarojs/taro';
import { useState } from 'react';
import type { CheckInView, OpOf } from '../../../types/contract';
import type { ValueOf } from '../../../types/contract/op';
import type { ChallengeId } from '../../../types/vocabulary';
import { useAnswers } from '../../cloud/answers';
import { call, type RefusedBy } from '../../cloud/call';
import { useAnswer } from '../../cloud/use-answer';
import { useNow } from '../../cloud/use-now';
import { usePages } from '../../cloud/use-pages';
import { useWaiting } from '../../cloud/waiting';
import { go } from '../../routes';
import { Failure, FailureLine } from '../../shell/failure';
import { Button } from '../../ui/button/button';
import { Notice } from '../../ui/notice/notice';
import { SkeletonRows } from '../../ui/skeleton/skeleton';
import { EditSheet } from './edit-sheet';
import { MineRow } from './mine-row';
import { RemoveSheet } from './remove-sheet';
import { WaitingRow } from './waiting-row';
import './mine.css';

type MinePage = ValueOf<OpOf<'reading.myCheckIns'>>;
type Doing = { what: 'edit' | 'remove'; checkIn: CheckInView };

/** The sheet that is open over the list. */
function Open({ doing, onClose }: { doing: Doing; onClose: () => void }) {
  const { value } = useAnswer('reading.today', {});
  if (doing.what === 'remove') return <RemoveSheet checkIn={doing.checkIn} onClose={onClose} />;
  const challenge = value?.challenges.find(({ id }) => id === doing.checkIn.challengeId);
  return (
    <EditSheet
      checkIn={doing.checkIn}
      kind={challenge?.rule.kind ?? 'minutes'}
      named={value !== undefined && value.seenAs !== 'nobody'}
      onClose={onClose}
    />
  );
}

/** 我的打卡: what waits, then what arrived, latest first. */
export function Mine({ id }: { id: ChallengeId | undefined }) {
  const now = useNow();
  const [doing, setDoing] = useState<Doing>();
  const { value: today } = useAnswer('reading.today', {});
  const waiting = useWaiting().list.filter(({ input }) => id === undefined || input.challengeId === id);
  const version = useAnswers((state) => state.versions['reading.myCheckIns'] ?? 0);
  const question = id === undefined ? {} : { challengeId: id };
  const list = usePages<CheckInView, MinePage, RefusedBy<'reading.myCheckIns'>>(id ?? 'all', version, (cursor) =>
    call('reading.myCheckIns', cursor === undefined ? question : { ...question, cursor }),
  );
  useReachBottom(list.loadMore);
  const { items, refused } = list;
  const titles = new Map(today?.challenges.map((each) => [each.id, each.title]));
  return (
    <View className="mine-list" data-testid="mine">
      {waiting.map((each) => (
        <WaitingRow key={each.id} waiting={each} now={now} />
      ))}
      {!items &&
        (refused ? <Failure refused={refused} again={list.again} asking={list.asking} /> : <SkeletonRows count={4} />)}
      {items?.length === 0 && waiting.length === 0 && (
        <Notice icon="book" title="还没有打过卡" text="今天读一会儿，就有第一条" testId="empty">
          <Button onPress={() => go.tab('pages/reading/index')}>去打卡</Button>
        </Notice>
      )}
      {items?.map((each) => (
        <MineRow
          key={each.id}
          checkIn={each}
          challenge={id === undefined ? titles.get(each.challengeId) : undefined}
          now={now}
          onEdit={() => setDoing({ what: 'edit', checkIn: each })}
          onRemove={() => setDoing({ what: 'remove', checkIn: each })}
        />
      ))}
      {items && refused && (
        <View className="pad">
          <FailureLine refused={refused} again={list.again} asking={list.asking} />
        </View>
      )}
      {doing && <Open doing={doing} onClose={() => setDoing(undefined)} />}
    </View>
  );
}
