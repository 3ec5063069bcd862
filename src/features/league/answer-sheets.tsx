import { View } from '@tarojs/components';
import type { FixtureDetail } from '../../../types/contract';
import { toast } from '../../device/toast';
import { FailureLine } from '../../shell/failure';
import { Button } from '../../ui/button/button';
import { Sheet } from '../../ui/sheet/sheet';
import { ScoreLines, sideNames } from './match-head';
import { useLeagueAct } from './use-league-act';
import './match.css';

interface AnswerProps {
  match: FixtureDetail;
  onClose: () => void;
}

/** The other side's report once more, before it counts. */
export function ConfirmSheet({ match, onClose }: AnswerProps) {
  const act = useLeagueAct('league.confirm');
  const [one, other] = sideNames(match);
  const { wins, outcome } = match;
  async function confirm(): Promise<void> {
    const sent = await act.send({ leagueId: match.leagueId, fixtureId: match.id });
    if (!sent.ok) return;
    toast('确认了，比分算数');
    onClose();
  }
  return (
    <Sheet
      open
      title="确认比分"
      onClose={onClose}
      testId="confirm-sheet"
      foot={
        <>
          {act.refused && <FailureLine refused={act.refused} />}
          <Button kind="primary" busy={act.busy} onPress={() => void confirm()} testId="confirm-result">
            没错，确认
          </Button>
          <Button onPress={onClose}>再看看</Button>
        </>
      }
    >
      <View>
        {one} 对 {other}
      </View>
      {wins && (
        <View className="large number">
          {wins[0]} : {wins[1]}
        </View>
      )}
      {outcome && <ScoreLines match={match} outcome={outcome} />}
      <View className="note match-part">确认后马上算进积分榜和下一轮，再改要找组织者。</View>
    </Sheet>
  );
}

/** Takes one's own report back, as long as the other side has not answered. */
export function TakeBackSheet({ match, onClose }: AnswerProps) {
  const act = useLeagueAct('league.takeBack');
  async function takeBack(): Promise<void> {
    const sent = await act.send({ leagueId: match.leagueId, fixtureId: match.id });
    if (!sent.ok) return;
    toast('收回了');
    onClose();
  }
  return (
    <Sheet
      open
      title="收回比分"
      onClose={onClose}
      testId="take-back-sheet"
      foot={
        <>
          {act.refused && <FailureLine refused={act.refused} />}
          <Button kind="danger" busy={act.busy} onPress={() => void takeBack()} testId="confirm-take-back">
            收回
          </Button>
          <Button onPress={onClose}>留着</Button>
        </>
      }
    >
      <View>收回后比赛回到没有比分的样子，你或者对方都可以重新填。</View>
    </Sheet>
  );
}
