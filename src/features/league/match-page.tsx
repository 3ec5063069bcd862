import { View } from '@tarojs/components';
import { useShareAppMessage } from '@tarojs/taro';
import { comerName, fixtureRound, fixtureWhen } from '../../../domain/wording/fixture';
import { bestOfWords, disciplineName } from '../../../domain/wording/league-card';
import type { FixtureDetail } from '../../../types/contract';
import type { FixtureId, Instant, LeagueId } from '../../../types/vocabulary';
import { useAnswer } from '../../cloud/use-answer';
import { useLive } from '../../cloud/use-live';
import { useNow } from '../../cloud/use-now';
import { go, matchPath } from '../../routes';
import { Failure, StaleLine } from '../../shell/failure';
import { Cell, CellGroup } from '../../ui/cell/cell';
import { SkeletonPage } from '../../ui/skeleton/skeleton';
import { Dispute } from './dispute';
import type { LeagueFacts } from './fixture-row';
import { MatchActs } from './match-acts';
import { headTells, MatchHead } from './match-head';
import '../../shell/refused/league';
import './match.css';

/** How often somebody who waits for the other side's word looks again. */
const LOOK_AGAIN_MS = 20_000;

interface FactsProps {
  match: FixtureDetail;
  now: Instant;
}

function Facts({ match, now }: FactsProps) {
  const { leagueId, discipline, bestOf, venueName, court } = match;
  return (
    <CellGroup>
      {!headTells(match) && <Cell icon="clock" title={fixtureWhen(match, now)} />}
      <Cell icon="place" title={court ?? '场地待定'} note={venueName} />
      <Cell
        icon="flag"
        title={match.leagueTitle}
        note={`${disciplineName(discipline.id)} · ${bestOfWords(bestOf)}`}
        onPress={() => go.league(leagueId)}
        testId="see-league"
      />
    </CellGroup>
  );
}

interface MatchPageProps {
  leagueId: LeagueId;
  fixtureId: FixtureId;
}

/** One match: who, how it ended or when it is, and what the caller can say about it. */
export function MatchPage({ leagueId, fixtureId }: MatchPageProps) {
  const shown = useAnswer('league.fixture', { leagueId, fixtureId });
  const { value: league } = useAnswer('league.league', { leagueId });
  const { value: match, refused, asking, again } = shown;
  const now = useNow(match?.dueAt);
  useLive(shown, LOOK_AGAIN_MS, match?.state === 'reported' && match.mySide !== undefined);
  useShareAppMessage(() => ({
    title: match ? match.sides.map(comerName).join(' 对 ') : '药谷职工之家',
    path: matchPath(leagueId, fixtureId),
  }));
  if (!match) return refused ? <Failure refused={refused} again={again} asking={asking} /> : <SkeletonPage />;
  const facts: LeagueFacts | undefined = league;
  return (
    <View className="match" data-testid={`match-${match.state}`}>
      {refused && <StaleLine />}
      <MatchHead match={match} round={fixtureRound(match, facts)} now={now} />
      {match.dispute && <Dispute match={match} dispute={match.dispute} />}
      <Facts match={match} now={now} />
      <MatchActs match={match} />
    </View>
  );
}
