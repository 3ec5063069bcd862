import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Length } from '../../../domain/league/discipline';
import type { FixtureDetail, FixtureView } from '../../../types/contract';
import { serverNow } from '../../cloud/clock';
import { toast } from '../../device/toast';
import { FailureLine } from '../../shell/failure';
import { Button } from '../../ui/button/button';
import { ReasonField } from '../../ui/field/reason-field';
import { Segments } from '../../ui/segments/segments';
import { Sheet } from '../../ui/sheet/sheet';
import { FixtureRow } from './fixture-row';
import { sideNames } from './match-head';
import { ScoreForm } from './score-form';
import { useLeagueAct } from './use-league-act';
import { lengthOf, useScore } from './use-score';
import './match.css';

interface CorrectSheetProps {
  match: FixtureDetail;
  onClose: () => void;
}

type What = 'change' | 'replay';
const WHATS: readonly { value: What; words: string }[] = [
  { value: 'change', words: '改比分' },
  { value: 'replay', words: '收回，重赛' },
];

function Fixtures({ title, match, items }: { title: string; match: FixtureDetail; items: readonly FixtureView[] }) {
  return (
    <View className="match-part" data-testid="fixtures-concerned">
      <View className="strong">{title}</View>
      <View className="match-concerned">
        {items.map((fixture) => (
          <FixtureRow key={fixture.id} fixture={fixture} leagueId={match.leagueId} now={serverNow()} />
        ))}
      </View>
    </View>
  );
}

/** What followed from it: pairings that changed with it. */
function Followed({ match, moved, onClose }: CorrectSheetProps & { moved: readonly FixtureView[] }) {
  return (
    <Sheet
      open
      title="更正好了"
      onClose={onClose}
      testId="corrected"
      foot={
        <Button kind="primary" onPress={onClose}>
          知道了
        </Button>
      }
    >
      <View>积分榜和后面的对阵跟着变了。</View>
      <Fixtures title="换了对手的比赛" match={match} items={moved} />
    </Sheet>
  );
}

function useCorrecting({ match, onClose }: CorrectSheetProps, length: Length) {
  const act = useLeagueAct('league.correct');
  const score = useScore(match, length, match.outcome);
  const [what, setWhat] = useState<What>('change');
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const [moved, setMoved] = useState<readonly FixtureView[]>();
  async function send(): Promise<void> {
    const outcome = what === 'change' ? score.finished() : undefined;
    setMissing(reason.trim() === '');
    if (reason.trim() === '' || (what === 'change' && !outcome)) return;
    const said = { reason: reason.trim(), ...(outcome && { outcome }) };
    const sent = await act.send({ leagueId: match.leagueId, fixtureId: match.id, ...said });
    if (!sent.ok) return;
    if (sent.value.moved.length > 0) return setMoved(sent.value.moved);
    toast('更正好了');
    onClose();
  }
  return { act, score, what, setWhat, missing, setReason, setMissing, moved, send };
}

interface InsteadProps {
  match: FixtureDetail;
  length: Length;
  form: ReturnType<typeof useCorrecting>;
}

/** The score as it should be, or none. */
function Instead({ match, length, form }: InsteadProps) {
  const { act, score, what } = form;
  return (
    <>
      <Segments
        options={WHATS}
        chosen={what}
        onChoose={(next) => {
          form.setWhat(next);
          act.forget();
        }}
      />
      <View className="match-part">
        {what === 'change' ? (
          <ScoreForm
            draft={score.draft}
            length={length}
            knockout={match.knockout}
            names={sideNames(match)}
            official
            fault={score.fault}
            onChange={score.change}
          />
        ) : (
          <View>这场回到没有比分的样子，可以重新打、重新填。</View>
        )}
      </View>
    </>
  );
}

function Form(props: CorrectSheetProps & { length: Length }) {
  const { match, length, onClose } = props;
  const form = useCorrecting(props, length);
  const { act, what } = form;
  const { refused } = act;
  if (form.moved) return <Followed match={match} moved={form.moved} onClose={onClose} />;
  return (
    <Sheet
      open
      title="更正比分"
      onClose={onClose}
      testId="correct-sheet"
      foot={
        <>
          {refused && <FailureLine refused={refused} />}
          <Button kind="primary" busy={act.busy} onPress={() => void form.send()} testId="send-correction">
            {what === 'change' ? '改成这个比分' : '收回比分，重赛'}
          </Button>
        </>
      }
    >
      {refused?.refusal === 'NEXT_PLAYED' && (
        <Fixtures
          title="先按这个顺序收回后面的比赛，再来改这一场；不收回就保持原样"
          match={match}
          items={refused.detail.blocked}
        />
      )}
      <Instead match={match} length={length} form={form} />
      <ReasonField
        note="会记在联赛的记录里，两队都会收到消息"
        missing={form.missing}
        onType={(words) => {
          form.setReason(words);
          form.setMissing(false);
        }}
      />
    </Sheet>
  );
}

/** An organizer changes a result that counts, or takes it back; what follows from it is shown, or what stands in the way. */
export function CorrectSheet(props: CorrectSheetProps) {
  const length = lengthOf(props.match);
  return length ? <Form {...props} length={length} /> : null;
}
