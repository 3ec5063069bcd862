import { View } from '@tarojs/components';
import { useState } from 'react';
import { useAnswer } from '../../cloud/use-answer';
import { useNow } from '../../cloud/use-now';
import { Failure, StaleLine } from '../../shell/failure';
import { Segments } from '../../ui/segments/segments';
import { SkeletonPage } from '../../ui/skeleton/skeleton';
import { Balance } from './balance-card';
import { Earning } from './earning';
import { EntryList } from './entry-list';
import { Explained } from './explained';
import './points.css';

type PointsView = 'entries' | 'earning' | 'explained';
const VIEWS: readonly { value: PointsView; words: string }[] = [
  { value: 'entries', words: '明细' },
  { value: 'earning', words: '怎么攒' },
  { value: 'explained', words: '怎么来的' },
];

/** 积分: how many, what they came from, how one earns more, and how the number adds up. */
export function Points() {
  const { value, refused, asking, again } = useAnswer('points.balance', {});
  const [view, setView] = useState<PointsView>('entries');
  const now = useNow();
  if (!value) return refused ? <Failure refused={refused} again={again} asking={asking} /> : <SkeletonPage />;
  return (
    <View className="points" data-testid="points">
      {refused && <StaleLine />}
      <View className="pad points__head">
        <Balance balance={value} now={now} />
      </View>
      <View className="pad">
        <Segments options={VIEWS} chosen={view} onChoose={setView} />
      </View>
      {view === 'entries' && <EntryList />}
      {view === 'earning' && <Earning />}
      {view === 'explained' && <Explained />}
    </View>
  );
}
