import { Text, View } from '@tarojs/components';
import { disciplineOf } from '../../../domain/league/disciplines';
import { clock, dayWord } from '../../../domain/wording/dates';
import { answerLeft, comerName, endingWords, fixtureState, scoreParts } from '../../../domain/wording/fixture';
import type { FixtureDetail, Outcome, Side } from '../../../types/contract';
import type { Instant } from '../../../types/vocabulary';
import { go } from '../../routes';
import { Icon } from '../../ui/icon/icon';
import { Press } from '../../ui/press/press';
import { sideClass } from './fixture-row';
import './match.css';

interface MatchHeadProps {
  match: FixtureDetail;
  round: string;
  now: Instant;
}

export const sideNames = ({ sides }: Pick<FixtureDetail, 'sides'>): [string, string] => [
  comerName(sides[0]),
  comerName(sides[1]),
];

function SideName({ match: { leagueId, sides, winner }, side }: { match: FixtureDetail; side: Side }) {
  const comer = sides[side];
  const lost = winner !== undefined && winner !== side;
  const className = `match-side${sideClass(comer, lost)}`;
  const won = winner === side && <View className="match-side__won">胜</View>;
  if (comer.kind !== 'entry') {
    return (
      <View className={className}>
        <View className="title">{comerName(comer)}</View>
        {won}
      </View>
    );
  }
  return (
    <Press className={className} onPress={() => go.leagueEntry(leagueId, comer.id)} testId={`side-${comer.id}`}>
      <View className="match-side__name">
        <View className="title">{comer.name}</View>
        <Icon name="forward" small />
      </View>
      {comer.enterpriseName !== undefined && <View className="note">{comer.enterpriseName}</View>}
      {won}
    </Press>
  );
}

/** Whether the head says when it is: as long as it has nothing else to say. */
export const headTells = ({ wins, winner, state, startsAt }: FixtureDetail): boolean =>
  wins === undefined && winner === undefined && state !== 'walkover' && startsAt !== undefined;

/** What one came for: how it stands, or when it is. */
function Middle({ match, now }: { match: FixtureDetail; now: Instant }) {
  const { wins, winner, startsAt } = match;
  if (wins) {
    return (
      <View className="match-middle large number" data-testid="score">
        {wins[0]} : {wins[1]}
      </View>
    );
  }
  if (winner !== undefined || match.state === 'walkover') return <View className="match-middle title">—</View>;
  if (startsAt === undefined) return <View className="match-middle title">对</View>;
  return (
    <View className="match-middle">
      <View className="title number">{clock(startsAt)}</View>
      <View className="note">{dayWord(startsAt, now)}</View>
    </View>
  );
}

/** How far the result is, in words for whoever looks. */
function standing(match: FixtureDetail, now: Instant): string {
  const { state, reportedBy, mySide, acts } = match;
  if (state !== 'reported' || reportedBy === undefined) return fixtureState(match, now);
  if (mySide === undefined) return `${sideNames(match)[reportedBy]}填的，等对方确认`;
  if (mySide === reportedBy) return '我们填的，等对方确认';
  return acts.includes('confirm') ? '对方填的，请你确认' : '对方填的，等我们队长确认';
}

/** What each line of the score is: a game, or an individual match. */
function labels({ discipline }: FixtureDetail, count: number): string[] {
  const rules = disciplineOf(discipline)?.match;
  return Array.from({ length: count }, (_, at) =>
    rules?.kind === 'tie' ? `第 ${at + 1} 盘 ${rules.order[at] ?? ''}` : `第 ${at + 1} 局`,
  );
}

/** Every game, where the discipline counts points. */
export function ScoreLines({ match, outcome }: { match: FixtureDetail; outcome: Outcome }) {
  const score = 'score' in outcome ? outcome.score : undefined;
  const ending = endingWords(outcome, sideNames(match));
  const parts = !score || score.kind === 'wins' ? [] : scoreParts(score);
  const names = labels(match, parts.length);
  return (
    <>
      {ending !== '' && <View className="match-ending">{ending}</View>}
      {parts.length > 0 && (
        <View className="match-lines" data-testid="score-lines">
          {names.map((label, at) => (
            <View key={label} className="row row--apart">
              <Text className="note number">{label}</Text>
              <Text className="number">{parts[at]}</Text>
            </View>
          ))}
        </View>
      )}
    </>
  );
}

/** The two sides, and between them what one came for. */
export function MatchHead({ match, round, now }: MatchHeadProps) {
  const state = standing(match, now);
  return (
    <View className="pad" data-testid="match-head">
      <View className="card match-head">
        <View className="note match-head__round number">{round}</View>
        <View className="match-sides">
          <SideName match={match} side={0} />
          <Middle match={match} now={now} />
          <SideName match={match} side={1} />
        </View>
        {state !== '' && (
          <View
            className={`match-head__state number${match.acts.includes('confirm') ? ' mine' : ''}`}
            aria-live="polite"
          >
            {state}
          </View>
        )}
        {match.state === 'reported' && match.dueAt !== undefined && (
          <View className="note number match-head__due">{answerLeft(match.dueAt, now)}</View>
        )}
        {match.outcome && <ScoreLines match={match} outcome={match.outcome} />}
      </View>
    </View>
  );
}
