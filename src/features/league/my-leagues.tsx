import { View } from '@tarojs/components';
import { disciplineName, leagueAsOf, leagueTag, rosterWords } from '../../../domain/wording/league-card';
import type { MyLeague } from '../../../types/contract';
import type { Instant } from '../../../types/vocabulary';
import { useAnswer } from '../../cloud/use-answer';
import { useNow } from '../../cloud/use-now';
import { go } from '../../routes';
import { Failure, StaleLine } from '../../shell/failure';
import { Button } from '../../ui/button/button';
import { Cell, CellGroup } from '../../ui/cell/cell';
import { Notice } from '../../ui/notice/notice';
import { SkeletonRows } from '../../ui/skeleton/skeleton';
import { FixtureRow } from './fixture-row';
import '../../shell/refused/league';
import './mine-league.css';

/** One of my leagues: what comes next in it, and the ways to it. */
function One({ mine: { league: card, entry, next }, now }: { mine: MyLeague; now: Instant }) {
  const league = leagueAsOf(card, now);
  return (
    <View className="my-league" data-testid={`mine-${league.id}`}>
      <View className="pad">
        <View className="title">{league.title}</View>
        <View className="note number">
          {disciplineName(league.discipline)} · {leagueTag(league, now).words}
        </View>
      </View>
      {next && (
        <View className="my-league__next">
          <FixtureRow fixture={next} leagueId={league.id} now={now} />
        </View>
      )}
      <CellGroup>
        <Cell
          icon="people"
          title={entry.name}
          value={entry.withdrawn ? '已退赛' : rosterWords(entry, league.discipline)}
          onPress={() => go.leagueEntry(league.id, entry.id)}
          testId={`mine-entry-${entry.id}`}
        />
        <Cell icon="flag" title="看这个联赛" onPress={() => go.league(league.id)} />
      </CellGroup>
    </View>
  );
}

/** 我的比赛: the leagues that I play in and that are not over, the next match first. */
export function MyLeagues() {
  const { value, refused, asking, again } = useAnswer('league.mine', {});
  const now = useNow();
  if (!value) return refused ? <Failure refused={refused} again={again} asking={asking} /> : <SkeletonRows count={4} />;
  if (value.items.length === 0) {
    return (
      <Notice icon="flag" title="还没有参加联赛" text="报上名或者进了同事的队伍，比赛会在这里" testId="empty">
        <Button onPress={go.leagues}>看看有哪些联赛</Button>
      </Notice>
    );
  }
  return (
    <View data-testid="my-leagues">
      {refused && <StaleLine />}
      {value.items.map((mine) => (
        <One key={mine.league.id} mine={mine} now={now} />
      ))}
    </View>
  );
}
