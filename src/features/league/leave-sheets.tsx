import { View } from '@tarojs/components';
import { useState } from 'react';
import type { EntryDetail } from '../../../types/contract';
import { toast, toastOnArrival } from '../../device/toast';
import { go } from '../../routes';
import { FailureLine } from '../../shell/failure';
import { Button } from '../../ui/button/button';
import { Sheet } from '../../ui/sheet/sheet';
import { useLeagueAct } from './use-league-act';

interface LeavingProps {
  entry: EntryDetail;
  onClose: () => void;
}

function leaveWords({ players, captain, limits }: EntryDetail): string {
  if (limits.most === 1) return '名额会让给别人，截止前可以再报。';
  if (players === 1) return '你走了这支队伍就没有了，名额会让给别人。';
  return captain ? '队长由来得最早的队友接，截止前可以再用链接进来。' : '截止前可以再用邀请链接进来。';
}

/** Leaves an entry, before rosters are locked; it may be gone with who leaves it. */
export function LeaveSheet({ entry, onClose }: LeavingProps) {
  const act = useLeagueAct('league.leaveEntry');
  const alone = entry.limits.most === 1;
  async function leave(): Promise<void> {
    const outcome = await act.send({ leagueId: entry.leagueId, entryId: entry.id });
    if (!outcome.ok) return;
    toastOnArrival(alone ? '取消报名了' : '离开了队伍');
    onClose();
    go.back();
  }
  return (
    <Sheet
      open
      title={alone ? '取消报名' : `离开“${entry.name}”`}
      onClose={onClose}
      testId="leave-sheet"
      foot={
        <>
          {act.refused && <FailureLine refused={act.refused} />}
          <Button kind="danger" busy={act.busy} onPress={() => void leave()} testId="confirm-leave">
            {alone ? '取消报名' : '离开队伍'}
          </Button>
          <Button onPress={onClose}>再想想</Button>
        </>
      }
    >
      <View>{leaveWords(entry)}</View>
    </Sheet>
  );
}

/** Gives up the part in the league: asked twice, since nothing brings it back. */
export function WithdrawSheet({ entry, onClose }: LeavingProps) {
  const act = useLeagueAct('league.withdraw');
  const [sure, setSure] = useState(false);
  async function withdraw(): Promise<void> {
    const outcome = await act.send({ leagueId: entry.leagueId, entryId: entry.id });
    if (!outcome.ok) return;
    toast('退赛了');
    onClose();
  }
  return (
    <Sheet
      open
      title={`“${entry.name}”退赛`}
      onClose={onClose}
      testId="withdraw-sheet"
      foot={
        <>
          {act.refused && <FailureLine refused={act.refused} />}
          <Button
            kind="danger"
            busy={act.busy}
            onPress={() => (sure ? void withdraw() : setSure(true))}
            testId="confirm-withdraw"
          >
            {sure ? '真的退赛，不能再回来' : '退赛'}
          </Button>
          <Button onPress={onClose}>再想想</Button>
        </>
      }
    >
      <View>后面的比赛都按没有到场算，打过的成绩留着。退了以后不能再回来。</View>
      {sure && <View className="strong entry-part">再按一次就退赛。</View>}
    </Sheet>
  );
}
