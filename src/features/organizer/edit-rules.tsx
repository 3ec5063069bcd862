import { View } from '@tarojs/components';
import { ALLOCATION_WORDS } from '../../../domain/wording/organizer';
import { EMPLOYMENT_WORDS } from '../../../domain/wording/vocabulary';
import { type Allocation, EMPLOYMENTS, type Employment } from '../../../types/vocabulary';
import { EnterpriseChoice } from '../../shell/enterprise-choice/enterprise-choice';
import { Choice } from '../../ui/choice/choice';
import { Pills } from '../../ui/pills/pills';
import { Stepper } from '../../ui/stepper/stepper';
import type { PlanEditor } from './plan-editor';
import { PLAN_LIMITS } from './plan-faults';
import { PlanField, PlanNumber, PlanSwitch } from './plan-field';
import { numberOf, type PlanForm } from './plan-form';
import { planGroup } from './plan-group';

/** Drawing lots is offered where an activity has it already. */
const allocations = (now: Allocation): readonly Allocation[] =>
  now === 'draw' ? ['first-come', 'approval', 'draw'] : ['first-come', 'approval'];

/** What was settled when it was published. */
function Fixed({ words }: { words: string }) {
  return (
    <>
      <View className="edit-fixed">{words}</View>
      <View className="note plan-field__note">发布以后不能再改</View>
    </>
  );
}

const ONE_PLACE_WORDS: Record<PlanForm['onePlacePer'], string> = { activity: '只能报一场', session: '每场都可以报' };

function AllocationField({ editor }: { editor: PlanEditor }) {
  const { form, fill } = editor;
  return (
    <PlanField editor={editor} path="allocation" label="分配方式">
      {editor.fixed ? (
        <Fixed words={ALLOCATION_WORDS[form.allocation].name} />
      ) : (
        <Choice
          options={allocations(form.allocation).map((value) => ({
            value,
            title: ALLOCATION_WORDS[value].name,
            note: ALLOCATION_WORDS[value].note,
          }))}
          chosen={form.allocation}
          onChoose={(allocation) => fill({ allocation })}
        />
      )}
    </PlanField>
  );
}

function OnePlaceField({ editor }: { editor: PlanEditor }) {
  const { form, fill } = editor;
  return (
    <PlanField editor={editor} path="onePlacePer" label="一个人">
      {editor.fixed ? (
        <Fixed words={ONE_PLACE_WORDS[form.onePlacePer]} />
      ) : (
        <Choice
          options={(['activity', 'session'] as const).map((value) => ({ value, title: ONE_PLACE_WORDS[value] }))}
          chosen={form.onePlacePer}
          onChoose={(onePlacePer) => fill({ onePlacePer })}
        />
      )}
    </PlanField>
  );
}

/** A limit that was not there when it was published would not count those who are in. */
function QuotaField({ editor }: { editor: PlanEditor }) {
  const { form, base, fill, fixed } = editor;
  const label = '每个单位最多';
  const own = Object.keys(form.quotaOwn).length;
  if (fixed && base.quotaEach === '') {
    return (
      <PlanField editor={editor} path="quota.each" label={label}>
        <Fixed words="不限" />
      </PlanField>
    );
  }
  return (
    <PlanNumber
      editor={editor}
      path="quota.each"
      label={label}
      optional={!fixed}
      placeholder="不限"
      {...(own > 0 ? { note: `另有 ${own} 个单位单独定了名额，不受这里影响` } : {})}
      value={form.quotaEach}
      onType={(quotaEach) => fill({ quotaEach })}
    />
  );
}

function EditPlacesGroup({ editor }: { editor: PlanEditor }) {
  const { form, fill } = editor;
  return (
    <View className="edit-group">
      <View className="title">怎么给名额</View>
      <AllocationField editor={editor} />
      <PlanSwitch
        editor={editor}
        path="waitlist"
        label="满了可以候补"
        note="空出的名额按顺序给排队的人"
        on={form.waitlist}
        onChange={(waitlist) => fill({ waitlist })}
      />
      {form.sessions.length > 1 && <OnePlaceField editor={editor} />}
      <PlanField editor={editor} path="companions" label="最多带几位同伴" note="每位同伴占一个名额，不用是会员">
        <Stepper
          value={numberOf(form.companions) ?? 0}
          least={0}
          most={PLAN_LIMITS.companions}
          label="同伴"
          unit="位"
          onChange={(companions) => fill({ companions: String(companions) })}
          testId="companions"
        />
      </PlanField>
      <QuotaField editor={editor} />
    </View>
  );
}

const EMPLOYMENT_OPTIONS = EMPLOYMENTS.map((value) => ({ value, words: EMPLOYMENT_WORDS[value].name }));

const toggled = (chosen: readonly Employment[], one: Employment): Employment[] =>
  chosen.includes(one) ? chosen.filter((each) => each !== one) : [...chosen, one];

function EnterprisesField({ editor }: { editor: PlanEditor }) {
  const { form, fill } = editor;
  return (
    <PlanField editor={editor} path="eligibility.enterprises" label="单位" optional>
      <EnterpriseChoice
        title="哪些单位可以报"
        chosen={form.enterprises}
        onChange={(enterprises) => fill({ enterprises })}
      />
    </PlanField>
  );
}

function EditPeopleGroup({ editor }: { editor: PlanEditor }) {
  const { form, fill } = editor;
  return (
    <View className="edit-group">
      <View className="title">谁可以报</View>
      <PlanField
        editor={editor}
        path="eligibility.employments"
        label="职工类别"
        optional
        note={form.employments.length === 0 ? '都不选，就是所有会员' : '只有选中的类别可以报'}
      >
        <Pills
          options={EMPLOYMENT_OPTIONS}
          chosen={form.employments}
          onPress={(one) => fill({ employments: toggled(form.employments, one) })}
        />
      </PlanField>
      <EnterprisesField editor={editor} />
      <PlanSwitch
        editor={editor}
        path="takesAttendance"
        label="要签到"
        note={form.takesAttendance ? '没来的会记为未到场' : '报了名就算参加，不看到没到'}
        on={form.takesAttendance}
        onChange={(takesAttendance) => fill({ takesAttendance })}
      />
      <PlanSwitch
        editor={editor}
        path="coolDown"
        label="爽约限制"
        note="近来多次报了名没来的，暂时不能报这次"
        on={form.coolDown}
        onChange={(coolDown) => fill({ coolDown })}
      />
      {form.coolDown && (
        <View className="edit-pair">
          <PlanNumber
            editor={editor}
            path="coolDown.days"
            label="最近多少天"
            value={form.coolDays}
            onType={(coolDays) => fill({ coolDays })}
          />
          <PlanNumber
            editor={editor}
            path="coolDown.absences"
            label="没来几次"
            value={form.absences}
            onType={(absences) => fill({ absences })}
          />
        </View>
      )}
    </View>
  );
}

/** How places are given. */
export const EditPlaces = planGroup(
  EditPlacesGroup,
  ['allocation', 'waitlist', 'onePlacePer', 'companions', 'quotaEach', 'quotaOwn', 'sessions'],
  ['allocation', 'companions', 'quota', 'onePlacePer', 'waitlist'],
);

/** Who may come, and what is asked of who does not. */
export const EditPeople = planGroup(
  EditPeopleGroup,
  ['employments', 'enterprises', 'takesAttendance', 'coolDown', 'absences', 'coolDays'],
  ['eligibility', 'coolDown', 'takesAttendance'],
);
