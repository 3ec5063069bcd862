import { View } from '@tarojs/components';
import { useState } from 'react';
import { dayOf } from '../../../domain/time/shanghai';
import { hasBegun } from '../../../domain/wording/challenge';
import type { ManagedChallenge } from '../../../types/contract/reading-operations';
import type { ChallengeId, Day, Instant } from '../../../types/vocabulary';
import { isUnsure } from '../../cloud/command';
import { useAnswer } from '../../cloud/use-answer';
import { useNow } from '../../cloud/use-now';
import { toast } from '../../device/toast';
import { go } from '../../routes';
import { Failure, FailureLine } from '../../shell/failure';
import { Bar } from '../../ui/bar/bar';
import { Button } from '../../ui/button/button';
import { SkeletonPage } from '../../ui/skeleton/skeleton';
import {
  type ChallengeFaults,
  type ChallengeForm,
  challengeFaults,
  challengeIssues,
  EMPTY_CHALLENGE,
  formFrom,
  type Locks,
  planFrom,
} from './challenge-form';
import { ChallengeDays, ChallengeEntryPart, type ChallengePart, ChallengeRule, ChallengeWhat } from './challenge-parts';
import { ChallengeHead, CloseChallengeSheet, ClosedChallenge } from './challenge-standing';
import { useAct } from './use-act';
import './desk.css';

/** What stays of it at this moment. */
function locksOf(managed: ManagedChallenge | undefined, now: Instant): Locks {
  if (!managed) return { published: false, begun: false, over: false, endsOn: '' };
  const begun = hasBegun(managed, now);
  const { endsOn } = managed.plan;
  return { published: managed.state !== 'draft', begun, over: begun && endsOn < dayOf(now), endsOn };
}

function useSaving(managed: ManagedChallenge | undefined) {
  const create = useAct('reading.createChallenge');
  const edit = useAct('reading.editChallenge');
  const publish = useAct('reading.publishChallenge');

  async function stored(form: ChallengeForm): Promise<ChallengeId | undefined> {
    publish.forget();
    const plan = planFrom(form);
    const outcome = await (managed ? edit.send({ challengeId: managed.id, plan }) : create.send({ plan }));
    return outcome.ok ? outcome.value.id : undefined;
  }
  async function save(form: ChallengeForm): Promise<void> {
    const id = await stored(form);
    if (id === undefined) return;
    toast('已保存');
    if (managed) go.back();
    else go.deskChallengeInstead(id);
  }
  /** What is on the screen is what is published: it is saved first. */
  async function put(form: ChallengeForm): Promise<void> {
    const id = await stored(form);
    if (id === undefined) return;
    const outcome = await publish.send({ challengeId: id });
    if (outcome.ok) toast('发布了');
  }
  return {
    ...{ save, put, saving: create.busy || edit.busy, publishing: publish.busy },
    refused: create.refused ?? edit.refused ?? publish.refused,
  };
}

type Saving = ReturnType<typeof useSaving>;

function Refused({ refused }: Pick<Saving, 'refused'>) {
  if (!refused) return null;
  if (refused.refusal !== 'PLAN_UNFIT') return <FailureLine refused={refused} />;
  const names = challengeIssues(refused.detail.issues.map(({ path }) => path));
  return (
    <View className="failure-line" data-testid="refused-PLAN_UNFIT" role="alert">
      <View className="grow">
        <View className="strong">有几处填得不对</View>
        <View className="note">{names === '' ? '检查后再保存' : `请改一下：${names}`}</View>
      </View>
    </View>
  );
}

interface FootProps {
  managed: ManagedChallenge | undefined;
  saving: Saving;
  wrong: number;
  onSave: () => void;
  onPublish: () => void;
}

function Foot({ managed, saving, wrong, onSave, onPublish }: FootProps) {
  const draft = managed?.state === 'draft';
  const unsure = saving.refused !== undefined && isUnsure(saving.refused.refusal);
  const words = managed && !draft ? '保存修改' : '保存草稿';
  return (
    <Bar>
      <View className="stack">
        <Refused refused={saving.refused} />
        {wrong > 0 && (
          <View className="field__fault desk-small" data-testid="faults">
            还有 {wrong} 处要改
          </View>
        )}
        <View className="desk-decide">
          <Button
            kind={draft ? 'plain' : 'primary'}
            busy={saving.saving}
            disabled={saving.publishing}
            onPress={onSave}
            testId="save"
          >
            {saving.saving ? '正在保存' : unsure ? '再试一次' : words}
          </Button>
          {draft && (
            <Button
              kind="primary"
              busy={saving.publishing}
              disabled={saving.saving}
              onPress={onPublish}
              testId="publish"
            >
              发布
            </Button>
          )}
        </View>
      </View>
    </Bar>
  );
}

/** A draft may lie about for long; what is published begins today or later. */
function faultsFor(what: 'save' | 'publish', form: ChallengeForm, locks: Locks, today: Day): ChallengeFaults {
  const faults = challengeFaults(form, locks);
  const late = what === 'publish' && form.startsOn !== '' && form.startsOn < today;
  return late ? { startsOn: '第一天已经过了，改成今天或以后', ...faults } : faults;
}

function Editor({ managed }: { managed: ManagedChallenge | undefined }) {
  const now = useNow();
  const [form, setForm] = useState(() => (managed ? formFrom(managed.plan) : EMPTY_CHALLENGE));
  const [checked, setChecked] = useState<'save' | 'publish'>();
  const [closing, setClosing] = useState(false);
  const saving = useSaving(managed);
  const locks = locksOf(managed, now);
  const today = dayOf(now);
  const faults = checked ? faultsFor(checked, form, locks, today) : {};
  const part: ChallengePart = {
    ...{ form, faults, locks },
    fill: (change) => setForm((before) => ({ ...before, ...change })),
  };
  const press = (what: 'save' | 'publish'): void => {
    setChecked(what);
    if (Object.keys(faultsFor(what, form, locks, today)).length > 0) return;
    void (what === 'save' ? saving.save(form) : saving.put(form));
  };
  return (
    <>
      <View className="pad desk-form" data-testid="challenge-form">
        <ChallengeWhat {...part} />
        <ChallengeDays {...part} />
        <ChallengeRule {...part} />
        <ChallengeEntryPart {...part} />
        {managed?.state === 'published' && !locks.over && (
          <View className="desk-manage__close">
            <Button kind="danger" onPress={() => setClosing(true)} testId="close-challenge">
              提前结束
            </Button>
          </View>
        )}
      </View>
      <Foot
        managed={managed}
        saving={saving}
        wrong={Object.keys(faults).length}
        onSave={() => press('save')}
        onPublish={() => press('publish')}
      />
      {managed && closing && <CloseChallengeSheet id={managed.id} onClose={() => setClosing(false)} />}
    </>
  );
}

function EditKnown({ id }: { id: ChallengeId }) {
  const { value, refused, asking, again } = useAnswer('reading.managedChallenge', { challengeId: id });
  if (!value) return refused ? <Failure refused={refused} again={again} asking={asking} /> : <SkeletonPage />;
  return (
    <View>
      <ChallengeHead challenge={value} />
      {value.state === 'closed' ? <ClosedChallenge challenge={value} /> : <Editor managed={value} />}
    </View>
  );
}

/** Makes a challenge, or changes one. */
export function ChallengeEdit({ id }: { id: ChallengeId | undefined }) {
  return id === undefined ? <Editor managed={undefined} /> : <EditKnown id={id} />;
}
