import { Text, View } from '@tarojs/components';
import { useShareAppMessage } from '@tarojs/taro';
import { placeWords } from '../../../domain/wording/league';
import { disciplineName, entryKind, leagueAsOf, regionName } from '../../../domain/wording/league-card';
import type { EntryDetail, LeagueDetail } from '../../../types/contract';
import type { EntryId, Instant, LeagueId } from '../../../types/vocabulary';
import { useAnswer } from '../../cloud/use-answer';
import { useNow } from '../../cloud/use-now';
import { toast } from '../../device/toast';
import { entryInvitePath, entryPath, go } from '../../routes';
import { Failure, FailureLine, StaleLine } from '../../shell/failure';
import { Button } from '../../ui/button/button';
import { Cell, CellGroup } from '../../ui/cell/cell';
import { SkeletonPage } from '../../ui/skeleton/skeleton';
import { Tag } from '../../ui/tag/tag';
import { FixtureRow } from './fixture-row';
import { InviteBar, InviteLine } from './invite';
import { OwnActs } from './own-acts';
import { Roster } from './roster';
import { useLeagueAct } from './use-league-act';
import '../../shell/refused/league';
import './entry.css';

interface PartProps {
  entry: EntryDetail;
  league: LeagueDetail | undefined;
  now: Instant;
}

/** Who it is, and the one thing one came for: its place, or how many are missing. */
function Head({ entry, league }: PartProps) {
  const about = [league && regionName(entry, league.format), entry.enterpriseName].filter(Boolean).join(' · ');
  const alone = entry.limits.most === 1;
  return (
    <View className="pad entry-head">
      <View className="row">
        <Text className="title">{entry.name}</Text>
        {entry.mine && <Tag words="我的" tone="mine" />}
        {entry.withdrawn && <Tag words="已退赛" />}
      </View>
      {about !== '' && <View className="note">{about}</View>}
      {entry.place ? (
        <View className="large number entry-head__large" data-testid="place">
          {placeWords(entry.place)}
        </View>
      ) : entry.missing > 0 && !entry.withdrawn ? (
        <View className="large number entry-head__large" data-testid="missing">
          还差 {entry.missing} 人
        </View>
      ) : (
        <View className="number entry-head__large">
          <Text className="large">{alone ? '报好了' : entry.players}</Text>
          {!alone && <Text className="note"> 人，最多 {entry.limits.most} 人</Text>}
        </View>
      )}
    </View>
  );
}

/** Its matches, played or to be played. */
function Matches({ entry, league, now }: PartProps) {
  if (entry.fixtures.length === 0) return null;
  return (
    <View className="entry-part" data-testid="entry-fixtures">
      <View className="title pad">比赛</View>
      {entry.fixtures.map((fixture) => (
        <FixtureRow key={fixture.id} fixture={fixture} leagueId={entry.leagueId} league={league} now={now} />
      ))}
    </View>
  );
}

/** For who does not play in it: its matches among mine, and its results in my messages. */
function Follow({ entry }: { entry: EntryDetail }) {
  const act = useLeagueAct('league.follow');
  const followed = entry.followed === true;
  const press = async (): Promise<void> => {
    const outcome = await act.send({ leagueId: entry.leagueId, entryId: entry.id, follow: !followed });
    if (outcome.ok) toast(followed ? '不再关注' : '关注了，赛程里能单独看');
  };
  return (
    <View className="pad entry-part stack">
      {act.refused && <FailureLine refused={act.refused} />}
      <Button busy={act.busy} onPress={() => void press()} testId="follow">
        {followed ? '取消关注' : '关注'}
      </Button>
    </View>
  );
}

interface EntryPageProps {
  leagueId: LeagueId;
  entryId: EntryId;
}

/** One who takes part: who is in it, what it has played, and what its captain and players can do. */
export function EntryPage({ leagueId, entryId }: EntryPageProps) {
  const { value: entry, refused, asking, again } = useAnswer('league.entry', { leagueId, entryId });
  const { value: found } = useAnswer('league.league', { leagueId });
  const now = useNow(entry?.lockAt);
  useShareAppMessage(() =>
    entry?.invite === undefined
      ? { title: entry?.name ?? '药谷职工之家', path: entryPath(leagueId, entryId) }
      : { title: `来“${entry.name}”一起打${found?.title ?? '联赛'}`, path: entryInvitePath(entry.invite) },
  );
  if (!entry) return refused ? <Failure refused={refused} again={again} asking={asking} /> : <SkeletonPage />;
  const league = found && leagueAsOf(found, now);
  const alone = league ? entryKind(league.discipline) === 'person' : entry.limits.most === 1;
  return (
    <View className="entry-page" data-testid="entry-page">
      {refused && <StaleLine />}
      <Head entry={entry} league={league} now={now} />
      <InviteLine entry={entry} now={now} />
      {entry.roster && !alone && <Roster entry={entry} roster={entry.roster} now={now} />}
      <Matches entry={entry} league={league} now={now} />
      <CellGroup>
        <Cell
          icon="flag"
          title={league?.title ?? '看这个联赛'}
          {...(league && { note: disciplineName(league.discipline) })}
          onPress={() => go.league(leagueId)}
          testId="see-league"
        />
      </CellGroup>
      {entry.mine ? <OwnActs entry={entry} league={league} now={now} /> : <Follow entry={entry} />}
      <InviteBar entry={entry} title={league?.title} now={now} />
    </View>
  );
}
