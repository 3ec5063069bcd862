import { View } from '@tarojs/components';
import { useState } from 'react';
import { copiedPlan, nextDayOf } from '../../../domain/activity/copied-plan';
import { dayOf, isDay } from '../../../domain/time/shanghai';
import type { ManagedActivity } from '../../../types/contract/organizer-activity';
import type { ActivityId, Day } from '../../../types/vocabulary';
import { serverNow } from '../../cloud/clock';
import { useAnswer } from '../../cloud/use-answer';
import { toast } from '../../device/toast';
import { go } from '../../routes';
import { Failure } from '../../shell/failure';
import { FormTold } from '../../shell/step-form/form-told';
import { StepFoot } from '../../shell/step-form/step-foot';
import { faultsByStep, stepAfter } from '../../shell/step-form/step-plan';
import { StepsBar } from '../../shell/step-form/steps-bar';
import { Button } from '../../ui/button/button';
import { Icon } from '../../ui/icon/icon';
import { Notice } from '../../ui/notice/notice';
import { Press } from '../../ui/press/press';
import { Sheet } from '../../ui/sheet/sheet';
import { SkeletonPage } from '../../ui/skeleton/skeleton';
import { useWide } from '../../ui/wide/use-wide';
import { WIDEST } from '../../ui/wide/wide';
import { ConfirmSheet } from './confirm-sheet';
import { EditCheck } from './edit-check';
import { EditQuestions } from './edit-questions';
import { EditRewards } from './edit-rewards';
import { EditPeople, EditPlaces } from './edit-rules';
import { EditSessions } from './edit-sessions';
import { EditWhat } from './edit-what';
import { EditWhere, EditWindow } from './edit-where';
import { EditZones } from './edit-zones';
import { fieldNames } from './plan-fields';
import { EMPTY_FORM, formFrom } from './plan-form';
import { PlanLook } from './plan-look';
import { PLAN_STEPS, STEP_WORDS, STEPS } from './plan-steps';
import { fromTemplate } from './plan-templates';
import { PLAN_TYPING } from './plan-typing';
import { type Beginning, Start } from './start';
import { type PlanBegin, type PlanEditing, usePlanEditor } from './use-plan-editor';
import './edit.css';

function CurrentStep({ editing }: { editing: PlanEditing }) {
  switch (editing.step) {
    case 'what':
      return <EditWhat editor={editing} />;
    case 'when':
      return (
        <>
          <EditSessions editor={editing} />
          <EditWhere editor={editing} />
        </>
      );
    case 'places':
      return (
        <>
          <EditZones editor={editing} />
          <EditWindow editor={editing} />
          <EditPlaces editor={editing} />
        </>
      );
    case 'who':
      return (
        <>
          <EditPeople editor={editing} />
          <EditQuestions editor={editing} />
        </>
      );
    case 'rewards':
      return <EditRewards form={editing.form} />;
    case 'check':
      return <EditCheck editing={editing} />;
    default:
      return editing.step satisfies never;
  }
}

/** On a phone the page as workers will see it is a tap away, at every step. */
function LookPress({ editing }: { editing: PlanEditing }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Press className="edit-look" onPress={() => setOpen(true)} testId="look">
        <View className="row">
          <View className="grow">看看大家看到的样子</View>
          <Icon name="forward" small />
        </View>
      </Press>
      <Sheet open={open} title="大家看到的样子" onClose={() => setOpen(false)} testId="look-sheet">
        <PlanLook form={editing.form} />
      </Sheet>
    </>
  );
}

/** Refusals that are shown elsewhere: at their fields, in the sheet, or above the form. */
const SHOWN_ELSEWHERE: readonly string[] = ['TOO_SMALL', 'NEEDS_CONFIRMATION', 'PLAN_UNFIT', 'BAD_INPUT'];

function Foot({ editing, wide, onSave }: { editing: PlanEditing; wide: boolean; onSave: () => void }) {
  const { refused, rest, faults, merged, asked, busy, managed, step, show } = editing;
  const told = refused?.refusal === 'OUTDATED' && merged !== undefined;
  const shown = refused && !asked && !told && !SHOWN_ELSEWHERE.includes(refused.refusal);
  const next = stepAfter(PLAN_STEPS, step);
  return (
    <StepFoot
      refused={[shown ? refused : undefined, rest]}
      unsure={refused}
      wrong={Object.keys(faults).length}
      onNext={next && (() => show(next))}
      onSave={managed || next === undefined ? onSave : undefined}
      busy={busy}
      words={managed && managed.state !== 'draft' ? '保存修改' : '保存草稿'}
    >
      {!wide && <LookPress editing={editing} />}
    </StepFoot>
  );
}

/** What stands above the step, and the step. */
function Form({ editing, onStartOver }: { editing: PlanEditing; onStartOver: () => void }) {
  return (
    <View className="edit__form">
      <FormTold
        what="活动"
        restored={editing.restored}
        merged={editing.merged}
        names={(fields) => fieldNames(editing.form, fields)}
        onStartOver={onStartOver}
      />
      <StepsBar
        steps={STEPS}
        words={STEP_WORDS}
        step={editing.step}
        wrong={faultsByStep(PLAN_STEPS, editing.faults)}
        onShow={editing.show}
      />
      <View className="edit__step">
        <CurrentStep editing={editing} />
      </View>
    </View>
  );
}

/** `onRestart`: to another beginning, where it is something new. */
function Editor({ onRestart, ...begin }: PlanBegin & { onRestart?: () => void }) {
  const { managed } = begin;
  const editing = usePlanEditor(begin);
  const wide = useWide();
  async function save(yes?: { reason: string; token: string }): Promise<void> {
    if (managed && !editing.changed) {
      toast('没有改动');
      return;
    }
    const id = await editing.save(yes);
    if (id === undefined) return;
    toast('已保存');
    if (managed) go.back();
    else go.manageInstead(id);
  }
  function startOver(): void {
    if (onRestart) {
      editing.letGo();
      onRestart();
    } else editing.startOver();
  }
  const { asked } = editing;
  return (
    <View className={`edit ${WIDEST}`}>
      <Form editing={editing} onStartOver={startOver} />
      {wide && (
        <View className="edit__look">
          <View className="note edit__look-head">大家看到的样子</View>
          <PlanLook form={editing.form} />
        </View>
      )}
      <Foot editing={editing} wide={wide} onSave={() => void save()} />
      <ConfirmSheet
        touches={asked?.touches}
        again={asked?.again ?? false}
        plan={managed?.plan ?? { sessions: [] }}
        busy={editing.busy}
        refused={editing.refused}
        onYes={(reason) => asked && void save({ reason, token: asked.token })}
        onNo={editing.takeBack}
      />
    </View>
  );
}

/** Why an activity changes no more; `undefined` while it does. */
function fixed({ state, endsAt, now }: ManagedActivity): string | undefined {
  if (state === 'cancelled') return '活动已经取消';
  return now >= endsAt ? '活动已经结束' : undefined;
}

function EditKnown({ id, ...begin }: { id: ActivityId } & Pick<PlanBegin, 'at' | 'check'>) {
  const { value, refused, again, asking } = useAnswer('organizer.activity', { activityId: id });
  if (!value) return refused ? <Failure refused={refused} again={again} asking={asking} /> : <SkeletonPage />;
  const why = fixed(value);
  if (why !== undefined) {
    return (
      <Notice icon="sorry" title="不能再改了" text={why} testId="fixed">
        <Button onPress={go.back}>返回</Button>
      </Notice>
    );
  }
  return <Editor managed={value} {...begin} />;
}

/** Something new that is like a former one, on another day; kept apart from what else is begun on this device. */
function EditLike({ id, on, onRestart }: { id: ActivityId; on: Day | undefined; onRestart?: () => void }) {
  const { value, refused, again, asking } = useAnswer('organizer.activity', { activityId: id });
  const [now] = useState(serverNow);
  if (!value) return refused ? <Failure refused={refused} again={again} asking={asking} /> : <SkeletonPage />;
  const { plan } = value;
  // A day that is over by now, as in a link that was kept, is as good as none.
  const day = on !== undefined && isDay(on) && on > dayOf(now) ? on : nextDayOf(plan, now);
  const copy = copiedPlan(plan, day, now) ?? plan;
  return (
    <Editor
      managed={undefined}
      fresh={{ form: formFrom(copy), draft: `like-${id}-${on ?? ''}` }}
      {...(onRestart && { onRestart })}
    />
  );
}

/** What was begun and not saved goes on; else one chooses how to begin. */
function EditNew() {
  const [beginning, setBeginning] = useState<Beginning | undefined>(() =>
    PLAN_TYPING.drafts.kept(undefined) ? { kind: 'empty' } : undefined,
  );
  const restart = (): void => setBeginning(undefined);
  if (!beginning) return <Start onBegin={setBeginning} />;
  if (beginning.kind === 'like') return <EditLike id={beginning.id} on={beginning.on} onRestart={restart} />;
  const form = beginning.kind === 'empty' ? EMPTY_FORM : fromTemplate(beginning.template, serverNow());
  return <Editor managed={undefined} fresh={{ form }} onRestart={restart} />;
}

interface EditProps {
  id?: ActivityId | undefined;
  /** The former activity that a new one is like, and its day. */
  like?: ActivityId | undefined;
  on?: Day | undefined;
  /** The field to begin at. */
  at?: string | undefined;
  /** Says at once what is missing. */
  check?: boolean;
}

/** Makes an activity, or changes one. */
export function Edit({ id, like, on, ...begin }: EditProps) {
  if (id !== undefined) return <EditKnown id={id} {...begin} />;
  return like === undefined ? <EditNew /> : <EditLike id={like} on={on} />;
}
