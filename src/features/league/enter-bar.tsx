import { useState } from 'react';
import { entryKind } from '../../../domain/wording/league-card';
import type { LeagueDetail } from '../../../types/contract';
import type { MemberStatus } from '../../../types/vocabulary';
import { go } from '../../routes';
import { Bar } from '../../ui/bar/bar';
import { Button } from '../../ui/button/button';
import { EnterSheet } from './enter-sheet';

interface EnterBarProps {
  league: LeagueDetail;
  status: MemberStatus | undefined;
  name: string | undefined;
}

const ENTER_WORDS = { person: '报名', pair: '和搭档报名', team: '组队报名' } as const;

/** The way in, while it is open to who looks. */
export function EnterBar({ league, status, name }: EnterBarProps) {
  const [entering, setEntering] = useState(false);
  const { phase, mine, entries, most, discipline } = league;
  if (phase !== 'open' || mine) return null;
  if (status !== undefined && status !== 'active') {
    const pending = status === 'pending';
    return (
      <Bar>
        <Button kind="primary" disabled={pending} onPress={go.join} testId="primary">
          {pending ? '入会审核中，通过后就能报名' : '先加入工会'}
        </Button>
      </Bar>
    );
  }
  if (entries >= most) return null;
  return (
    <>
      <Bar>
        <Button kind="primary" disabled={status === undefined} onPress={() => setEntering(true)} testId="primary">
          {ENTER_WORDS[entryKind(discipline)]}
        </Button>
      </Bar>
      {entering && <EnterSheet league={league} name={name} onClose={() => setEntering(false)} />}
    </>
  );
}
