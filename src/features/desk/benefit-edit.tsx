import { View } from '@tarojs/components';
import { useState } from 'react';
import type { ManagedBenefit } from '../../../types/contract/benefit';
import type { BenefitId } from '../../../types/vocabulary';
import { isUnsure } from '../../cloud/command';
import { useAnswer } from '../../cloud/use-answer';
import { toast } from '../../device/toast';
import { go } from '../../routes';
import { Failure, FailureLine } from '../../shell/failure';
import { Bar } from '../../ui/bar/bar';
import { Button } from '../../ui/button/button';
import { SkeletonPage } from '../../ui/skeleton/skeleton';
import { type BenefitForm, benefitFaults, EMPTY_BENEFIT, formFrom, issueNames, planFrom } from './benefit-form';
import type { PartProps } from './edit-field';
import { When, Who } from './edit-scope';
import { Amounts, What } from './edit-what';
import { useAct } from './use-act';
import './desk.css';

function useSaving(managed: ManagedBenefit | undefined) {
  const create = useAct('benefit.create');
  const edit = useAct('benefit.edit');
  async function save(form: BenefitForm): Promise<void> {
    const plan = planFrom(form, managed?.plan.stock ?? 0);
    if (!plan) return;
    const outcome = await (managed ? edit.send({ benefitId: managed.id, plan }) : create.send({ plan }));
    if (!outcome.ok) return;
    toast('已保存');
    if (managed) go.back();
    else go.deskBenefitInstead(outcome.value.id);
  }
  return { save, busy: create.busy || edit.busy, refused: create.refused ?? edit.refused };
}

function Refused({ refused }: { refused: ReturnType<typeof useSaving>['refused'] }) {
  if (!refused) return null;
  if (refused.refusal !== 'PLAN_UNFIT') return <FailureLine refused={refused} />;
  const names = issueNames(refused.detail.issues.map(({ path }) => path));
  return (
    <View className="failure-line" data-testid="refused-PLAN_UNFIT" role="alert">
      <View className="grow">
        <View className="strong">有几处填得不对</View>
        <View className="note">{names === '' ? '检查后再保存' : `请改一下：${names}`}</View>
      </View>
    </View>
  );
}

function Editor({ managed }: { managed: ManagedBenefit | undefined }) {
  const [form, setForm] = useState(() => (managed ? formFrom(managed.plan) : EMPTY_BENEFIT));
  const [checked, setChecked] = useState(false);
  const saving = useSaving(managed);
  const faults = checked ? benefitFaults(form) : {};
  const wrong = Object.keys(faults).length;
  const part: PartProps = {
    form,
    faults,
    fixed: managed !== undefined && managed.state !== 'draft',
    fill: (change) => setForm((before) => ({ ...before, ...change })),
  };
  const save = (): void => {
    setChecked(true);
    if (Object.keys(benefitFaults(form)).length === 0) void saving.save(form);
  };
  const unsure = saving.refused !== undefined && isUnsure(saving.refused.refusal);
  return (
    <View className="pad desk-form">
      <What {...part} />
      <Amounts {...part} />
      <Who {...part} />
      <When {...part} />
      <Bar>
        <View className="stack">
          <Refused refused={saving.refused} />
          {wrong > 0 && (
            <View className="field__fault desk-small" data-testid="faults">
              还有 {wrong} 处要改
            </View>
          )}
          <Button kind="primary" busy={saving.busy} onPress={save} testId="save">
            {saving.busy ? '正在保存' : unsure ? '再试一次' : part.fixed ? '保存修改' : '保存草稿'}
          </Button>
        </View>
      </Bar>
    </View>
  );
}

function EditKnown({ id }: { id: BenefitId }) {
  const { value, refused, asking, again } = useAnswer('benefit.manage', { benefitId: id });
  if (!value) return refused ? <Failure refused={refused} again={again} asking={asking} /> : <SkeletonPage />;
  return <Editor managed={value} />;
}

/** Makes a benefit, or changes one. */
export function BenefitEdit({ id }: { id: BenefitId | undefined }) {
  return id === undefined ? <Editor managed={undefined} /> : <EditKnown id={id} />;
}
