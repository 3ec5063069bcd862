import { View } from '@tarojs/components';
import { useState } from 'react';
import { phoneWord } from '../../../domain/wording/phone';
import { Button } from '../../ui/button/button';
import { Choice } from '../../ui/choice/choice';
import { Field } from '../../ui/field/field';
import { TextInput } from '../../ui/field/text-input';
import { Press } from '../../ui/press/press';
import { Sheet } from '../../ui/sheet/sheet';
import type { PhonePressProps } from './phone-press-props';

/** Numbers of the demo data, so that both ways of joining can be seen. */
const DEMO_NUMBERS = [
  { value: '13800138001', note: '在每个单位的名单上，当场通过' },
  { value: '13800138002', note: '不在名单上，等工会核对' },
];
const MOBILE = /^1\d{10}$/;

/**
 * A browser has no platform to vouch for a number. In a build for the emulator one says which number the platform
 * would tell, and the emulator answers with it; anywhere else there is none.
 */
export function PhonePress({ className, children, onCode, onNone }: PhonePressProps) {
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState('');
  const [fault, setFault] = useState<string>();
  const choose = (phone: string): void => {
    if (!MOBILE.test(phone)) {
      setFault('请填 11 位手机号');
      return;
    }
    setOpen(false);
    onCode(`phone-${phone}`, phone);
  };
  return (
    <>
      <Press className={className} onPress={() => (EMULATED ? setOpen(true) : onNone())} testId="phone">
        {children}
      </Press>
      <Sheet
        open={open}
        title="演示用手机号"
        onClose={() => setOpen(false)}
        foot={
          <Button kind="primary" onPress={() => choose(typed)} testId="phone-confirm">
            用这个号码
          </Button>
        }
      >
        <View className="note">在微信里是一键授权，不用填。这里填一个号码，由本机模拟的平台作答。</View>
        <Field label="选一个">
          <Choice
            options={DEMO_NUMBERS.map((each) => ({ ...each, title: phoneWord(each.value) }))}
            chosen={undefined}
            onChoose={choose}
          />
        </Field>
        <Field label="或者另填一个" fault={fault}>
          <TextInput
            label="手机号"
            placeholder="13800000001"
            maxLength={11}
            keyboard="number"
            onType={setTyped}
            testId="phone-number"
          />
        </Field>
      </Sheet>
    </>
  );
}
