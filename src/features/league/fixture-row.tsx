import { Text, View } from '@tarojs/components';
import { comerName, fixtureRound, fixtureState, fixtureTime } from '../../../domain/wording/fixture';
import type { Comer, FixtureView, LeagueDetail } from '../../../types/contract';
import type { Instant, LeagueId } from '../../../types/vocabulary';
import { go } from '../../routes';
import { Press } from '../../ui/press/press';
import './fixture.css';

export type LeagueFacts = Pick<LeagueDetail, 'id' | 'format' | 'stages'>;

interface FixtureRowProps {
  fixture: FixtureView;
  leagueId: LeagueId;
  /** For the names of rounds; without it they are numbers. */
  league?: LeagueFacts | undefined;
  now: Instant;
}

/** How a side stands out: mine in the accent, followed by its weight, who lost by stepping back. */
export function sideClass(comer: Comer, lost: boolean): string {
  const known = comer.kind === 'entry';
  if (known && comer.mine) return ' mine';
  if (!known || lost) return ' fixture__faint';
  return comer.followed ? ' strong' : '';
}

function SideLine({ fixture: { sides, wins, winner }, side }: { fixture: FixtureView; side: 0 | 1 }) {
  const comer = sides[side];
  const lost = winner !== undefined && winner !== side;
  return (
    <View className={`fixture__side${sideClass(comer, lost)}${winner === side ? ' strong' : ''}`}>
      <Text className="grow one-line">{comerName(comer)}</Text>
      {wins ? <Text className="number">{wins[side]}</Text> : winner === side && <Text className="note">胜</Text>}
    </View>
  );
}

/** One match of a list: when, who, how it ended, where. */
export function FixtureRow({ fixture, leagueId, league, now }: FixtureRowProps) {
  const { day, time } = fixtureTime(fixture, now);
  const state = fixtureState(fixture, now);
  const about = [fixtureRound(fixture, league), fixture.court, state].filter(Boolean).join(' · ');
  return (
    <Press className="fixture" onPress={() => go.match(leagueId, fixture.id)} testId={`fixture-${fixture.id}`}>
      <View className="fixture__inside">
        <View className="fixture__when">
          <View className="number strong">{time}</View>
          <View className="note">{day}</View>
        </View>
        <View className="grow">
          <SideLine fixture={fixture} side={0} />
          <SideLine fixture={fixture} side={1} />
          <View className="note number">{about}</View>
        </View>
      </View>
    </Press>
  );
}
