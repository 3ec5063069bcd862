import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import type { EntryDetail, Player } from '../../../types/contract';
import type { Instant } from '../../../types/vocabulary';
import { Icon } from '../../ui/icon/icon';
import { Press } from '../../ui/press/press';
import { Tag } from '../../ui/tag/tag';
import { ArrangeSheet } from './arrange-sheet';
import { PlayerSheet } from './player-sheet';
import './entry.css';

interface RosterProps {
  entry: EntryDetail;
  roster: readonly Player[];
  now: Instant;
}

function PlayerLine({ player, onPress }: { player: Player; onPress?: (() => void) | undefined }) {
  const inside = (
    <View className="row player__inside">
      <View className="grow">
        <View className="row">
          <Text className={player.mine ? 'strong' : ''}>{player.name}</Text>
          {player.captain && <Tag words="队长" tone="mine" />}
          {player.mine && <Tag words="我" />}
        </View>
        <View className="note">{player.enterpriseName}</View>
      </View>
      {onPress && <Icon name="forward" small />}
    </View>
  );
  if (!onPress) return <View className="player">{inside}</View>;
  return (
    <Press className="player" onPress={onPress} testId={`player-${player.memberId}`}>
      {inside}
    </Press>
  );
}

interface LinesProps {
  title: string;
  players: readonly Player[];
  onPlayer: (player: Player) => (() => void) | undefined;
}

function Lines({ title, players, onPlayer }: LinesProps) {
  if (players.length === 0) return null;
  return (
    <View className="players">
      <View className="note players__title">{title}</View>
      <View className="players__lines">
        {players.map((player) => (
          <PlayerLine key={player.memberId} player={player} onPress={onPlayer(player)} />
        ))}
      </View>
    </View>
  );
}

/** Who plays and who is a substitute; the captain taps somebody to do something about them. */
export function Roster({ entry, roster, now }: RosterProps) {
  const [chosen, setChosen] = useState<Player>();
  const [arranging, setArranging] = useState(false);
  const [subs, players] = [
    roster.filter(({ substitute }) => substitute),
    roster.filter(({ substitute }) => !substitute),
  ];
  const acts = entry.captain && !entry.withdrawn;
  const onPlayer = (player: Player) => (acts && !player.mine ? () => setChosen(player) : undefined);
  const title = subs.length > 0 ? `上场 ${players.length} 人` : `${players.length} 人`;
  return (
    <View className="entry-part" data-testid="roster">
      <View className="pad row row--apart">
        <Text className="title">队员</Text>
        {acts && roster.length > entry.limits.lineup && (
          <Press className="text-press" onPress={() => setArranging(true)} testId="arrange">
            <Text>安排替补</Text>
          </Press>
        )}
      </View>
      <Lines title={title} players={players} onPlayer={onPlayer} />
      <Lines title="替补" players={subs} onPlayer={onPlayer} />
      {chosen && <PlayerSheet entry={entry} player={chosen} now={now} onClose={() => setChosen(undefined)} />}
      {arranging && <ArrangeSheet entry={entry} roster={roster} onClose={() => setArranging(false)} />}
    </View>
  );
}
