import { View } from '@tarojs/components';
import { moment } from '../../../domain/wording/dates';
import type { ManagedActivity } from '../../../types/contract/organizer-activity';
import type { Instant } from '../../../types/vocabulary';
import { serverNow } from '../../cloud/clock';
import { useAnswer } from '../../cloud/use-answer';
import { toast } from '../../device/toast';
import { go } from '../../routes';
import { Button } from '../../ui/button/button';
import { Sheet } from '../../ui/sheet/sheet';
import { ActRefused } from './act-refused';
import { useAct } from './use-act';
import { WarningList } from './warning-list';
import './edit.css';

interface ActSheetProps {
  activity: ManagedActivity;
  onClose: () => void;
}

/** When sign-up begins once it is published. */
function beginning({ plan }: ManagedActivity, now: Instant): string {
  if (plan.preview) return '报名时间还没定，先让大家知道有这件事。';
  if (now >= plan.closesAt) return '报名时间已经过了，发布后没有人报得上，先改一下报名时间。';
  const until = `${moment(plan.closesAt, now)} 截止`;
  return now >= plan.opensAt ? `发布后马上可以报名，${until}。` : `报名 ${moment(plan.opensAt, now)} 开始，${until}。`;
}

/** Publishing says what people will see before it is done. */
export function PublishSheet({ activity, onClose }: ActSheetProps) {
  const publish = useAct('organizer.publishActivity');
  const checked = useAnswer('organizer.checkPlan', { plan: activity.plan, activityId: activity.id });
  async function yes(): Promise<void> {
    const outcome = await publish.send({ activityId: activity.id });
    if (!outcome.ok) return;
    toast('已发布');
    onClose();
  }
  return (
    <Sheet
      open
      title="发布活动"
      onClose={onClose}
      testId="publish-sheet"
      foot={
        <>
          <ActRefused refused={publish.refused} activity={activity} />
          <Button kind="primary" busy={publish.busy} onPress={() => void yes()} testId="confirm-publish">
            {publish.busy ? '正在发布' : '发布'}
          </Button>
        </>
      }
    >
      <View className="stack">
        <View>发布后所有会员都看得到“{activity.title}”。</View>
        <View className="number">{beginning(activity, serverNow())}</View>
      </View>
      <WarningList
        plan={activity.plan}
        published={false}
        checked={checked}
        onMend={({ kind, path }) =>
          kind === 'no-volunteers' ? go.manageVolunteers(activity.id) : go.manageEditAt(activity.id, path)
        }
      />
    </Sheet>
  );
}

/** No more sign-ups from now on. */
export function CloseSheet({ activity, onClose }: ActSheetProps) {
  const close = useAct('organizer.closeSignUp');
  const { counts } = activity;
  const kept = (counts.confirmed ?? 0) + (counts.offered ?? 0);
  async function yes(): Promise<void> {
    const outcome = await close.send({ activityId: activity.id });
    if (!outcome.ok) return;
    toast('报名已截止');
    onClose();
  }
  return (
    <Sheet
      open
      title="提前截止报名"
      onClose={onClose}
      testId="close-sheet"
      foot={
        <>
          <ActRefused refused={close.refused} activity={activity} />
          <Button kind="primary" busy={close.busy} onPress={() => void yes()} testId="confirm-close">
            现在截止
          </Button>
          <Button onPress={onClose}>先不截止</Button>
        </>
      }
    >
      <View className="stack">
        <View className="number">原来 {moment(activity.closesAt, serverNow())} 截止，现在起不能再报名。</View>
        <View className="number">{kept > 0 ? `已经有名额的 ${kept} 位不受影响。` : '还没有人报上名额。'}</View>
      </View>
    </Sheet>
  );
}
