import { View } from '@tarojs/components';
import { useState } from 'react';
import type { BenefitId } from '../../../types/vocabulary';
import { FailureLine } from '../../shell/failure';
import { Button } from '../../ui/button/button';
import { Field } from '../../ui/field/field';
import { TextArea } from '../../ui/field/text-area';
import { Sheet } from '../../ui/sheet/sheet';
import { codesOf, MOST_CODES } from './codes';
import { useAct } from './use-act';
import './desk.css';

interface Imported {
  added: number;
  known: number;
  stock: number;
}

/** What came of them. */
function Told({ added, known, stock }: Imported) {
  return (
    <View className="stack" data-testid="imported">
      <View className="title">导入了 {added} 个</View>
      {known > 0 && <View>有 {known} 个以前导入过，没有重复计</View>}
      <View className="number">现在一共 {stock} 个</View>
    </View>
  );
}

function faultOf(codes: readonly string[]): string | undefined {
  if (codes.length === 0) return '先贴上券码';
  return codes.length > MOST_CODES ? `一次最多 ${MOST_CODES} 个，分几次导入` : undefined;
}

/** Codes of somebody else's, pasted. */
export function CodesSheet({ benefitId, onClose }: { benefitId: BenefitId; onClose: () => void }) {
  const act = useAct('benefit.importCodes');
  const [typed, setTyped] = useState('');
  const [fault, setFault] = useState<string>();
  const [done, setDone] = useState<Imported>();
  const { codes, repeated } = codesOf(typed);

  async function send(): Promise<void> {
    const wrong = faultOf(codes);
    setFault(wrong);
    if (wrong !== undefined) return;
    const outcome = await act.send({ benefitId, codes });
    if (outcome.ok) setDone(outcome.value);
  }

  return (
    <Sheet
      open
      title="导入券码"
      onClose={onClose}
      testId="codes-sheet"
      foot={
        done ? (
          <Button kind="primary" onPress={onClose} testId="codes-done">
            好了
          </Button>
        ) : (
          <>
            {act.refused && <FailureLine refused={act.refused} />}
            <Button kind="primary" busy={act.busy} onPress={() => void send()} testId="import">
              {act.busy ? '正在导入' : `导入${codes.length > 0 ? ` ${codes.length} 个` : ''}`}
            </Button>
          </>
        )
      }
    >
      {done ? (
        <Told {...done} />
      ) : (
        <Field label="券码" fault={fault}>
          <TextArea
            label="券码"
            placeholder="一行一个"
            maxLength={40_000}
            onType={(text) => {
              setTyped(text);
              setFault(undefined);
            }}
            testId="codes"
          />
          <View className="note number desk-field__note">
            一行一个，一次最多 {MOST_CODES} 个{repeated > 0 ? `；有 ${repeated} 行重复，只算一次` : ''}
          </View>
        </Field>
      )}
    </Sheet>
  );
}
