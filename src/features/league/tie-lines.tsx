import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import type { MatchRules } from '../../../domain/league/discipline';
import { Icon } from '../../ui/icon/icon';
import { Pills } from '../../ui/pills/pills';
import { Press } from '../../ui/press/press';
import { GameLines } from './game-lines';
import { gamesDone, individualSoFar, linesFor, type TypedMatch, withMatch } from './score-draft';
import './score.css';

type TieRules = Extract<MatchRules, { kind: 'tie' }>;

interface TieLinesProps {
  rules: TieRules;
  matches: readonly TypedMatch[];
  /** How many individual matches to show: those played, and the next one. */
  shown: number;
  names: readonly [string, string];
  onChange: (matches: TypedMatch[]) => void;
}

type Lost = NonNullable<TypedMatch['lost']>;
type LostChoice = 'none' | `${Lost['by']}-${Lost['side']}`;

function lostOptions([one, other]: readonly [string, string]): { value: LostChoice; words: string }[] {
  return [
    { value: 'none', words: '打完了' },
    { value: 'walkover-0', words: `${one}弃权` },
    { value: 'walkover-1', words: `${other}弃权` },
    { value: 'retired-0', words: `${one}中途退出` },
    { value: 'retired-1', words: `${other}中途退出` },
  ];
}

function lostOf(choice: LostChoice): Lost | undefined {
  if (choice === 'none') return undefined;
  const side = choice.endsWith('0') ? 0 : 1;
  return { side, by: choice.startsWith('walkover') ? 'walkover' : 'retired' };
}

interface OneProps extends Pick<TieLinesProps, 'rules' | 'names'> {
  match: TypedMatch;
  label: string;
  open: boolean;
  onOpen: () => void;
  onChange: (match: TypedMatch) => void;
}

function One({ rules, names, match, label, open, onOpen, onChange }: OneProps) {
  const { wins, over } = individualSoFar(match, rules);
  const lost: LostChoice = match.lost ? `${match.lost.by}-${match.lost.side}` : 'none';
  const choose = (choice: LostChoice): void => {
    const next = lostOf(choice);
    onChange({ games: match.games, ...(next && { lost: next }) });
  };
  const sum = match.lost && match.lost.by === 'walkover' ? '弃权' : wins.join(' : ');
  return (
    <View className="tie-line">
      <Press className="tie-line__head" onPress={onOpen} pressed={open} testId={`match-${label}`}>
        <View className="row">
          <Text className="grow number">{label}</Text>
          <Text className={`number${over ? ' strong' : ' note'}`}>{sum}</Text>
          <Icon name={open ? 'down' : 'forward'} small />
        </View>
      </Press>
      {open && (
        <View className="tie-line__body">
          {match.lost?.by !== 'walkover' && (
            <GameLines
              games={match.games}
              shown={linesFor(gamesDone(match.games), rules.individual.bestOf, match.lost ? [0, 0] : wins)}
              names={names}
              of={`${label}，`}
              onChange={(games) => onChange({ ...match, games })}
            />
          )}
          <Pills options={lostOptions(names)} chosen={[lost]} onPress={choose} />
        </View>
      )}
    </View>
  );
}

/** A team match: its individual matches in their order, one open at a time. */
export function TieLines({ rules, matches, shown, names, onChange }: TieLinesProps) {
  const first = matches.findIndex((match) => !individualSoFar(match, rules).over);
  const [open, setOpen] = useState(first < 0 ? matches.length : first);
  return (
    <View className="tie-lines">
      {rules.order.slice(0, Math.max(shown, 1)).map((order, at) => (
        <One
          key={order}
          rules={rules}
          names={names}
          match={matches[at] ?? { games: [] }}
          label={`第 ${at + 1} 盘 ${order}`}
          open={open === at}
          onOpen={() => setOpen(open === at ? -1 : at)}
          onChange={(match) => onChange(withMatch(matches, at, match))}
        />
      ))}
    </View>
  );
}
