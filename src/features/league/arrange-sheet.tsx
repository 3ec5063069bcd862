import { View } from '@tarojs/components';
import { useState } from 'react';
import type { EntryDetail, Player } from '../../../types/contract';
import type { MemberId } from '../../../types/vocabulary';
import { toast } from '../../device/toast';
import { FailureLine } from '../../shell/failure';
import { Button } from '../../ui/button/button';
import { Check } from '../../ui/check/check';
import { Press } from '../../ui/press/press';
import { Sheet } from '../../ui/sheet/sheet';
import { useLeagueAct } from './use-league-act';
import './entry.css';

interface ArrangeSheetProps {
  entry: EntryDetail;
  roster: readonly Player[];
  onClose: () => void;
}

/** Who plays: as many as play in a match are marked, all others are substitutes. */
export function ArrangeSheet({ entry, roster, onClose }: ArrangeSheetProps) {
  const act = useLeagueAct('league.arrange');
  const { lineup } = entry.limits;
  const [playing, setPlaying] = useState<readonly MemberId[]>(() =>
    roster.filter(({ substitute }) => !substitute).map(({ memberId }) => memberId),
  );
  const toggle = (id: MemberId): void =>
    setPlaying(playing.includes(id) ? playing.filter((each) => each !== id) : [...playing, id]);
  async function save(): Promise<void> {
    const substitutes = roster.map(({ memberId }) => memberId).filter((id) => !playing.includes(id));
    const outcome = await act.send({ leagueId: entry.leagueId, entryId: entry.id, substitutes });
    if (!outcome.ok) return;
    toast('安排好了');
    onClose();
  }
  const short = lineup - playing.length;
  const wrong = short > 0 ? `还要选 ${short} 人上场` : short < 0 ? `多选了 ${-short} 人` : '';
  return (
    <Sheet
      open
      title={`选 ${lineup} 人上场`}
      onClose={onClose}
      testId="arrange-sheet"
      foot={
        <>
          {act.refused && <FailureLine refused={act.refused} />}
          <Button
            kind="primary"
            busy={act.busy}
            disabled={short !== 0}
            onPress={() => void save()}
            testId="save-lineup"
          >
            {wrong === '' ? '就这样安排' : wrong}
          </Button>
        </>
      }
    >
      <View className="note">没选的是替补，开赛后也可以换。</View>
      {roster.map(({ memberId, name, enterpriseName }) => (
        <Press
          key={memberId}
          className="lineup"
          pressed={playing.includes(memberId)}
          label={`${name}，${playing.includes(memberId) ? '上场' : '替补'}`}
          onPress={() => toggle(memberId)}
          testId={`lineup-${memberId}`}
        >
          <View className="row lineup__inside">
            <View className="grow">
              <View>{name}</View>
              <View className="note">{enterpriseName}</View>
            </View>
            <Check on={playing.includes(memberId)} />
          </View>
        </Press>
      ))}
    </Sheet>
  );
}
