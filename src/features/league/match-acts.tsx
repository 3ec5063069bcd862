import { View } from '@tarojs/components';
import { useState } from 'react';
import type { FixtureAct, FixtureDetail } from '../../../types/contract';
import type { MemberId } from '../../../types/vocabulary';
import { Bar } from '../../ui/bar/bar';
import { Button } from '../../ui/button/button';
import { ConfirmSheet, TakeBackSheet } from './answer-sheets';
import { CorrectSheet } from './correct-sheet';
import { DisputeSheet } from './dispute-sheet';
import { ResultSheet } from './result-sheet';
import './match.css';

interface MatchActsProps {
  match: FixtureDetail;
  memberId: MemberId | undefined;
}

const WORDS: Record<FixtureAct, string> = {
  report: '填比分',
  confirm: '没错，确认',
  dispute: '有异议',
  'take-back': '收回我填的',
  enter: '录入比分',
  correct: '更正比分',
};

/** The first of these that the caller may do is the one main act. */
const FIRST: readonly FixtureAct[] = ['confirm', 'enter', 'report'];

const wordsOf = (act: FixtureAct, { state }: FixtureDetail): string => {
  if (act === 'report' && state === 'reported') return '改我填的比分';
  return act === 'enter' && state === 'disputed' ? '裁定比分' : WORDS[act];
};

function Open({ act, match, memberId, onClose }: MatchActsProps & { act: FixtureAct; onClose: () => void }) {
  switch (act) {
    case 'report':
    case 'enter':
      return <ResultSheet match={match} act={act} onClose={onClose} />;
    case 'confirm':
      return <ConfirmSheet match={match} onClose={onClose} />;
    case 'take-back':
      return <TakeBackSheet match={match} onClose={onClose} />;
    case 'dispute':
      return <DisputeSheet match={match} memberId={memberId} onClose={onClose} />;
    case 'correct':
      return <CorrectSheet match={match} onClose={onClose} />;
    default:
      return act satisfies never;
  }
}

/** What the caller may say about a match: the main act at the foot of the page, the others in it. */
export function MatchActs({ match, memberId }: MatchActsProps) {
  const [open, setOpen] = useState<FixtureAct>();
  const { acts, state } = match;
  const first = FIRST.find((act) => acts.includes(act) && !(act === 'report' && state === 'reported'));
  // Yes and no stand side by side.
  const no = first === 'confirm' && acts.includes('dispute');
  const rest = acts.filter((act) => act !== first && !(no && act === 'dispute'));
  return (
    <View className="match-part" data-testid="acts">
      {rest.length > 0 && (
        <View className="pad stack">
          {rest.map((act) => (
            <Button
              key={act}
              kind={act === 'take-back' ? 'danger' : 'plain'}
              onPress={() => setOpen(act)}
              testId={`act-${act}`}
            >
              {wordsOf(act, match)}
            </Button>
          ))}
        </View>
      )}
      {first && (
        <Bar>
          <View className="match-answers">
            {no && (
              <Button onPress={() => setOpen('dispute')} testId="act-dispute">
                {WORDS.dispute}
              </Button>
            )}
            <Button kind="primary" onPress={() => setOpen(first)} testId={`act-${first}`}>
              {wordsOf(first, match)}
            </Button>
          </View>
        </Bar>
      )}
      {open && <Open act={open} match={match} memberId={memberId} onClose={() => setOpen(undefined)} />}
    </View>
  );
}
