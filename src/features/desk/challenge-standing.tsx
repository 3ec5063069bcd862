import { Text, View } from '@tarojs/components';
import { managedTag } from '../../../domain/wording/challenge';
import { datesWords, ENTRY_WORDS } from '../../../domain/wording/reading';
import { ruleWords } from '../../../domain/wording/reading-today';
import type { ManagedChallenge } from '../../../types/contract/reading-operations';
import type { ChallengeId } from '../../../types/vocabulary';
import { useNow } from '../../cloud/use-now';
import { toast } from '../../device/toast';
import { go } from '../../routes';
import { Cell, CellGroup } from '../../ui/cell/cell';
import { Tag } from '../../ui/tag/tag';
import { ReasonSheet } from './reason-sheet';
import { useAct } from './use-act';
import './desk.css';

/** How a challenge stands, above what can be changed of it. */
export function ChallengeHead({ challenge }: { challenge: ManagedChallenge }) {
  const { id, plan, state, readers } = challenge;
  const now = useNow();
  const tag = managedTag(challenge);
  return (
    <>
      <View className="pad desk-head" data-testid="challenge-head">
        <View className="title">{plan.title}</View>
        <View className="row desk-head__tags">
          <Tag words={tag.words} tone={tag.live ? 'books' : 'none'} />
          <Text className="note number">{datesWords(plan.startsOn, plan.endsOn, now)}</Text>
        </View>
      </View>
      {state !== 'draft' && (
        <CellGroup>
          <Cell icon="people" title="在读的人" value={`${readers} 位`} />
          <Cell icon="book" title="读者看到的样子" onPress={() => go.challenge(id)} testId="as-readers-see" />
        </CellGroup>
      )}
    </>
  );
}

/** What a challenge that was ended said: it is looked at, and not changed any more. */
export function ClosedChallenge({ challenge: { plan } }: { challenge: ManagedChallenge }) {
  return (
    <View className="desk-manage" data-testid="closed-challenge">
      <CellGroup title="提前结束了，不能再改；读过的都还在" muted>
        <Cell title="每天" value={ruleWords(plan.rule)} />
        <Cell title="读哪些书" value={plan.books ? `书单里的 ${plan.books.length} 本` : '什么书都算'} />
        <Cell title="参加方式" value={ENTRY_WORDS[plan.entry].name} />
        {plan.goal !== undefined && <Cell title="目标" value={`${plan.goal} 天`} />}
      </CellGroup>
    </View>
  );
}

/** Ends it today, with a reason. */
export function CloseChallengeSheet({ id, onClose }: { id: ChallengeId; onClose: () => void }) {
  const act = useAct('reading.closeChallenge');
  const close = async (reason: string): Promise<void> => {
    const outcome = await act.send({ challengeId: id, reason });
    if (!outcome.ok) return;
    toast('今天是最后一天了');
    onClose();
  };
  return (
    <ReasonSheet
      title="提前结束"
      text="今天就是最后一天。读过的天数、积分和榜都留着，结束后不能再开。"
      note="记下来备查，只有组织者看得到"
      yes="提前结束"
      busy={act.busy}
      refused={act.refused}
      onYes={(reason) => void close(reason)}
      onClose={onClose}
    />
  );
}
