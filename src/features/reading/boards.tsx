import { View } from '@tarojs/components';
import { useState } from 'react';
import { SPAN_WORDS } from '../../../domain/wording/reading';
import { BOARD_SPANS, type BoardSpan } from '../../../types/contract';
import type { BoardWhen } from '../../../types/contract/reading-board';
import type { ChallengeId } from '../../../types/vocabulary';
import { useAnswer } from '../../cloud/use-answer';
import { Chips } from '../../ui/chips/chips';
import { Segments } from '../../ui/segments/segments';
import { BoardList, type BoardOf } from './board-list';
import { EnterpriseBoard } from './enterprise-board';
import './boards.css';

type Of = 'people' | 'teams' | 'enterprises';
const OF: readonly { value: Of; words: string }[] = [
  { value: 'people', words: '个人' },
  { value: 'teams', words: '小队' },
  { value: 'enterprises', words: '单位' },
];

type Period = `${BoardSpan} ${BoardWhen}`;
/** Of the whole there is no earlier one. */
const PERIODS: readonly { value: Period; words: string; span: BoardSpan; when: BoardWhen }[] = BOARD_SPANS.flatMap(
  (span) =>
    (span === 'whole' ? (['now'] as const) : (['now', 'before'] as const)).map((when) => ({
      value: `${span} ${when}` as const,
      words: SPAN_WORDS[span][when],
      span,
      when,
    })),
);

/** 排行榜: people, teams or enterprises; a day, a week or the whole. */
export function Boards({ id }: { id: ChallengeId }) {
  const { value } = useAnswer('reading.challenge', { challengeId: id });
  const [of, setOf] = useState<Of>('people');
  const [period, setPeriod] = useState<Period>('week now');
  const teams = value?.entry === 'team';
  const { span, when } = PERIODS.find((each) => each.value === period) ?? { span: 'week', when: 'now' };
  const board: BoardOf = { challengeId: id, span, when };
  return (
    <View className="boards" data-testid="boards">
      <View className="pad boards__of">
        <Segments options={OF.filter((each) => each.value !== 'teams' || teams)} chosen={of} onChoose={setOf} />
      </View>
      {of === 'teams' ? (
        // Teams are ranked over the whole alone.
        <BoardList board={{ challengeId: id, span: 'whole', when: 'now' }} of="teams" entry="team" />
      ) : (
        <>
          <Chips options={PERIODS} chosen={period} onChoose={setPeriod} />
          {of === 'people' ? <BoardList board={board} of="people" /> : <EnterpriseBoard board={board} />}
        </>
      )}
    </View>
  );
}
