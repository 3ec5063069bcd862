import { View } from '@tarojs/components';
import { useState } from 'react';
import { moment } from '../../../domain/wording/dates';
import { perMember, SIZE_WORDS } from '../../../domain/wording/reading';
import { SIZE_CLASSES, type SizeClass } from '../../../types/contract/reading-board';
import { useAnswer } from '../../cloud/use-answer';
import { Failure, StaleLine } from '../../shell/failure';
import { Notice } from '../../ui/notice/notice';
import { Segments } from '../../ui/segments/segments';
import { SkeletonRows } from '../../ui/skeleton/skeleton';
import type { BoardOf } from './board-list';
import { RankLine } from './rank-line';
import './boards.css';

const CHOICES = SIZE_CLASSES.map((size) => ({ value: String(size), words: SIZE_WORDS[size] }));
/** Asked first: its answer says which class one's own enterprise is of. */
const FIRST: SizeClass = 200;

const sizeOf = (value: string): SizeClass => SIZE_CLASSES.find((size) => String(size) === value) ?? FIRST;

/** Enterprises within a class of size, by days a member; one's own class first. */
export function EnterpriseBoard({ board }: { board: BoardOf }) {
  const [chosen, setChosen] = useState<SizeClass>();
  const [own, setOwn] = useState<SizeClass>();
  const size = chosen ?? own ?? FIRST;
  const { value, refused, asking, again } = useAnswer('reading.enterpriseBoard', { ...board, size });
  if (value?.ownSize !== undefined && value.ownSize !== own) setOwn(value.ownSize);
  return (
    <View data-testid="enterprise-board">
      <View className="pad boards__size number">
        <Segments options={CHOICES} chosen={String(size)} onChoose={(to) => setChosen(sizeOf(to))} />
      </View>
      {!value && (refused ? <Failure refused={refused} again={again} asking={asking} /> : <SkeletonRows count={5} />)}
      {value && refused && <StaleLine />}
      {value?.rows.length === 0 && (
        <Notice icon="points" title="这一档还没有单位" text="换一档看看，或者叫上同事一起读" testId="empty" />
      )}
      {value?.rows.map((row) => (
        <RankLine
          key={row.enterpriseId}
          rank={row.rank}
          name={row.name}
          amount={`人均 ${perMember(row)} 天`}
          note={`${row.members} 位会员，共 ${row.days} 天`}
          mine={row.mine ?? false}
        />
      ))}
      {value && value.rows.length > 0 && (
        <View className="board__end note number">
          单位按会员人数分档，按全体会员平均，会员数更新于 {moment(value.countedAt, value.now)}
        </View>
      )}
    </View>
  );
}
