import { Text, View } from '@tarojs/components';
import { useShareAppMessage } from '@tarojs/taro';
import { dateBlock, deadline, span } from '../../../domain/wording/dates';
import { disciplineName, leagueAsOf } from '../../../domain/wording/league-card';
import type { InviteView } from '../../../types/contract';
import type { Instant, MemberStatus } from '../../../types/vocabulary';
import { useAnswer } from '../../cloud/use-answer';
import { useNow } from '../../cloud/use-now';
import { toastOnArrival } from '../../device/toast';
import { entryInvitePath, go } from '../../routes';
import { Failure, FailureLine, StaleLine } from '../../shell/failure';
import { Bar } from '../../ui/bar/bar';
import { Button } from '../../ui/button/button';
import { Cell, CellGroup } from '../../ui/cell/cell';
import { Cover } from '../../ui/cover/cover';
import { SkeletonPage } from '../../ui/skeleton/skeleton';
import { useLeagueAct } from './use-league-act';
import '../../shell/refused/league';
import './entry.css';
import './league.css';

/** Why nobody can join by it any more; `undefined` where one can. */
function shut({ league, entry, left }: InviteView): string | undefined {
  if (entry.withdrawn) return '这支队伍退赛了';
  if (league.phase === 'cancelled') return '联赛取消了';
  if (league.phase !== 'open') return '名单已经定了';
  return left === 0 ? '队伍满员了' : undefined;
}

function JoinButton({ invite, view }: { invite: string; view: InviteView }) {
  const act = useLeagueAct('league.joinEntry');
  async function join(): Promise<void> {
    const outcome = await act.send({ invite });
    if (!outcome.ok) return;
    toastOnArrival(`进了“${view.entry.name}”`);
    go.leagueEntryInstead(view.league.id, outcome.value.id);
  }
  return (
    <View className="stack">
      {act.refused && <FailureLine refused={act.refused} />}
      <Button kind="primary" busy={act.busy} onPress={() => void join()} testId="join-entry">
        加入“{view.entry.name}”
      </Button>
    </View>
  );
}

interface StepProps {
  invite: string;
  view: InviteView;
  status: MemberStatus | undefined;
}

/** The one thing to do: join, see one's own, or become a member first. */
function Step({ invite, view, status }: StepProps) {
  const { mine, league, entry } = view;
  const door = shut(view);
  if (mine !== undefined) {
    return (
      <Button kind="primary" onPress={() => go.leagueEntryInstead(league.id, mine)} testId="see-mine">
        {mine === entry.id ? '你已经在队里，去看看' : '你在这个联赛里有队伍了，去看看'}
      </Button>
    );
  }
  if (door !== undefined) {
    return (
      <Button onPress={() => go.league(league.id)} testId="see-league">
        {door}，看这个联赛
      </Button>
    );
  }
  if (status === undefined) {
    return (
      <Button kind="primary" disabled onPress={() => undefined}>
        加入“{entry.name}”
      </Button>
    );
  }
  if (status !== 'active') {
    const pending = status === 'pending';
    return (
      <Button kind="primary" disabled={pending} onPress={go.join} testId="join">
        {pending ? '入会审核中，通过后再来' : '先加入工会，只要一分钟'}
      </Button>
    );
  }
  return <JoinButton invite={invite} view={view} />;
}

function Facts({ view: { league, captainName, entry }, now }: { view: InviteView; now: Instant }) {
  return (
    <CellGroup>
      <Cell icon="person" title={`队长 ${captainName}`} {...(entry.enterpriseName && { note: entry.enterpriseName })} />
      <Cell icon="clock" title={span(league.startsAt, league.endsAt, now)} />
      <Cell icon="place" title={league.venueName} />
      <Cell icon="flag" title="看这个联赛" onPress={() => go.league(league.id)} />
    </CellGroup>
  );
}

/** What somebody sees who came by a colleague's link: what they join, with whom, until when, and one tap. */
export function InvitePage({ invite, status }: { invite: string; status: MemberStatus | undefined }) {
  const { value, refused, asking, again } = useAnswer('league.invite', { invite });
  const now = useNow(value?.lockAt);
  useShareAppMessage(() => ({
    title: value ? `来“${value.entry.name}”一起打${value.league.title}` : '药谷职工之家',
    path: entryInvitePath(invite),
  }));
  if (!value) return refused ? <Failure refused={refused} again={again} asking={asking} /> : <SkeletonPage />;
  const view = { ...value, league: leagueAsOf(value.league, now) };
  const { league, entry, left } = view;
  return (
    <View className="league" data-testid="invited">
      {refused && <StaleLine />}
      <View className="pad">
        <Cover
          brand={league.brand}
          title={league.title}
          above={disciplineName(league.discipline)}
          date={dateBlock(league.startsAt)}
          small
        />
      </View>
      <View className="pad entry-part">
        <View className="note">同事邀请你加入</View>
        <View className="large">{entry.name}</View>
        <View className="number">
          {shut(view) ?? (
            <Text>
              还能进 {left} 人 · {deadline(view.lockAt, now)}
            </Text>
          )}
        </View>
      </View>
      <Facts view={view} now={now} />
      <View className="pad note entry-part">加入后，队友、组织者和裁判看得到你的名字和单位，别人看不到名单。</View>
      <Bar>
        <Step invite={invite} view={view} status={status} />
      </Bar>
    </View>
  );
}
