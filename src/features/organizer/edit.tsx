import { Text, View } from '@tarojs/components';
import type { ManagedActivity } from '../../../types/contract/organizer-activity';
import type { ActivityId } from '../../../types/vocabulary';
import { isUnsure } from '../../cloud/command';
import { useAnswer } from '../../cloud/use-answer';
import { toast } from '../../device/toast';
import { go } from '../../routes';
import { Failure, FailureLine } from '../../shell/failure';
import { Bar } from '../../ui/bar/bar';
import { Button } from '../../ui/button/button';
import { Notice } from '../../ui/notice/notice';
import { Press } from '../../ui/press/press';
import { SkeletonPage } from '../../ui/skeleton/skeleton';
import { ConfirmSheet } from './confirm-sheet';
import { EditQuestions } from './edit-questions';
import { EditPeople, EditPlaces } from './edit-rules';
import { EditSessions } from './edit-sessions';
import { EditWhat } from './edit-what';
import { EditWhere, EditWindow } from './edit-where';
import { fieldNames } from './plan-fields';
import { type PlanEditing, usePlanEditor } from './use-plan-editor';
import './edit.css';

/** What stands above the form: that it goes on from last time, and what somebody else changed meanwhile. */
function Above({ editing }: { editing: PlanEditing }) {
  const { form, merged, restored, startOver } = editing;
  return (
    <>
      {restored && (
        <View className="edit-told row" data-testid="restored">
          <View className="grow">接着上次没保存的</View>
          <Press className="edit-told__press" onPress={startOver} testId="start-over">
            <Text>不要了，重新来</Text>
          </Press>
        </View>
      )}
      {merged && (
        <View className="edit-told" data-testid="merged" role="alert">
          <View className="strong">刚才有人改过这个活动，你填的都还在</View>
          {merged.theirs.length > 0 && <View>已换成新的：{fieldNames(form, merged.theirs)}</View>}
          {merged.both.length > 0 && <View>你们都改了，现在是你的：{fieldNames(form, merged.both)}</View>}
        </View>
      )}
    </>
  );
}

/** Refusals that are shown elsewhere: at their fields, in the sheet, or above the form. */
const SHOWN_ELSEWHERE: readonly string[] = ['TOO_SMALL', 'NEEDS_CONFIRMATION'];

function Foot({ editing, words, onSave }: { editing: PlanEditing; words: string; onSave: () => void }) {
  const { refused, rest, faults, merged, asked, busy } = editing;
  const wrong = Object.keys(faults).length;
  const told = refused?.refusal === 'OUTDATED' && merged !== undefined;
  const unfit = refused?.refusal === 'PLAN_UNFIT' || refused?.refusal === 'BAD_INPUT';
  const shown = refused && !asked && !told && !unfit && !SHOWN_ELSEWHERE.includes(refused.refusal);
  return (
    <Bar>
      <View className="stack">
        {shown && <FailureLine refused={refused} />}
        {rest && <FailureLine refused={rest} />}
        {wrong > 0 && (
          <View className="field__fault edit-small" data-testid="faults">
            还有 {wrong} 处要改
          </View>
        )}
        <Button kind="primary" busy={busy} onPress={onSave} testId="save">
          {busy ? '正在保存' : refused && isUnsure(refused.refusal) ? '再试一次' : words}
        </Button>
      </View>
    </Bar>
  );
}

function Editor({ managed, check }: { managed: ManagedActivity | undefined; check: boolean }) {
  const editing = usePlanEditor(managed, check);
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
  const { asked } = editing;
  return (
    <View className="edit">
      <Above editing={editing} />
      <EditWhat editor={editing} />
      <EditSessions editor={editing} />
      <EditWhere editor={editing} />
      <EditWindow editor={editing} />
      <EditPlaces editor={editing} />
      <EditPeople editor={editing} />
      <EditQuestions editor={editing} />
      <Foot
        editing={editing}
        words={managed && managed.state !== 'draft' ? '保存修改' : '保存草稿'}
        onSave={() => void save()}
      />
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

function EditKnown({ id, check }: { id: ActivityId; check: boolean }) {
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
  return <Editor managed={value} check={check} />;
}

/** Makes an activity, or changes one; `check` says at once what is missing. */
export function Edit({ id, check = false }: { id: ActivityId | undefined; check?: boolean }) {
  return id === undefined ? <Editor managed={undefined} check={check} /> : <EditKnown id={id} check={check} />;
}
