import { Text, View } from '@tarojs/components';
import { dayOf } from '../../../domain/time/shanghai';
import { clock, dayWord } from '../../../domain/wording/dates';
import { comerName, fixtureRound, fixtureState } from '../../../domain/wording/fixture';
import type { FixtureView } from '../../../types/contract/league';
import type { ManagedLeague } from '../../../types/contract/league-desk';
import type { FixtureId, Instant } from '../../../types/vocabulary';
import { Press } from '../../ui/press/press';
import './league-desk.css';

interface LineProps {
  match: FixtureView;
  league: ManagedLeague;
  now: Instant;
  /** Absent where there is nothing to open yet. */
  onPress?: (id: FixtureId) => void;
}

function Sides({ match: { sides, winner } }: Pick<LineProps, 'match'>) {
  const [one, other] = sides;
  return (
    <View className="league-match__sides">
      <Text className={winner === 0 ? 'strong' : ''}>{comerName(one)}</Text>
      <Text className="note">对</Text>
      <Text className={winner === 1 ? 'strong' : ''}>{comerName(other)}</Text>
    </View>
  );
}

function MatchLine({ match, league, now, onPress }: LineProps) {
  const state = fixtureState(match, now);
  const inside = (
    <View className="row">
      <View className="league-match__time number">{match.startsAt === undefined ? '待定' : clock(match.startsAt)}</View>
      <View className="grow">
        <Sides match={match} />
        <View className="note number">
          {[match.court, fixtureRound(match, { format: league.plan.format, stages: league.stages })]
            .filter((part) => part !== undefined)
            .join(' · ')}
        </View>
      </View>
      <View className="league-match__wins number">
        {match.wins && <View className="strong">{match.wins.join(':')}</View>}
        {state !== '' && <View className={`note${match.state === 'disputed' ? ' mine' : ''}`}>{state}</View>}
      </View>
    </View>
  );
  if (!onPress) return <View className="league-line">{inside}</View>;
  return (
    <Press className="league-line" onPress={() => onPress(match.id)} testId={`match-${match.id}`}>
      {inside}
    </Press>
  );
}

/** The day that stands above a match; empty where it is that of the one before. */
function headOf(match: FixtureView, before: FixtureView | undefined, now: Instant): string {
  const day = (each: FixtureView): string => (each.startsAt === undefined ? '' : dayOf(each.startsAt));
  if (before && day(before) === day(match)) return '';
  return match.startsAt === undefined ? '时间待定' : dayWord(match.startsAt, now);
}

/** Matches by time, a heading for each day. */
export function MatchLines({ matches, ...line }: Omit<LineProps, 'match'> & { matches: readonly FixtureView[] }) {
  return (
    <View>
      {matches.map((match, at) => {
        const head = headOf(match, matches[at - 1], line.now);
        return (
          <View key={match.id} className={head === '' ? 'league-match' : ''}>
            {head !== '' && <View className="league-day strong">{head}</View>}
            <MatchLine match={match} {...line} />
          </View>
        );
      })}
    </View>
  );
}
