import { View } from '@tarojs/components';
import { useState } from 'react';
import type { ManagedLeague } from '../../../types/contract/league-desk';
import type { LeagueId, MemberId } from '../../../types/vocabulary';
import { useAnswer } from '../../cloud/use-answer';
import { go } from '../../routes';
import { Failure, StaleLine } from '../../shell/failure';
import { MemberSearch } from '../../shell/member-search/member-search';
import { Bar } from '../../ui/bar/bar';
import { Button } from '../../ui/button/button';
import { Icon } from '../../ui/icon/icon';
import { Notice } from '../../ui/notice/notice';
import { Press } from '../../ui/press/press';
import { Sheet } from '../../ui/sheet/sheet';
import { SkeletonRows } from '../../ui/skeleton/skeleton';
import { RefereeSheet } from './referee-sheet';
import '../../shell/refused/league';
import './league-desk.css';

interface Chosen {
  memberId: MemberId;
  name: string;
}

/** Their courts by name: `1 号台、2 号台`. */
function courtsOf({ plan }: ManagedLeague, courts: readonly string[]): string {
  const names = plan.courts.filter(({ id }) => courts.includes(id)).map(({ name }) => name);
  if (names.length === 0) return '还没有分场地';
  return names.length === plan.courts.length && names.length > 1 ? '所有场地' : names.join('、');
}

/** Courts that nobody keeps the scores of. */
function uncovered({ plan, referees }: ManagedLeague): string[] {
  const covered = referees.flatMap(({ courts }) => courts);
  return plan.courts.filter(({ id }) => !covered.includes(id)).map(({ name }) => name);
}

interface FindSheetProps {
  league: ManagedLeague;
  onChoose: (chosen: Chosen) => void;
  onClose: () => void;
}

function FindSheet({ league, onChoose, onClose }: FindSheetProps) {
  const invite = (): void => {
    onClose();
    const { title, courts } = league.plan;
    const ends = Math.max(0, ...courts.flatMap(({ openings }) => openings.map(({ endsAt }) => endsAt)));
    go.roleInvites({ kind: 'activity', id: league.id }, title, { ends, only: 'referee' });
  };
  return (
    <Sheet open title="加裁判" onClose={onClose} testId="find-sheet">
      <View className="stack stack--tight">
        <Button onPress={invite} testId="invite-referee">
          发邀请，让他们自己点
        </Button>
        <View className="note">对方接受以后，再在这里找到他分场地</View>
      </View>
      <MemberSearch why="选一位会员，再分给他场地" onChoose={({ memberId, name }) => onChoose({ memberId, name })} />
    </Sheet>
  );
}

/** Who may enter results, and on which courts. */
export function Referees({ id }: { id: LeagueId }) {
  const { value, refused, asking, again } = useAnswer('league.managedLeague', { leagueId: id });
  const [finding, setFinding] = useState(false);
  const [chosen, setChosen] = useState<Chosen>();
  if (!value) {
    return refused ? <Failure refused={refused} again={again} asking={asking} /> : <SkeletonRows count={4} />;
  }
  const bare = uncovered(value);
  const over = value.state === 'finished' || value.state === 'cancelled';
  return (
    <View className="league-referees">
      {refused && <StaleLine />}
      <View className="pad note">裁判只记自己场地的比分，看得到双方名单；比赛结束后自动失效</View>
      {value.referees.length === 0 && (
        <Notice icon="person" title="还没有裁判" text="没有裁判也能比：一方队长报比分，另一方确认" testId="empty" />
      )}
      {value.referees.map(({ memberId, name, courts }) => (
        <Press
          key={memberId}
          className="league-line"
          disabled={over}
          onPress={() => setChosen({ memberId, name })}
          testId={`referee-${memberId}`}
        >
          <View className="row">
            <View className="grow">
              <View className="strong">{name}</View>
              <View className="note number">{courtsOf(value, courts)}</View>
            </View>
            {!over && <Icon name="forward" small />}
          </View>
        </Press>
      ))}
      {value.referees.length > 0 && bare.length > 0 && (
        <View className="pad note league-bare number">没有裁判的场地：{bare.join('、')}</View>
      )}
      {!over && (
        <Bar>
          <Button kind="primary" onPress={() => setFinding(true)} testId="add-referee">
            加裁判
          </Button>
        </Bar>
      )}
      {finding && (
        <FindSheet
          league={value}
          onChoose={(found) => {
            setFinding(false);
            setChosen(found);
          }}
          onClose={() => setFinding(false)}
        />
      )}
      {chosen && <RefereeSheet league={value} member={chosen} onClose={() => setChosen(undefined)} />}
    </View>
  );
}
