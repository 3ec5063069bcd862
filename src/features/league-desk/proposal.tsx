import { View } from '@tarojs/components';
import { moment } from '../../../domain/wording/dates';
import { minutesWords } from '../../../domain/wording/league-desk';
import type { ManagedLeague, ScheduleProposal } from '../../../types/contract/league-desk';
import type { Instant } from '../../../types/vocabulary';
import { useAnswer } from '../../cloud/use-answer';
import { toast } from '../../device/toast';
import { Failure, FailureLine, StaleLine } from '../../shell/failure';
import { Bar } from '../../ui/bar/bar';
import { Button } from '../../ui/button/button';
import { SkeletonRows } from '../../ui/skeleton/skeleton';
import { MatchLines } from './match-lines';
import { useAct } from './use-act';

/** A list of words under a heading; nothing where there are none. */
function Told({ title, lines, warns = false }: { title: string; lines: readonly string[]; warns?: boolean }) {
  if (lines.length === 0) return null;
  return (
    <View className="card league-moved" {...(warns ? { role: 'alert' } : {})}>
      <View className={`strong${warns ? ' preview__unfit' : ''}`}>{title}</View>
      {lines.map((words) => (
        <View key={words} className="note number">
          {words}
        </View>
      ))}
    </View>
  );
}

/** When it is over, how good that is, and how much rest there is. */
function Facts({ proposal, after }: { proposal: ScheduleProposal; after: Instant | undefined }) {
  const { fits, finish, leastFinish, shortestRest, moved, lacks, now } = proposal;
  return (
    <View className="pad" data-testid={fits ? 'proposal-fits' : 'proposal-lacks'}>
      <View className="title">
        {!fits ? '排不下全部比赛' : finish === undefined ? '都排好了' : `${moment(finish, now)} 打完`}
      </View>
      <View className="note number">
        {[
          after === undefined ? '' : `${moment(after, now)} 以后的重新排过`,
          finish !== undefined && finish === leastFinish ? '不可能更早了' : '',
          shortestRest === undefined ? '' : `最少歇 ${minutesWords(shortestRest)}`,
        ]
          .filter((part) => part !== '')
          .join(' · ')}
      </View>
      <Told title="排不下的原因" lines={lacks} warns />
      <Told title={`和现在的赛程比，动了 ${moved.length} 场`} lines={moved} />
      {after !== undefined && moved.length === 0 && (
        <Told title="没有比赛要动" lines={['现在的赛程就排得下，不用重新公布']} />
      )}
    </View>
  );
}

interface ProposalProps {
  league: ManagedLeague;
  after: Instant | undefined;
  onDone: () => void;
}

function Foot({ league, after, proposal, onDone }: ProposalProps & { proposal: ScheduleProposal }) {
  const act = useAct('league.publishSchedule');
  const { fits, items, moved } = proposal;
  const nothingNew = after !== undefined && fits && moved.length === 0;
  const placed = items.filter(({ startsAt }) => startsAt !== undefined).length;
  async function publish(): Promise<void> {
    const outcome = await act.send({
      leagueId: league.id,
      ...(after === undefined ? {} : { after }),
      ...(fits ? {} : { partly: true }),
    });
    if (!outcome.ok) return;
    toast('赛程公布了');
    onDone();
  }
  return (
    <Bar>
      <View className="stack">
        {act.refused && <FailureLine refused={act.refused} />}
        <View className="league-decide">
          {after !== undefined && (
            <Button onPress={onDone} testId="keep">
              不改了
            </Button>
          )}
          <Button
            kind="primary"
            busy={act.busy}
            disabled={placed === 0 || nothingNew}
            onPress={() => void publish()}
            testId="publish-schedule"
          >
            {act.busy ? '正在公布' : fits ? '公布赛程' : `先公布排得下的 ${placed} 场`}
          </Button>
        </View>
      </View>
    </Bar>
  );
}

/** A schedule as it would be: what it lacks, what moves, and only then for all to see. */
export function ProposalView(props: ProposalProps) {
  const { league, after } = props;
  const { value, refused, asking, again } = useAnswer('league.previewSchedule', {
    leagueId: league.id,
    ...(after === undefined ? {} : { after }),
  });
  if (!value) {
    return refused ? <Failure refused={refused} again={again} asking={asking} /> : <SkeletonRows count={6} />;
  }
  return (
    <>
      {refused && <StaleLine />}
      <Facts proposal={value} after={after} />
      <MatchLines matches={value.items} league={league} now={value.now} />
      <Foot {...props} proposal={value} />
    </>
  );
}
