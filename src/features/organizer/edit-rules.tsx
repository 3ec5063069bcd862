import { View } from '@tarojs/components';
import { ALLOCATION_WORDS } from '../../../domain/wording/organizer';
import { EMPLOYMENT_WORDS } from '../../../domain/wording/vocabulary';
import { type Allocation, EMPLOYMENTS, type Employment } from '../../../types/vocabulary';
import { Choice } from '../../ui/choice/choice';
import { Pills } from '../../ui/pills/pills';
import { Switch } from '../../ui/switch/switch';
import { EnterpriseChoice } from './enterprise-choice';
import type { PlanEditor } from './plan-editor';
import { PLAN_LIMITS } from './plan-faults';
import { PlanField, PlanNumber } from './plan-field';
import { planGroup } from './plan-group';

/** Drawing lots is offered where an activity has it already. */
const allocations = (now: Allocation): readonly Allocation[] =>
  now === 'draw' ? ['first-come', 'approval', 'draw'] : ['first-come', 'approval'];

function EditPlacesGroup({ editor }: { editor: PlanEditor }) {
  const { form, fill } = editor;
  return (
    <View className="edit-group">
      <View className="title">怎么给名额</View>
      <PlanField editor={editor} path="allocation" label="分配方式">
        <Choice
          options={allocations(form.allocation).map((value) => ({
            value,
            title: ALLOCATION_WORDS[value].name,
            note: ALLOCATION_WORDS[value].note,
          }))}
          chosen={form.allocation}
          onChoose={(allocation) => fill({ allocation })}
        />
      </PlanField>
      <View className="plan-field">
        <Switch
          title="满了可以候补"
          note="空出的名额按顺序给排队的人"
          on={form.waitlist}
          onChange={(waitlist) => fill({ waitlist })}
          testId="waitlist"
        />
      </View>
      {form.sessions.length > 1 && (
        <PlanField editor={editor} path="onePlacePer" label="一个人">
          <Choice
            options={[
              { value: 'activity', title: '只能报一场' },
              { value: 'session', title: '每场都可以报' },
            ]}
            chosen={form.onePlacePer}
            onChoose={(onePlacePer) => fill({ onePlacePer })}
          />
        </PlanField>
      )}
      <PlanNumber
        editor={editor}
        path="companions"
        label="最多带几位同伴"
        placeholder={`0 到 ${PLAN_LIMITS.companions}`}
        note="每位同伴占一个名额，不用是会员"
        value={form.companions}
        onType={(companions) => fill({ companions })}
      />
      <PlanNumber
        editor={editor}
        path="quota.each"
        label="每个单位最多"
        optional
        placeholder="不限"
        {...(Object.keys(form.quotaOwn).length > 0
          ? { note: `另有 ${Object.keys(form.quotaOwn).length} 个单位单独定了名额，不受这里影响` }
          : {})}
        value={form.quotaEach}
        onType={(quotaEach) => fill({ quotaEach })}
      />
    </View>
  );
}

const EMPLOYMENT_OPTIONS = EMPLOYMENTS.map((value) => ({ value, words: EMPLOYMENT_WORDS[value].name }));

const toggled = (chosen: readonly Employment[], one: Employment): Employment[] =>
  chosen.includes(one) ? chosen.filter((each) => each !== one) : [...chosen, one];

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
      <PlanField editor={editor} path="eligibility.enterprises" label="单位" optional>
        <EnterpriseChoice chosen={form.enterprises} onChange={(enterprises) => fill({ enterprises })} />
      </PlanField>
      <View className="plan-field">
        <Switch
          title="要签到"
          note={form.takesAttendance ? '没来的会记为未到场' : '报了名就算参加，不看到没到'}
          on={form.takesAttendance}
          onChange={(takesAttendance) => fill({ takesAttendance })}
          testId="takesAttendance"
        />
      </View>
      <View className="plan-field">
        <Switch
          title="爽约限制"
          note="近来多次报了名没来的，暂时不能报这次"
          on={form.coolDown}
          onChange={(coolDown) => fill({ coolDown })}
          testId="coolDown"
        />
      </View>
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
