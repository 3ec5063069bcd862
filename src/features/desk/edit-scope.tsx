import { View } from '@tarojs/components';
import { EMPLOYMENT_WORDS } from '../../../domain/wording/vocabulary';
import { EMPLOYMENTS } from '../../../types/vocabulary';
import { EnterpriseChoice } from '../../shell/enterprise-choice/enterprise-choice';
import { Pills } from '../../ui/pills/pills';
import { Switch } from '../../ui/switch/switch';
import { DeskField, DeskLine, DeskMoment } from './desk-field';
import { type PartProps, typed } from './edit-field';
import { ShopChoice } from './shop-choice';
import './desk.css';

const EMPLOYMENT_OPTIONS = EMPLOYMENTS.map((value) => ({ value, words: EMPLOYMENT_WORDS[value].name }));

/** Whom it is for. */
export function Who({ form, fill }: PartProps) {
  const toggle = (kind: (typeof EMPLOYMENTS)[number]): void =>
    fill({
      employments: form.employments.includes(kind)
        ? form.employments.filter((each) => each !== kind)
        : [...form.employments, kind],
    });
  return (
    <View className="desk-group">
      <View className="title">给谁</View>
      <DeskField label="职工类别" fault={undefined} optional note="都不选就是都可以">
        <Pills options={EMPLOYMENT_OPTIONS} chosen={form.employments} onPress={toggle} />
      </DeskField>
      <DeskField label="单位" fault={undefined} optional>
        <EnterpriseChoice
          title="哪些单位可以兑换"
          chosen={form.enterprises}
          onChange={(enterprises) => fill({ enterprises })}
        />
      </DeskField>
    </View>
  );
}

function ShopField({ form, faults, fill }: Omit<PartProps, 'fixed'>) {
  if (form.kind === 'codes') return null;
  return (
    <DeskField label={form.kind === 'goods' ? '在哪里领' : '在哪里用'} fault={faults.shopIds}>
      <ShopChoice
        kind={form.kind === 'goods' ? 'station' : 'merchant'}
        chosen={form.shopIds}
        onChange={(shopIds) => fill({ shopIds })}
      />
    </DeskField>
  );
}

/** From when until when, and where. */
export function When(part: PartProps) {
  const { form, faults, fill } = part;
  return (
    <View className="desk-group">
      <View className="title">什么时候，在哪里</View>
      <DeskMoment label="兑换开始" {...typed(part, 'opensAt')} />
      <DeskMoment label="兑换截止" {...typed(part, 'closesAt')} />
      <DeskMoment label="用到什么时候" note="到这一刻就过期" {...typed(part, 'useUntil')} />
      <DeskLine label="几小时内可以退" note="从兑换算起，0 就是不能退" {...typed(part, 'cancelHours')} />
      <View className="desk-switch">
        <Switch
          title="到期没用，退积分"
          on={form.refundExpired}
          onChange={(refundExpired) => fill({ refundExpired })}
          testId="refundExpired"
        />
      </View>
      <ShopField form={form} faults={faults} fill={fill} />
    </View>
  );
}
