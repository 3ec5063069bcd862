import { View } from '@tarojs/components';
import { IMAGES_IN, IMAGES_MOST } from '../../../domain/member/photo';
import { PhotoField } from '../../shell/photo-field/photo-field';
import { fieldId } from '../../shell/step-form/step-plan';
import type { PlanEditor } from './plan-editor';

/** Pictures that go with the words: each goes up, made small, as soon as it is chosen. */
export function EditImages({ editor }: { editor: PlanEditor }) {
  const { form, faults, fill } = editor;
  return (
    <View id={fieldId('images')}>
      <PhotoField
        folder={IMAGES_IN}
        photos={form.images}
        onChange={(images) => fill({ images })}
        label="图片"
        most={IMAGES_MOST}
      />
      {faults.images !== undefined && <View className="field__fault">{faults.images}</View>}
    </View>
  );
}
