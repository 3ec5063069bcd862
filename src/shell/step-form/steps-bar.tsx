import { Text, View } from '@tarojs/components';
import { Press } from '../../ui/press/press';
import { STEPS_PLACE } from './use-steps';
import './step-form.css';

interface StepsBarProps<S extends string> {
  steps: readonly S[];
  words: Record<S, string>;
  step: S;
  /** How much is to be mended in a step, where something is. */
  wrong: Partial<Record<S, number>>;
  onShow: (step: S) => void;
}

/** Where one is in a form of several steps, and the way to any other. */
export function StepsBar<S extends string>({ steps, words, step, wrong, onShow }: StepsBarProps<S>) {
  return (
    <View id={STEPS_PLACE} className="form-steps" role="navigation" aria-label="步骤">
      {steps.map((each, at) => (
        <Press
          key={each}
          className={`form-step${each === step ? ' form-step--on' : ''}`}
          pressed={each === step}
          onPress={() => onShow(each)}
          testId={`step-${each}`}
        >
          <View className={`form-step__number number${wrong[each] ? ' form-step__number--wrong' : ''}`}>{at + 1}</View>
          <View className="form-step__words">
            {words[each]}
            {wrong[each] !== undefined && <Text className="out-of-sight">，有 {wrong[each]} 处要改</Text>}
          </View>
        </Press>
      ))}
    </View>
  );
}
