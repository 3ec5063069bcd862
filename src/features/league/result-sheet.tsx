import { View } from '@tarojs/components';
import type { Length } from '../../../domain/league/discipline';
import type { FixtureDetail } from '../../../types/contract';
import { toast } from '../../device/toast';
import { FailureLine } from '../../shell/failure';
import { Button } from '../../ui/button/button';
import { Notice } from '../../ui/notice/notice';
import { Sheet } from '../../ui/sheet/sheet';
import { sideNames } from './match-head';
import { ScoreForm } from './score-form';
import { useLeagueAct } from './use-league-act';
import { lengthOf, useScore } from './use-score';
import './match.css';

interface ResultSheetProps {
  match: FixtureDetail;
  /** A captain reports, which the other one confirms; a referee enters, which counts at once. */
  act: 'report' | 'enter';
  onClose: () => void;
}

const ENTERED = { report: '交了，等对方确认', enter: '录好了，已经算数' } as const;

function Form({ match, act, length, onClose }: ResultSheetProps & { length: Length }) {
  const score = useScore(match, length, match.state === 'reported' ? match.outcome : undefined);
  const report = useLeagueAct('league.report');
  const enter = useLeagueAct('league.enterResult');
  const given = act === 'report' ? report : enter;
  async function send(): Promise<void> {
    const outcome = score.finished();
    if (!outcome) return;
    const sent = await given.send({ leagueId: match.leagueId, fixtureId: match.id, outcome });
    if (!sent.ok) return;
    toast(ENTERED[act]);
    onClose();
  }
  return (
    <Sheet
      open
      title={act === 'report' ? '填比分' : '录入比分'}
      onClose={onClose}
      testId="result-sheet"
      foot={
        <>
          {given.refused && <FailureLine refused={given.refused} />}
          <Button kind="primary" busy={given.busy} onPress={() => void send()} testId="send-result">
            {act === 'report' ? '交给对方确认' : '录入，马上算数'}
          </Button>
        </>
      }
    >
      <ScoreForm
        draft={score.draft}
        length={length}
        knockout={match.knockout}
        names={sideNames(match)}
        official={act === 'enter'}
        fault={score.fault}
        onChange={(draft) => {
          score.change(draft);
          given.forget();
        }}
      />
      {act === 'report' && <View className="note match-part">对方队长确认后算数；到时没有回应，也按你填的算。</View>}
    </Sheet>
  );
}

/** Says how a match ended. */
export function ResultSheet(props: ResultSheetProps) {
  const length = lengthOf(props.match);
  if (length) return <Form {...props} length={length} />;
  return (
    <Sheet open title="填比分" onClose={props.onClose}>
      <Notice icon="sorry" title="这个版本还不认识这个项目" text="关掉小程序再打开，更新后就能填" />
    </Sheet>
  );
}
