import { View } from '@tarojs/components';
import { useState } from 'react';
import { asTyped, DIGITS, isDigits } from '../../../domain/wording/counter';
import { Button } from '../../ui/button/button';
import { Field } from '../../ui/field/field';
import { TextInput } from '../../ui/field/text-input';
import { Sheet } from '../../ui/sheet/sheet';

/** Where the camera does not help: the twelve digits below the code. */
export function DigitsSheet({ onClose, onCode }: { onClose: () => void; onCode: (code: string) => void }) {
  const [typed, setTyped] = useState('');
  const [fault, setFault] = useState<string>();
  const take = (): void => {
    const code = asTyped(typed);
    setFault(isDigits(code) ? undefined : `要 ${DIGITS} 位数字，核对后再输一次`);
    if (!isDigits(code)) return;
    onClose();
    onCode(code);
  };
  return (
    <Sheet
      open
      title="输入数字"
      onClose={onClose}
      testId="digits-sheet"
      foot={
        <Button kind="primary" onPress={take} testId="take-digits">
          核销
        </Button>
      }
    >
      <View className="note">请对方念出二维码下面的 {DIGITS} 位数字。</View>
      <Field label="券上的数字" fault={fault}>
        <TextInput
          label="券上的数字"
          placeholder="1234 5678 9012"
          maxLength={20}
          keyboard="number"
          onType={(text) => {
            setTyped(text);
            setFault(undefined);
          }}
          onConfirm={take}
          testId="digits-line"
        />
      </Field>
    </Sheet>
  );
}
