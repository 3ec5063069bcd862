import { View } from '@tarojs/components';
import { useReachBottom } from '@tarojs/taro';
import type { BoardSpan, ChallengeEntry, OpOf } from '../../../types/contract';
import type { ValueOf } from '../../../types/contract/op';
import type { BoardRow, BoardWhen } from '../../../types/contract/reading-board';
import type { ChallengeId } from '../../../types/vocabulary';
import { useAnswers } from '../../cloud/answers';
import { call, type RefusedBy } from '../../cloud/call';
import { usePages } from '../../cloud/use-pages';
import { go } from '../../routes';
import { Failure, FailureLine } from '../../shell/failure';
import { Bar } from '../../ui/bar/bar';
import { Button } from '../../ui/button/button';
import { Notice } from '../../ui/notice/notice';
import { SkeletonRows } from '../../ui/skeleton/skeleton';
import { RankLine } from './rank-line';
import './boards.css';

type Board = ValueOf<OpOf<'reading.board'>>;
type BoardPage = Board & { items: BoardRow[]; next?: string };
type BoardRefused = RefusedBy<'reading.board'>;

export interface BoardOf {
  challengeId: ChallengeId;
  span: BoardSpan;
  when: BoardWhen;
}

/** Pages of a board go by places: the next one begins where this one ends. */
export function asPage(board: Board, from: number): BoardPage {
  const end = from + board.rows.length;
  return { ...board, items: board.rows, ...(board.rows.length > 0 && end < board.count && { next: String(end) }) };
}

function Own({ first, of }: { first: BoardPage; of: 'people' | 'teams' }) {
  const { mine, count } = first;
  if (mine) {
    return (
      <Bar>
        <View className="own" data-testid="own-rank">
          <View className="grow strong">{of === 'people' ? '我' : '我们队'}</View>
          <View className="number">
            第 {mine.rank} 位，共 {count} {of === 'people' ? '人' : '队'}
          </View>
          <View className="number mine strong">{mine.days} 天</View>
        </View>
      </Bar>
    );
  }
  if (of === 'teams') return null;
  return (
    <Bar>
      <View className="own" data-testid="not-ranked">
        <View className="grow note">榜上只有愿意让大家看到的人，选了称呼、读过书就会上来</View>
        <View className="own__step">
          <Button small onPress={go.readingSettings}>
            选称呼
          </Button>
        </View>
      </View>
    </Bar>
  );
}

function key({ rank, name, teamId }: BoardRow, at: number): string {
  return `${rank} ${teamId ?? name} ${at}`;
}

/** People who chose to be seen, or teams: twenty at a time, with one's own place pinned. */
export function BoardList({ board, of, entry }: { board: BoardOf; of: 'people' | 'teams'; entry?: ChallengeEntry }) {
  const version = useAnswers((state) => state.versions['reading.board'] ?? 0);
  const question = `${of} ${board.span} ${board.when}`;
  const list = usePages<BoardRow, BoardPage, BoardRefused>(question, version, async (cursor) => {
    const from = Number(cursor ?? 0);
    const outcome = await call('reading.board', { ...board, of, from });
    return outcome.ok ? { ok: true, value: asPage(outcome.value, from) } : outcome;
  });
  useReachBottom(list.loadMore);
  const { items, first, refused } = list;
  if (!items || !first) {
    if (!refused) return <SkeletonRows count={5} />;
    return <Failure refused={refused} again={list.again} asking={list.asking} />;
  }
  return (
    <View data-testid="board">
      {items.length === 0 && <Notice icon="points" title="榜上还没有人" text="读一会儿，就是第一个" testId="empty" />}
      {items.map((row, at) => (
        <RankLine
          key={key(row, at)}
          rank={row.rank}
          name={row.name}
          amount={`${row.days} 天`}
          note={`${row.minutes} 分钟`}
          mine={row.mine ?? false}
          {...(row.mine &&
            row.teamId !== undefined &&
            entry === 'team' && { onPress: () => go.team(board.challengeId) })}
        />
      ))}
      {refused ? (
        <View className="pad">
          <FailureLine refused={refused} again={list.again} asking={list.asking} />
        </View>
      ) : (
        items.length > 0 && <View className="board__end note">{list.more ? '还有更多…' : '没有更多了'}</View>
      )}
      <Own first={first} of={of} />
    </View>
  );
}
