import { Text, View } from '@tarojs/components';
import { useReachBottom } from '@tarojs/taro';
import { useState } from 'react';
import { ADJUSTMENT_WORDS, adjustmentNote } from '../../../domain/wording/entries';
import type { Page } from '../../../types/contract/op';
import type { AdjustmentView } from '../../../types/contract/points';
import type { Instant } from '../../../types/vocabulary';
import { useAnswers } from '../../cloud/answers';
import { call, type RefusedBy } from '../../cloud/call';
import { useNow } from '../../cloud/use-now';
import { usePages } from '../../cloud/use-pages';
import { toast } from '../../device/toast';
import { Failure, FailureLine } from '../../shell/failure';
import { Button } from '../../ui/button/button';
import { Chips } from '../../ui/chips/chips';
import { Notice } from '../../ui/notice/notice';
import { SkeletonRows } from '../../ui/skeleton/skeleton';
import { Tag } from '../../ui/tag/tag';
import { ReasonSheet } from './reason-sheet';
import { useAct } from './use-act';
import './desk.css';

type Which = 'proposed' | 'all';
const WHICH: readonly { value: Which; words: string }[] = [
  { value: 'proposed', words: '等着定的' },
  { value: 'all', words: '全部' },
];

/** Says yes or no to what somebody else proposed. */
function Deciding({ adjustment }: { adjustment: AdjustmentView }) {
  const act = useAct('points.decideAdjustment');
  const [rejecting, setRejecting] = useState(false);
  const decide = async (decision: 'approve' | 'reject', reason?: string): Promise<void> => {
    const words = reason === undefined || reason === '' ? {} : { reason };
    const outcome = await act.send({ adjustmentId: adjustment.id, decision, ...words });
    if (!outcome.ok) return;
    setRejecting(false);
    toast(decision === 'approve' ? '已生效' : '没有通过，已告诉提的人');
  };
  return (
    <>
      {act.refused && !rejecting && <FailureLine refused={act.refused} />}
      <View className="desk-decide">
        <Button onPress={() => setRejecting(true)} disabled={act.busy} testId={`reject-${adjustment.id}`}>
          不同意
        </Button>
        <Button busy={act.busy} onPress={() => void decide('approve')} testId={`approve-${adjustment.id}`}>
          同意
        </Button>
      </View>
      {rejecting && (
        <ReasonSheet
          title="不同意这笔调整"
          text="积分不动。"
          note="提的人会看到"
          yes="不同意"
          busy={act.busy}
          refused={act.refused}
          onYes={(reason) => void decide('reject', reason)}
          onClose={() => setRejecting(false)}
        />
      )}
    </>
  );
}

function AdjustmentCard({ adjustment, now }: { adjustment: AdjustmentView; now: Instant }) {
  const { id, kind, member, points, reason, state, byName, at, mine, decidedByName } = adjustment;
  return (
    <View className="card desk-card" data-testid={`adjustment-${id}`}>
      <View className="row row--apart">
        <View className="grow">
          <View className="strong">{member.name}</View>
          <View className="note number">{member.phone}</View>
        </View>
        <Text className="title number">{kind === 'grant' ? `+${points}` : `−${points}`}</Text>
      </View>
      <View>{reason}</View>
      <View className="note number">
        {kind === 'grant' ? '发积分' : '撤回'} · {adjustmentNote(byName, at, now)}
      </View>
      {state !== 'proposed' && (
        <View className="row">
          <Tag words={ADJUSTMENT_WORDS[state]} tone={state === 'approved' ? 'mine' : 'none'} />
          {decidedByName !== undefined && <Text className="note">{decidedByName}定的</Text>}
        </View>
      )}
      {state === 'proposed' && mine && <View className="note">你提的，要另一位组织者来定</View>}
      {state === 'proposed' && !mine && <Deciding adjustment={adjustment} />}
    </View>
  );
}

/** Grants and reversals above what one person may decide, and what became of them. */
export function Adjustments() {
  const now = useNow();
  const [which, setWhich] = useState<Which>('proposed');
  const version = useAnswers(({ versions }) => versions['points.adjustments'] ?? 0);
  const list = usePages<AdjustmentView, Page<AdjustmentView>, RefusedBy<'points.adjustments'>>(
    which,
    version,
    (cursor) =>
      call('points.adjustments', {
        ...(which === 'proposed' ? { proposed: true as const } : {}),
        ...(cursor === undefined ? {} : { cursor }),
      }),
  );
  useReachBottom(list.loadMore);
  const { items, refused } = list;
  return (
    <View className="desk-list">
      <View className="desk-chips">
        <Chips options={WHICH} chosen={which} onChoose={setWhich} />
      </View>
      {!items &&
        (refused ? <Failure refused={refused} again={list.again} asking={list.asking} /> : <SkeletonRows count={3} />)}
      {items?.length === 0 && (
        <Notice icon="check" title={which === 'proposed' ? '没有等着定的' : '还没有调整过'} testId="empty" />
      )}
      <View className="pad stack">
        {items?.map((adjustment) => (
          <AdjustmentCard key={adjustment.id} adjustment={adjustment} now={now} />
        ))}
        {items && refused && <FailureLine refused={refused} again={list.again} asking={list.asking} />}
      </View>
    </View>
  );
}
