import { View } from '@tarojs/components';
import { useState } from 'react';
import type { EntryDetail, Player } from '../../../types/contract';
import type { Instant } from '../../../types/vocabulary';
import { toast } from '../../device/toast';
import { FailureLine } from '../../shell/failure';
import { Button } from '../../ui/button/button';
import { Sheet } from '../../ui/sheet/sheet';
import { useLeagueAct } from './use-league-act';

interface PlayerSheetProps {
  entry: EntryDetail;
  player: Player;
  now: Instant;
  onClose: () => void;
}

type Doing = 'hand-over' | 'remove';

function words(doing: Doing | undefined, { name }: Player, locked: boolean): string {
  if (doing === 'hand-over') return `以后由${name}改名单、报比分和确认比分，你还是队员。`;
  if (doing === 'remove') return `${name}会从名单里去掉，想回来可以再用邀请链接进。`;
  return locked ? '名单已经定了，队长还可以换人当。' : '交给别人当队长，或者把这位同事移出队伍。';
}

/** What a captain can do about somebody: each asks once more. */
export function PlayerSheet({ entry, player, now, onClose }: PlayerSheetProps) {
  const [doing, setDoing] = useState<Doing>();
  const handing = useLeagueAct('league.handOver');
  const removing = useLeagueAct('league.removePlayer');
  const locked = now >= entry.lockAt;
  const who = { leagueId: entry.leagueId, entryId: entry.id, memberId: player.memberId };
  const refused = handing.refused ?? removing.refused;
  async function confirm(): Promise<void> {
    const outcome = doing === 'remove' ? await removing.send(who) : await handing.send(who);
    if (!outcome.ok) return;
    toast(doing === 'remove' ? `${player.name}已移出` : `现在${player.name}是队长`);
    onClose();
  }
  const foot =
    doing === undefined ? (
      <>
        <Button onPress={() => setDoing('hand-over')} testId="hand-over">
          让{player.name}当队长
        </Button>
        {!locked && (
          <Button kind="danger" onPress={() => setDoing('remove')} testId="remove-player">
            移出队伍
          </Button>
        )}
      </>
    ) : (
      <>
        {refused && <FailureLine refused={refused} />}
        <Button
          kind={doing === 'remove' ? 'danger' : 'primary'}
          busy={handing.busy || removing.busy}
          onPress={() => void confirm()}
          testId="confirm-player"
        >
          {doing === 'remove' ? '确定移出' : '交给对方'}
        </Button>
        <Button onPress={() => setDoing(undefined)}>再想想</Button>
      </>
    );
  return (
    <Sheet open title={player.name} onClose={onClose} foot={foot} testId="player-sheet">
      <View>{words(doing, player, locked)}</View>
    </Sheet>
  );
}
