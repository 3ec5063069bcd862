import { View } from '@tarojs/components';
import { BENEFIT_KIND_WORDS } from '../../../domain/wording/benefit';
import { BRAND_WORDS } from '../../../domain/wording/vocabulary';
import { BENEFIT_KINDS } from '../../../types/contract/benefit';
import { BRANDS } from '../../../types/vocabulary';
import { Choice } from '../../ui/choice/choice';
import { Pills } from '../../ui/pills/pills';
import { Switch } from '../../ui/switch/switch';
import { DeskField, DeskLine, DeskText } from './desk-field';
import { type PartProps, typed } from './edit-field';
import './desk.css';

const BRAND_OPTIONS = BRANDS.map((value) => ({ value, words: BRAND_WORDS[value].short }));

function KindField({ form, fixed, fill }: Omit<PartProps, 'faults'>) {
  return (
    <DeskField label="种类" fault={undefined} {...(fixed ? { note: '发布以后不能再改' } : {})}>
      {fixed ? (
        <View className="desk-fixed">{BENEFIT_KIND_WORDS[form.kind].name}</View>
      ) : (
        <Choice
          options={BENEFIT_KINDS.map((value) => ({
            value,
            title: BENEFIT_KIND_WORDS[value].name,
            note: BENEFIT_KIND_WORDS[value].note,
          }))}
          chosen={form.kind}
          onChoose={(kind) => fill({ kind, shopIds: [] })}
        />
      )}
    </DeskField>
  );
}

/** What it is, and how it is told. */
export function What(part: PartProps) {
  const { form, faults, fixed, fill } = part;
  return (
    <View className="desk-group">
      <View className="title">福利</View>
      <DeskLine label="名称" placeholder="比如“蹦床公园两小时”" {...typed(part, 'title')} />
      <DeskLine label="一句话介绍" placeholder="下班去蹦一蹦" {...typed(part, 'tagline')} />
      <DeskField label="品牌" fault={faults.brand}>
        <Pills
          options={BRAND_OPTIONS}
          chosen={form.brand === '' ? [] : [form.brand]}
          onPress={(brand) => fill({ brand })}
        />
      </DeskField>
      <KindField form={form} fixed={fixed} fill={fill} />
      <DeskText label="介绍" optional note="换行就是新的一段" {...typed(part, 'description')} />
      <DeskText
        label="须知"
        optional
        note="一行一条，兑换前就看得到"
        placeholder="节假日通用"
        {...typed(part, 'terms')}
      />
    </View>
  );
}

/** What it costs, and how many there are for whom. */
export function Amounts(part: PartProps) {
  const { form, fill } = part;
  const own = Object.keys(form.quotaOwn).length;
  return (
    <View className="desk-group">
      <View className="title">多少</View>
      <Switch
        title="按名单发放"
        note="只给名单里的会员，不要积分"
        on={form.listed}
        onChange={(listed) => fill({ listed })}
        testId="listed"
      />
      {!form.listed && <DeskLine number label="要多少积分" note="0 就是会员免费" {...typed(part, 'price')} />}
      {form.kind === 'codes' ? (
        <DeskField label="一共多少份" fault={undefined}>
          <View className="desk-fixed">导入多少个券码，就有多少份</View>
        </DeskField>
      ) : (
        <DeskLine number label="一共多少份" {...typed(part, 'stock')} />
      )}
      <DeskLine number label="每人最多几份" {...typed(part, 'perPerson')} />
      <DeskLine
        number
        label="每个单位最多几份"
        optional
        placeholder="不限"
        {...(own > 0 ? { note: `另有 ${own} 个单位单独定了份额，不受这里影响` } : {})}
        {...typed(part, 'quotaEach')}
      />
    </View>
  );
}
