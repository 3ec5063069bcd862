import { Text, View } from '@tarojs/components';
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

/** One line of the rules: what for, and how many points. */
export function RuleLine({ rule, fault, onChange, onRemove }: RuleLineProps) {
  const { id, kind, points, count } = rule;
  return (
    <View className={`card desk-card${fault === undefined ? '' : ' field--fault'}`} data-testid={`rule-${id}`}>
      {kind === 'attendance' && <Which rule={rule} onChange={onChange} />}
      <View className="row desk-rule">
        {isCounted(kind) && (
          <>
            <Text>{kind === 'placing' ? '第' : '满'}</Text>
            <TextInput
              initial={count}
              label={kind === 'placing' ? '第几名' : '满几天'}
              maxLength={3}
              keyboard="number"
              onType={(text) => onChange({ count: text })}
              testId={`count-${id}`}
            />
            <Text>{kind === 'placing' ? '名' : '天'}</Text>
          </>
        )}
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
