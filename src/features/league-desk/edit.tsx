import { Text, View } from '@tarojs/components';
import type { ManagedLeague } from '../../../types/contract/league-desk';
import type { LeagueId } from '../../../types/vocabulary';
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
import { EditCheck } from './edit-check';
import { EditHow } from './edit-how';
import { EditWhat } from './edit-what';
import { EditWhere } from './edit-where';
import { EditWho } from './edit-who';
import { faultsByStep, fieldName, STEP_WORDS, STEPS } from './league-fields';
import { PreviewStrip } from './preview-strip';
import { type LeagueEditing, stepBeside, useLeagueEditor } from './use-league-editor';
import { type Preview, usePreview } from './use-preview';
import '../../shell/refused/league';
import './edit.css';
import './league-desk.css';

const names = (fields: readonly string[]): string => [...new Set(fields.map(fieldName))].join('、');

/** What stands above the form: that it goes on from last time, and what somebody else changed meanwhile. */
function Above({ editing }: { editing: LeagueEditing }) {
  const { merged, restored, startOver } = editing;
  return (
    <>
      {restored && (
        <View className="league-told row" data-testid="restored">
          <View className="grow">接着上次没保存的</View>
          <Press className="league-told__press" onPress={startOver} testId="start-over">
            <Text>不要了，重新来</Text>
          </Press>
        </View>
      )}
      {merged && (
        <View className="league-told" data-testid="merged" role="alert">
          <View className="strong">刚才有人改过这个联赛，你填的都还在</View>
          {merged.theirs.length > 0 && <View>已换成新的：{names(merged.theirs)}</View>}
          {merged.both.length > 0 && <View>你们都改了，现在是你的：{names(merged.both)}</View>}
        </View>
      )}
    </>
  );
}

/** Where one is, and the way to any other step. */
function Steps({ editing }: { editing: LeagueEditing }) {
  const { step, show, faults } = editing;
  const wrong = faultsByStep(faults);
  return (
    <View id="league-steps" className="league-steps" role="navigation" aria-label="步骤">
      {STEPS.map((each, at) => (
        <Press
          key={each}
          className={`league-step${each === step ? ' league-step--on' : ''}`}
          pressed={each === step}
          onPress={() => show(each)}
          testId={`step-${each}`}
        >
          <View className={`league-step__number number${wrong[each] ? ' league-step__number--wrong' : ''}`}>
            {at + 1}
          </View>
          <View className="league-step__words">
            {STEP_WORDS[each]}
            {wrong[each] !== undefined && <Text className="out-of-sight">，有 {wrong[each]} 处要改</Text>}
          </View>
        </Press>
      ))}
    </View>
  );
}

function CurrentStep({ editing, preview, fresh }: { editing: LeagueEditing; preview: Preview; fresh: boolean }) {
  switch (editing.step) {
    case 'what':
      return <EditWhat editor={editing} templates={fresh} />;
    case 'who':
      return <EditWho editor={editing} />;
    case 'how':
      return <EditHow editor={editing} />;
    case 'where':
      return <EditWhere editor={editing} />;
    case 'check':
      return <EditCheck editing={editing} preview={preview} />;
    default:
      return editing.step satisfies never;
  }
}

interface FootProps {
  editing: LeagueEditing;
  preview: Preview;
  /** It is there already: it can be saved from every step. */
  known: boolean;
  words: string;
  onSave: () => void;
}

function Foot({ editing, preview, known, words, onSave }: FootProps) {
  const { refused, rest, faults, merged, step, show, busy, form } = editing;
  const wrong = Object.keys(faults).length + rest.length;
  const shownAbove = refused?.refusal === 'STALE' && merged !== undefined;
  const unfit = refused?.refusal === 'PLAN_UNFIT' || refused?.refusal === 'BAD_INPUT';
  const next = stepBeside(step, 1);
  const saves = known || next === undefined;
  return (
    <>
      <View className="league-room" />
      <Bar>
        <View className="stack stack--tight">
          <PreviewStrip form={form} preview={preview} />
          {refused && !shownAbove && !unfit && <FailureLine refused={refused} />}
          {wrong > 0 && (
            <View className="field__fault league-small" data-testid="faults">
              还有 {wrong} 处要改
            </View>
          )}
          <View className="league-decide">
            {next !== undefined && (
              <Button kind={saves ? 'plain' : 'primary'} onPress={() => show(next)} testId="next">
                下一步
              </Button>
            )}
            {saves && (
              <Button kind="primary" busy={busy} onPress={onSave} testId="save">
                {busy ? '正在保存' : refused && isUnsure(refused.refusal) ? '再试一次' : words}
              </Button>
            )}
          </View>
        </View>
      </Bar>
    </>
  );
}

function Editor({ managed, check }: { managed: ManagedLeague | undefined; check: boolean }) {
  const editing = useLeagueEditor(managed, check);
  const preview = usePreview(editing.form);
  async function save(): Promise<void> {
    if (managed && !editing.changed) {
      toast('没有改动');
      return;
    }
    const id = await editing.save();
    if (id === undefined) return;
    toast('已保存');
    if (managed) go.back();
    else go.deskLeagueInstead(id);
  }
  return (
    <View className="league-edit" data-testid="league-form">
      <Above editing={editing} />
      <Steps editing={editing} />
      <CurrentStep editing={editing} preview={preview} fresh={managed === undefined} />
      <Foot
        editing={editing}
        preview={preview}
        known={managed !== undefined}
        words={managed && managed.state !== 'draft' ? '保存修改' : '保存草稿'}
        onSave={() => void save()}
      />
    </View>
  );
}

/** Why a league changes no more; `undefined` while it does. */
function fixed({ state }: ManagedLeague): string | undefined {
  if (state === 'cancelled') return '联赛已经取消';
  if (state === 'finished') return '联赛已经结束';
  return state === 'drawn' ? '已经抽过签，大家照这个在打' : undefined;
}

function EditKnown({ id, check }: { id: LeagueId; check: boolean }) {
  const { value, refused, again, asking } = useAnswer('league.managedLeague', { leagueId: id });
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

/** Makes a league, or changes one; `check` says at once what is missing. */
export function Edit({ id, check = false }: { id: LeagueId | undefined; check?: boolean }) {
  return id === undefined ? <Editor managed={undefined} check={check} /> : <EditKnown id={id} check={check} />;
}
