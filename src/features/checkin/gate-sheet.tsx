import { View } from '@tarojs/components';
import { useState } from 'react';
import { GATE_NAMES } from '../../../domain/wording/checkin';
import { Button } from '../../ui/button/button';
import { Choice } from '../../ui/choice/choice';
import { Field } from '../../ui/field/field';
import { TextInput } from '../../ui/field/text-input';
import { Sheet } from '../../ui/sheet/sheet';
import { asGateName, type GateName } from './gate-name';

/** At which gate one serves: one tap for the usual names, a line for the others. */
export function GateSheet({ gate, onClose }: { gate: GateName; onClose: () => void }) {
  const usual: readonly string[] = GATE_NAMES;
  const own = gate.name === undefined || usual.includes(gate.name) ? '' : gate.name;
  const [typed, setTyped] = useState(own);
  const choose = (name: string): void => {
    gate.choose(name);
    onClose();
  };
  return (
    <Sheet
      open
      title="你守在哪个入口"
      onClose={onClose}
      testId="gate-sheet"
      foot={
        <Button kind="primary" disabled={asGateName(typed) === ''} onPress={() => choose(typed)} testId="own-gate">
          用这个名字
        </Button>
      }
    >
      <View className="note">会记在这台手机上，到场人数按入口分开看。</View>
      <Field label="常用">
        <Choice
          options={[...GATE_NAMES.map((name) => ({ value: name, title: name })), { value: '', title: '不分入口' }]}
          chosen={own === '' ? gate.name : undefined}
          onChoose={choose}
        />
      </Field>
      <Field label="别的名字" optional>
        <TextInput
          initial={own}
          label="别的名字"
          placeholder="比如：三号楼侧门"
          maxLength={12}
          onType={setTyped}
          testId="gate-name"
        />
      </Field>
    </Sheet>
  );
}
