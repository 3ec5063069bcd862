import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { BRAND_WORDS, FORMAT_WORDS } from '../../../domain/wording/vocabulary';
import { BRANDS, FORMATS } from '../../../types/vocabulary';
import { TextInput } from '../../ui/field/text-input';
import { Icon } from '../../ui/icon/icon';
import { Pills } from '../../ui/pills/pills';
import { Press } from '../../ui/press/press';
import { isCounted, type RuleForm } from './rule-form';
import './desk.css';

interface RuleLineProps {
  rule: RuleForm;
  fault: string | undefined;
  onChange: (change: Partial<RuleForm>) => void;
  onRemove: () => void;
}

const BRAND_OPTIONS = BRANDS.map((value) => ({ value, words: BRAND_WORDS[value].short }));
const FORMAT_OPTIONS = FORMATS.map((value) => ({ value, words: FORMAT_WORDS[value] }));

/** Which activities a line is for; none chosen means any. A second tap takes a choice back. */
function Which({ rule, onChange }: Pick<RuleLineProps, 'rule' | 'onChange'>) {
  return (
    <View className="stack stack--tight">
      <View className="note">品牌和形式，不选就是都算</View>
      <Pills
        options={BRAND_OPTIONS}
        chosen={rule.brand === '' ? [] : [rule.brand]}
        onPress={(brand) => onChange({ brand: rule.brand === brand ? '' : brand })}
      />
      <Pills
        options={FORMAT_OPTIONS}
        chosen={rule.format === '' ? [] : [rule.format]}
        onPress={(format) => onChange({ format: rule.format === format ? '' : format })}
      />
    </View>
  );
}

/** `参加培训`: what a line is for, as members read it. */
function whatFor({ brand, format }: RuleForm): string {
  if (brand === '' && format === '') return '参加任意活动';
  return `参加${brand === '' ? '' : BRAND_WORDS[brand].name}${format === '' ? '活动' : FORMAT_WORDS[format]}`;
}

/** Where the kind has activities to choose from: which ones, opened by a tap. */
function AttendanceHead({ rule, onChange }: Pick<RuleLineProps, 'rule' | 'onChange'>) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <View className="row row--apart">
        <View className="grow">{whatFor(rule)}</View>
        <Press className="desk-rule__what" onPress={() => setOpen(!open)} testId={`which-${rule.id}`}>
          <Text>{open ? '好了' : '换活动'}</Text>
        </Press>
      </View>
      {open && <Which rule={rule} onChange={onChange} />}
    </>
  );
}

/** A place or a number of days, where the kind has one. */
function Count({ rule: { id, kind, count }, onChange }: Pick<RuleLineProps, 'rule' | 'onChange'>) {
  if (!isCounted(kind)) return null;
  const place = kind === 'placing';
  return (
    <>
      <Text>{place ? '第' : '满'}</Text>
      <TextInput
        initial={count}
        label={place ? '第几名' : '满几天'}
        maxLength={3}
        keyboard="number"
        onType={(text) => onChange({ count: text })}
        testId={`count-${id}`}
      />
      <Text>{place ? '名' : '天'}</Text>
    </>
  );
}

/** One line of the rules: what for, and how many points. */
export function RuleLine({ rule, fault, onChange, onRemove }: RuleLineProps) {
  const { id, kind, points } = rule;
  return (
    <View className={`card desk-card${fault === undefined ? '' : ' field--fault'}`} data-testid={`rule-${id}`}>
      {kind === 'attendance' && <AttendanceHead rule={rule} onChange={onChange} />}
      <View className="row desk-rule">
        <Count rule={rule} onChange={onChange} />
        <TextInput
          initial={points}
          label="多少分"
          placeholder="几分"
          maxLength={5}
          keyboard="number"
          onType={(text) => onChange({ points: text })}
          testId={`points-${id}`}
        />
        <Text>分</Text>
        <Press className="desk-rule__remove" label="去掉这一条" onPress={onRemove} testId={`remove-${id}`}>
          <Icon name="close" small />
        </Press>
      </View>
      {fault !== undefined && <View className="field__fault">{fault}</View>}
    </View>
  );
}
