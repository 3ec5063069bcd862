import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import type { AnyRefused } from '../../../domain/wording/refusal';
import { isUnsure } from '../../cloud/command';
import { Bar } from '../../ui/bar/bar';
import { Button } from '../../ui/button/button';
import { FailureLine } from '../failure';
import { SendButton } from '../photo-field/send-button';
import './step-form.css';

interface StepFootProps {
  /** What the form comes to, above the buttons. */
  children?: ReactNode;
  /** Those that are shown nowhere else. */
  refused: readonly (AnyRefused | undefined)[];
  /** The last one was not heard of: the same goes out again. */
  unsure: AnyRefused | undefined;
  wrong: number;
  /** To the next step; absent in the last. */
  onNext: (() => void) | undefined;
  /** Absent where it is not saved from this step. */
  onSave: (() => void) | undefined;
  busy: boolean;
  words: string;
}

/** The foot of a form in steps: what it was refused for, how much is to be mended, on to the next step, and saving. */
export function StepFoot({ children, refused, unsure, wrong, onNext, onSave, busy, words }: StepFootProps) {
  return (
    <>
      <View className="form-room" />
      <Bar>
        <View className="stack stack--tight">
          {children}
          {refused.map((each) => each && <FailureLine key={each.refusal} refused={each} />)}
          {wrong > 0 && (
            <View className="field__fault form-small" data-testid="faults">
              还有 {wrong} 处要改
            </View>
          )}
          <View className="form-acts">
            {onNext && (
              <Button kind={onSave ? 'plain' : 'primary'} onPress={onNext} testId="next">
                下一步
              </Button>
            )}
            {onSave && (
              <SendButton busy={busy} onPress={onSave} testId="save">
                {busy ? '正在保存' : unsure && isUnsure(unsure.refusal) ? '再试一次' : words}
              </SendButton>
            )}
          </View>
        </View>
      </Bar>
    </>
  );
}
