import { View } from '@tarojs/components';
import type { ManagedLeague } from '../../../types/contract/league-desk';
import type { LeagueId } from '../../../types/vocabulary';
import { useAnswer } from '../../cloud/use-answer';
import { toast } from '../../device/toast';
import { go } from '../../routes';
import { Failure } from '../../shell/failure';
import { FormTold } from '../../shell/step-form/form-told';
import { StepFoot } from '../../shell/step-form/step-foot';
import { faultsByStep, stepAfter } from '../../shell/step-form/step-plan';
import { StepsBar } from '../../shell/step-form/steps-bar';
import { Button } from '../../ui/button/button';
import { Notice } from '../../ui/notice/notice';
import { SkeletonPage } from '../../ui/skeleton/skeleton';
import { EditCheck } from './edit-check';
import { EditHow } from './edit-how';
import { EditWhat } from './edit-what';
import { EditWhere } from './edit-where';
import { EditWho } from './edit-who';
import { fieldName, LEAGUE_STEPS, STEP_WORDS, STEPS } from './league-fields';
import { PreviewStrip } from './preview-strip';
import { type LeagueEditing, useLeagueEditor } from './use-league-editor';
import { type Preview, usePreview } from './use-preview';
import '../../shell/refused/league';
import './edit.css';
import './league-desk.css';

const names = (fields: readonly string[]): string => [...new Set(fields.map(fieldName))].join('、');

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
  const shownAbove = refused?.refusal === 'STALE' && merged !== undefined;
  const unfit = refused?.refusal === 'PLAN_UNFIT' || refused?.refusal === 'BAD_INPUT';
  const next = stepAfter(LEAGUE_STEPS, step);
  return (
    <StepFoot
      refused={[shownAbove || unfit ? undefined : refused]}
      unsure={refused}
      wrong={Object.keys(faults).length + rest.length}
      onNext={next && (() => show(next))}
      onSave={known || next === undefined ? onSave : undefined}
      busy={busy}
      words={words}
    >
      <PreviewStrip form={form} preview={preview} />
    </StepFoot>
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
      <FormTold
        what="联赛"
        restored={editing.restored}
        merged={editing.merged}
        names={names}
        onStartOver={editing.startOver}
      />
      <StepsBar
        steps={STEPS}
        words={STEP_WORDS}
        step={editing.step}
        wrong={faultsByStep(LEAGUE_STEPS, editing.faults)}
        onShow={editing.show}
      />
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
