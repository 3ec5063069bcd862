import { Text, View } from '@tarojs/components';
import type { Side } from '../../../types/contract';
import { TextInput } from '../../ui/field/text-input';
import { type TypedGame, withPoints } from './score-draft';
import './score.css';

interface GameLinesProps {
  games: readonly TypedGame[];
  shown: number;
  names: readonly [string, string];
  /** Before each label, where there are several lists of games: `第 2 盘`. */
  of?: string;
  onChange: (games: TypedGame[]) => void;
}

const SIDES: readonly Side[] = [0, 1];

/** The points of each game, a line each. */
export function GameLines({ games, shown, names, of = '', onChange }: GameLinesProps) {
  return (
    <View className="game-lines">
      {Array.from({ length: Math.max(shown, 1) }, (_, at) => `第 ${at + 1} 局`).map((label, at) => (
        <View key={label} className="game-line">
          <Text className="note game-line__label number">{label}</Text>
          {SIDES.map((side) => (
            <View key={side} className="game-line__points">
              <TextInput
                label={`${of}${label}，${names[side]}的分`}
                initial={games[at]?.[side] ?? ''}
                keyboard="number"
                maxLength={3}
                onType={(text) => onChange(withPoints(games, at, side, text))}
                testId={`points-${at + 1}-${side}`}
              />
            </View>
          ))}
        </View>
      ))}
    </View>
  );
}
