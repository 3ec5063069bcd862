import { View } from '@tarojs/components';
import { useState } from 'react';
import { roundWords } from '../../../domain/wording/league';
import type { FixtureView, LeagueDetail } from '../../../types/contract';
import type { Instant } from '../../../types/vocabulary';
import { useAnswer } from '../../cloud/use-answer';
import { Failure, StaleLine } from '../../shell/failure';
import { Chips } from '../../ui/chips/chips';
import { lookOf, useLook } from '../../ui/look/look';
import { Notice } from '../../ui/notice/notice';
import { SkeletonRows } from '../../ui/skeleton/skeleton';
import { Bracket } from './bracket';
import { type BracketPart, bracketParts, ownPart } from './bracket-layout';
import { FixtureRow } from './fixture-row';
import './league.css';

interface PairingsProps {
  league: LeagueDetail;
  now: Instant;
}

type Stage = LeagueDetail['stages'][number];

interface RoundsProps extends PairingsProps {
  items: readonly FixtureView[];
  headOf: (round: number) => string;
}

/** Matches one below the other, under the names of their rounds. */
function Rounds({ league, now, items, headOf }: RoundsProps) {
  const rounds = [...new Set(items.map(({ round }) => round))].sort((a, b) => a - b);
  return (
    <View data-testid="rounds">
      {rounds.map((round) => (
        <View key={round} className="league__part">
          <View className="title pad">{headOf(round)}</View>
          {items
            .filter((each) => each.round === round)
            .map((fixture) => (
              <FixtureRow key={fixture.id} fixture={fixture} leagueId={league.id} league={league} now={now} />
            ))}
        </View>
      ))}
    </View>
  );
}

/** All matches of one group. */
function GroupPairings({ league, stage, now }: PairingsProps & { stage: Stage }) {
  const own = league.next.find((fixture) => fixture.stage === stage.id)?.group;
  const [group, setGroup] = useState(own ?? stage.groups[0] ?? '');
  const question = { leagueId: league.id, stage: stage.id, group };
  const { value, refused, asking, again } = useAnswer('league.fixtures', question);
  return (
    <>
      {stage.groups.length > 1 && (
        <Chips
          options={stage.groups.map((each) => ({ value: each, words: `${each} 组` }))}
          chosen={group}
          onChoose={setGroup}
        />
      )}
      {value && refused && <StaleLine />}
      {!value && (refused ? <Failure refused={refused} again={again} asking={asking} /> : <SkeletonRows count={6} />)}
      {value && <Rounds league={league} now={now} items={value.items} headOf={(round) => `第 ${round} 轮`} />}
    </>
  );
}

type As = 'picture' | 'list';
const AS: readonly { value: As; words: string }[] = [
  { value: 'picture', words: '对阵图' },
  { value: 'list', words: '按轮次' },
];
/** From this size of text on a picture shows too little of itself. */
const LIST_FROM = 1.25;

/** The rounds from which a list begins: of a large bracket the early ones are many pages long. */
function roundOptions(rounds: number): { value: string; words: string }[] {
  return Array.from({ length: rounds }, (_, at) => ({ value: String(at + 1), words: roundWords(at + 1, rounds) }));
}

function Knockout({ league, stage, now }: PairingsProps & { stage: Stage }) {
  const { scale } = lookOf(useLook());
  const [as, setAs] = useState<As>(scale >= LIST_FROM ? 'list' : 'picture');
  const [part, setPart] = useState<BracketPart>();
  const [round, setRound] = useState<string>();
  const { value, refused, asking, again } = useAnswer('league.fixtures', { leagueId: league.id, stage: stage.id });
  if (!value) return refused ? <Failure refused={refused} again={again} asking={asking} /> : <SkeletonRows count={6} />;
  const { items, rounds } = value;
  if (items.length === 0) return <Notice icon="empty" title="还没有对阵" text="抽签后这里就有" testId="empty" />;
  const parts = bracketParts(rounds);
  const shownPart = part ?? ownPart(items, rounds);
  const due = items.find(({ state }) => state === 'unplayed')?.round ?? rounds;
  const shownRound = round ?? String(due);
  return (
    <>
      {refused && <StaleLine />}
      <View className="league__chips">
        <Chips options={AS} chosen={as} onChoose={setAs} />
      </View>
      {as === 'picture' ? (
        <>
          {parts.length > 1 && (
            <View className="league__chips">
              <Chips options={parts} chosen={shownPart} onChoose={setPart} />
            </View>
          )}
          <Bracket leagueId={league.id} items={items} rounds={rounds} part={shownPart} now={now} />
        </>
      ) : (
        <>
          <Chips options={roundOptions(rounds)} chosen={shownRound} onChoose={setRound} />
          <Rounds
            league={league}
            now={now}
            items={items.filter((each) => String(each.round) === shownRound)}
            headOf={(each) => roundWords(each, rounds)}
          />
        </>
      )}
    </>
  );
}

/** 对阵: who meets whom in each stage. */
export function Pairings({ league, now }: PairingsProps) {
  const { stages } = league;
  const running = stages.find(({ played, matches }) => played < matches) ?? stages.at(-1);
  const [chosen, setChosen] = useState(running?.id ?? '');
  const stage = stages.find(({ id }) => id === chosen) ?? running;
  if (!stage) return null;
  return (
    <View data-testid="pairings">
      {stages.length > 1 && (
        <View className="league__chips">
          <Chips
            options={stages.map(({ id, name }) => ({ value: id, words: name }))}
            chosen={stage.id}
            onChoose={setChosen}
          />
        </View>
      )}
      {stage.kind === 'groups' ? (
        <GroupPairings key={stage.id} league={league} stage={stage} now={now} />
      ) : (
        <Knockout key={stage.id} league={league} stage={stage} now={now} />
      )}
    </View>
  );
}
