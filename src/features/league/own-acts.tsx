import { View } from '@tarojs/components';
import { useState } from 'react';
import type { EntryDetail, LeagueDetail } from '../../../types/contract';
import type { Instant } from '../../../types/vocabulary';
import { TellMeButton } from '../../shell/tell-me-button';
import { Button } from '../../ui/button/button';
import { LeaveSheet, WithdrawSheet } from './leave-sheets';
import { RenameSheet } from './rename-sheet';
import './entry.css';

/** What who plays wants to hear of outside the app. */
const TOLD = ['match-soon', 'match-moved', 'match-reported'] as const;

interface OwnActsProps {
  entry: EntryDetail;
  league: LeagueDetail | undefined;
  now: Instant;
}

type Open = 'rename' | 'leave' | 'withdraw';

/** What one can do about one's own entry: be told, rename it, leave it, give up. */
export function OwnActs({ entry, league, now }: OwnActsProps) {
  const [open, setOpen] = useState<Open>();
  const over = league?.phase === 'finished' || league?.phase === 'cancelled' || entry.withdrawn === true;
  if (over) return null;
  const locked = now >= entry.lockAt || league?.phase === 'playing';
  const alone = entry.limits.most === 1;
  const close = (): void => setOpen(undefined);
  return (
    <View className="pad entry-part stack" data-testid="own-acts">
      <TellMeButton kinds={TOLD} />
      {entry.captain && !alone && !locked && (
        <Button onPress={() => setOpen('rename')} testId="rename">
          改队名
        </Button>
      )}
      {!locked && (
        <Button kind={alone ? 'danger' : 'plain'} onPress={() => setOpen('leave')} testId="leave">
          {alone ? '取消报名' : '离开队伍'}
        </Button>
      )}
      {entry.captain && (locked || !alone) && (
        <Button kind="danger" onPress={() => setOpen('withdraw')} testId="withdraw">
          {alone ? '退赛' : '整队退赛'}
        </Button>
      )}
      {open === 'rename' && <RenameSheet entry={entry} onClose={close} />}
      {open === 'leave' && <LeaveSheet entry={entry} onClose={close} />}
      {open === 'withdraw' && <WithdrawSheet entry={entry} onClose={close} />}
    </View>
  );
}
