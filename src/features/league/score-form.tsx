import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { type Length, needed } from '../../../domain/league/discipline';
import type { Outcome, Side } from '../../../types/contract';
import { Field } from '../../ui/field/field';
import { Pills } from '../../ui/pills/pills';
import { Stepper } from '../../ui/stepper/stepper';
import { GameLines } from './game-lines';
import { gamesDone, linesFor, matchesDone, type ScoreDraft, winsSoFar } from './score-draft';
import { TieLines } from './tie-lines';
import './score.css';

interface ScoreFormProps {
  draft: ScoreDraft;
  length: Length;
  knockout: boolean;
  names: readonly [string, string];
  /** A referee or organizer, who may also disqualify and say that neither came. */
  official: boolean;
  fault: string | undefined;
  onChange: (draft: ScoreDraft) => void;
}

const KIND_WORDS: Record<Outcome['kind'], string> = {
  played: '打完了',
  retired: '中途退出',
  walkover: '没有到场',
  disqualified: '取消资格',
  'both-absent': '双方都没来',
};
const WHO_WORDS: Partial<Record<Outcome['kind'], string>> = {
  retired: '谁中途退出',
  walkover: '谁没有到场',
  disqualified: '谁被取消资格',
};

function kindsFor(official: boolean, knockout: boolean): Outcome['kind'][] {
  if (!official) return ['played', 'retired', 'walkover'];
  return ['played', 'retired', 'walkover', 'disqualified', ...(knockout ? [] : (['both-absent'] as const))];
}

function Wins({ draft, length, names, onChange }: ScoreFormProps) {
  const most = needed(length.bestOf);
  const step = (side: Side, count: number): void =>
    onChange({ ...draft, wins: side === 0 ? [count, draft.wins[1]] : [draft.wins[0], count] });
  return (
    <>
      {names.map((name, at) => {
        const side: Side = at === 0 ? 0 : 1;
        return (
          <View key={side === 0 ? 'one' : 'other'} className="row row--apart score-wins">
            <Text className="grow">{name}</Text>
            <Stepper
              value={draft.wins[side]}
              least={0}
              most={most}
              label={`${name}胜局`}
              unit="胜"
              onChange={(count) => step(side, count)}
              testId={`wins-${side}`}
            />
          </View>
        );
      })}
    </>
  );
}

/** What was played, as the discipline counts it. */
function Played(props: ScoreFormProps) {
  const { draft, length, names, onChange } = props;
  const { match, bestOf } = length;
  const wins = winsSoFar(draft, length);
  if (match.kind === 'wins') return <Wins {...props} />;
  if (match.kind === 'tie') {
    return (
      <TieLines
        rules={match}
        matches={draft.matches}
        shown={linesFor(matchesDone(draft.matches), bestOf, wins)}
        names={names}
        onChange={(matches) => onChange({ ...draft, matches })}
      />
    );
  }
  return (
    <GameLines
      games={draft.games}
      shown={linesFor(gamesDone(draft.games), bestOf, wins)}
      names={names}
      onChange={(games) => onChange({ ...draft, games })}
    />
  );
}

/** How a match ended: whether it was played to its end, by whom not, and its score with what it comes to. */
export function ScoreForm(props: ScoreFormProps) {
  const { draft, length, knockout, names, official, fault, onChange } = props;
  const [first] = useState(draft.kind);
  const who = WHO_WORDS[draft.kind];
  const scored = draft.kind === 'played' || draft.kind === 'retired' || draft.kind === 'disqualified';
  const [one, other] = winsSoFar(draft, length);
  const kinds = kindsFor(official || first === 'disqualified' || first === 'both-absent', knockout);
  return (
    <View data-testid="score-form">
      <Pills
        options={kinds.map((value) => ({ value, words: KIND_WORDS[value] }))}
        chosen={[draft.kind]}
        onPress={(kind) => onChange({ ...draft, kind })}
      />
      {who !== undefined && (
        <Field label={who}>
          <Pills
            options={names.map((words, at) => ({ value: String(at), words }))}
            chosen={draft.side === undefined ? [] : [String(draft.side)]}
            onPress={(value) => onChange({ ...draft, side: value === '0' ? 0 : 1 })}
          />
        </Field>
      )}
      {scored && (
        <>
          <View className="score-sum" aria-live="polite">
            <Text className="score-sum__name">{names[0]}</Text>
            <Text className="large number" data-testid="score-sum">
              {one} : {other}
            </Text>
            <Text className="score-sum__name score-sum__name--other">{names[1]}</Text>
          </View>
          <Played {...props} />
        </>
      )}
      {fault !== undefined && (
        <View className="score-fault" role="alert" data-testid="score-fault">
          {fault}
        </View>
      )}
    </View>
  );
}
