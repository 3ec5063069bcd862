import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { maskPhone } from '../../../domain/member/phone';
import { EMPLOYMENT_WORDS } from '../../../domain/wording/vocabulary';
import type { Me } from '../../../types/contract/member';
import { EMPLOYMENTS } from '../../../types/vocabulary';
import { authorizePrivacy } from '../../device/privacy';
import { go } from '../../routes';
import { FailureLine } from '../../shell/failure';
import { Bar } from '../../ui/bar/bar';
import { Button } from '../../ui/button/button';
import { Choice } from '../../ui/choice/choice';
import { Field } from '../../ui/field/field';
import { TextInput } from '../../ui/field/text-input';
import { Icon } from '../../ui/icon/icon';
import { Notice } from '../../ui/notice/notice';
import { Press } from '../../ui/press/press';
import { EnterprisePicker } from './enterprise-picker';
import { PhonePress } from './phone-press';
import { PrivacySheet } from './privacy-sheet';
import { type JoinForm, useJoin } from './use-join';
import './member.css';

/** What became of the application. */
export function JoinOutcome({ me }: { me: Me }) {
  if (me.status === 'active') {
    return (
      <Notice
        icon="check"
        good
        title="欢迎加入"
        text={`你是${me.enterprise?.name ?? '工会'}的会员了，现在就能报名活动`}
        testId="joined"
      >
        <Button kind="primary" onPress={() => go.tab('pages/activities/index')}>
          去看活动
        </Button>
        <Button onPress={go.back}>返回</Button>
      </Notice>
    );
  }
  return (
    <Notice
      icon="clock"
      title="申请交上去了"
      text="手机号不在单位名单上，单位工会会核对一下。结果会显示在“我的”里，这期间可以先逛逛活动。"
      testId="waiting"
    >
      <Button kind="primary" onPress={() => go.tab('pages/home/index')}>
        先逛逛
      </Button>
    </Notice>
  );
}

function PhoneField({ form }: { form: JoinForm }) {
  const [declined, setDeclined] = useState(false);
  const { phone } = form;
  const words = phone === undefined ? '一键获取手机号' : phone.shown === undefined ? '已获取' : maskPhone(phone.shown);
  return (
    <Field label="手机号" fault={form.faults.phone ?? (declined ? '没有拿到号码，再点一次' : undefined)}>
      <PhonePress
        className="picked"
        onCode={(code, shown) => {
          setDeclined(false);
          form.fill({ phone: { code, shown } });
        }}
        onNone={() => setDeclined(true)}
      >
        <View className="row">
          <Text className={`grow number${phone === undefined ? ' mine' : ''}`}>{words}</Text>
          {phone && <Icon name="check" />}
        </View>
      </PhonePress>
    </Field>
  );
}

function EnterpriseField({ form }: { form: JoinForm }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Field label="单位" fault={form.faults.enterprise}>
        <Press className="picked" onPress={() => setOpen(true)} testId="enterprise">
          <View className="row">
            <Text className={`grow${form.enterprise ? '' : ' join__unchosen'}`}>
              {form.enterprise?.name ?? '选择你的单位'}
            </Text>
            <Icon name="forward" small />
          </View>
        </Press>
      </Field>
      <EnterprisePicker
        open={open}
        chosen={form.enterprise}
        onClose={() => setOpen(false)}
        onChoose={(enterprise) => {
          form.fill({ enterprise });
          setOpen(false);
        }}
      />
    </>
  );
}

function Consent({ form }: { form: JoinForm }) {
  const [reading, setReading] = useState(!form.agreed);
  async function agree(): Promise<void> {
    if (!(await authorizePrivacy())) return;
    form.fill({ agreed: true });
    setReading(false);
  }
  return (
    <>
      <View className="consent">
        <Press
          className={`consent__box${form.agreed ? ' consent__box--on' : ''}`}
          label="同意隐私说明"
          pressed={form.agreed}
          onPress={() => form.fill({ agreed: !form.agreed })}
        >
          {form.agreed && <Icon name="check" small />}
        </Press>
        <View className="grow">
          <Text>我看过并同意</Text>
          <Press className="text-link" onPress={() => setReading(true)}>
            <Text>《隐私说明》</Text>
          </Press>
          {form.faults.agreed && <View className="field__fault">{form.faults.agreed}</View>}
        </View>
      </View>
      <PrivacySheet
        open={reading}
        onAgree={() => void agree()}
        onClose={() => {
          setReading(false);
          if (!form.agreed) go.back();
        }}
      />
    </>
  );
}

/** Joining the union: the privacy notice first, then five things, then what became of it. */
export function Join() {
  const form = useJoin();
  if (form.done) return <JoinOutcome me={form.done} />;
  return (
    <View className="join-form">
      <View className="join-lead">手机号在单位名单上的，当场通过；不在的，由单位工会核对。</View>
      <Field label="姓名" fault={form.faults.name}>
        <TextInput
          label="姓名"
          placeholder="和单位登记的一致"
          maxLength={30}
          onType={(name) => form.fill({ name })}
          testId="name"
        />
      </Field>
      <PhoneField form={form} />
      <EnterpriseField form={form} />
      <Field label="职工类别" fault={form.faults.employment}>
        <Choice
          options={EMPLOYMENTS.map((value) => ({
            value,
            title: EMPLOYMENT_WORDS[value].name,
            note: EMPLOYMENT_WORDS[value].note,
          }))}
          chosen={form.employment}
          onChoose={(employment) => form.fill({ employment })}
        />
      </Field>
      <Consent form={form} />
      <Bar>
        <View className="stack">
          {form.refused && <FailureLine refused={form.refused} />}
          <Button kind="primary" busy={form.busy} onPress={() => void form.submit()} testId="submit-join">
            {form.busy ? '正在提交' : '提交'}
          </Button>
        </View>
      </Bar>
    </View>
  );
}
