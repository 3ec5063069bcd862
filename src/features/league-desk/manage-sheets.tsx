import { View } from '@tarojs/components';
import { moment } from '../../../domain/wording/dates';
import { entryWords } from '../../../domain/wording/league-card';
import type { ManagedLeague } from '../../../types/contract/league-desk';
import type { Instant, StageId } from '../../../types/vocabulary';
import { toast } from '../../device/toast';
import { go } from '../../routes';
import { FailureLine } from '../../shell/failure';
import { Button } from '../../ui/button/button';
import { Selectable } from '../../ui/selectable/selectable';
import { Sheet } from '../../ui/sheet/sheet';
import { FinishSheet } from './finish-sheet';
import { fieldName, issueFaults } from './league-fields';
import { formFrom } from './league-form';
import { LogSheet } from './log-sheet';
import { ReasonSheet } from './reason-sheet';
import { useAct } from './use-act';

/** What a sheet over the league's page is about. */
export type ManageAct =
  | { do: 'publish' | 'cancel' | 'draws' | 'finish' | 'log' }
  | { do: 'lots'; stage: StageId; group: string };

interface SheetProps {
  league: ManagedLeague;
  now: Instant;
  onClose: () => void;
}

/** Fields that keep a draft from being published, with the way to them. */
function Unfit({ league, issues }: { league: ManagedLeague; issues: Parameters<typeof issueFaults>[1] }) {
  const { faults } = issueFaults(formFrom(league.plan), issues);
  const names = [...new Set(Object.keys(faults).map(fieldName))].join('、');
  return (
    <View className="failure-line" data-testid="refused-PLAN_UNFIT" role="alert">
      <View className="grow">
        <View className="strong">还差一点才能发布</View>
        <View className="note">{names === '' ? '有几处要改' : `请改一下：${names}`}</View>
      </View>
      <View className="failure-line__step">
        <Button onPress={() => go.deskLeagueEdit(league.id, true)} testId="mend">
          去修改
        </Button>
      </View>
    </View>
  );
}

/** Publishing says what people will see before it is done. */
function PublishSheet({ league, now, onClose }: SheetProps) {
  const act = useAct('league.publishLeague');
  const { refused } = act;
  const { plan } = league;
  const until = `${moment(plan.lockAt, now)} 截止`;
  async function yes(): Promise<void> {
    const outcome = await act.send({ leagueId: league.id });
    if (!outcome.ok) return;
    toast('已发布');
    onClose();
  }
  return (
    <Sheet
      open
      title="发布联赛"
      onClose={onClose}
      testId="publish-sheet"
      foot={
        <>
          {refused?.refusal === 'PLAN_UNFIT' ? (
            <Unfit league={league} issues={refused.detail.issues} />
          ) : (
            refused && <FailureLine refused={refused} />
          )}
          <Button kind="primary" busy={act.busy} onPress={() => void yes()} testId="confirm-publish">
            {act.busy ? '正在发布' : '发布'}
          </Button>
        </>
      }
    >
      <View className="stack">
        <View>发布后所有会员都看得到“{plan.title}”。项目和赛区不能再改，别的还可以改到抽签。</View>
        <View className="number">
          {now >= plan.lockAt
            ? '报名时间已经过了，先改一下报名时间。'
            : now >= plan.opensAt
              ? `发布后马上可以报名，${until}。`
              : `报名 ${moment(plan.opensAt, now)} 开始，${until}。`}
        </View>
      </View>
    </Sheet>
  );
}

function CancelSheet({ league, onClose }: SheetProps) {
  const act = useAct('league.cancelLeague');
  const { entries, plan } = league;
  const there = entries.all - entries.withdrawn;
  async function yes(reason: string): Promise<void> {
    const outcome = await act.send({ leagueId: league.id, reason });
    if (!outcome.ok) return;
    toast('联赛已取消');
    onClose();
  }
  return (
    <ReasonSheet
      title="取消联赛"
      text={
        there > 0
          ? `取消以后不能恢复。会告诉报了名的 ${there} ${entryWords(plan.discipline).unit}。`
          : '取消以后不能恢复。还没有人报名，不用告诉谁。'
      }
      note="报了名的人会看到这句话"
      placeholder="比如“场馆临时检修”"
      yes="确定取消"
      busy={act.busy}
      refused={act.refused}
      onYes={(reason) => void yes(reason)}
      onClose={onClose}
    />
  );
}

/** Lots for a table whose entries have everything alike. */
function LotsSheet({ league, stage, group, onClose }: SheetProps & { stage: StageId; group: string }) {
  const act = useAct('league.drawLots');
  async function yes(): Promise<void> {
    const outcome = await act.send({ leagueId: league.id, stage, group });
    if (!outcome.ok) return;
    toast('名次定了');
    onClose();
  }
  return (
    <Sheet
      open
      title={`${group} 组抽签定名次`}
      onClose={onClose}
      testId="lots-sheet"
      foot={
        <>
          {act.refused && <FailureLine refused={act.refused} />}
          <Button kind="primary" busy={act.busy} onPress={() => void yes()} testId="confirm-lots">
            {act.busy ? '正在抽签' : '现在抽签'}
          </Button>
        </>
      }
    >
      <View>
        规则里的每一条都比过了，还是一样。签由服务器现在抽，种子号写在积分榜下面，谁都能照着再算一遍。抽一次就定了。
      </View>
    </Sheet>
  );
}

/** Every draw with its seed: what anybody can repeat it by. */
function DrawsSheet({ league, now, onClose }: SheetProps) {
  const draws = [...league.draws].reverse();
  return (
    <Sheet open title="抽签" onClose={onClose} testId="draws-sheet">
      <View className="stack">
        <View className="note">种子号和名单都公开，谁都能照着再抽一遍，结果一样。</View>
        {draws.map(({ seed, at, reason }, index) => (
          <View key={at} className="card">
            <View className="strong number">
              {moment(at, now)}
              {draws.length > 1 && (index === 0 ? ' · 算数的一次' : ' · 作废')}
            </View>
            {reason !== undefined && <View className="note">重抽的原因：{reason}</View>}
            <View className="note">种子号</View>
            <Selectable className="number league-break" testId={`seed-${at}`}>
              {seed}
            </Selectable>
          </View>
        ))}
      </View>
    </Sheet>
  );
}

/** The sheet of what was pressed. */
export function ManageSheet({ act, ...props }: SheetProps & { act: ManageAct | undefined }) {
  switch (act?.do) {
    case undefined:
      return null;
    case 'publish':
      return <PublishSheet {...props} />;
    case 'cancel':
      return <CancelSheet {...props} />;
    case 'lots':
      return <LotsSheet {...props} stage={act.stage} group={act.group} />;
    case 'draws':
      return <DrawsSheet {...props} />;
    case 'finish':
      return <FinishSheet {...props} />;
    case 'log':
      return <LogSheet {...props} />;
    default:
      return act satisfies never;
  }
}
