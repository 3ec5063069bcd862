import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { problemWords } from '../../../domain/wording/sheet';
import { FailureLine } from '../../shell/failure';
import { Bar } from '../../ui/bar/bar';
import { Button } from '../../ui/button/button';
import type { Importing, Trouble } from './use-import';

function TroubleLine({ trouble }: { trouble: Trouble }) {
  if (trouble.kind === 'refused') return <FailureLine refused={trouble.refused} />;
  const words =
    trouble.kind === 'problem' ? problemWords(trouble.problem) : { title: '没有传上去', next: '网络好一点再选一次' };
  return (
    <View data-testid="trouble" role="alert">
      <View className="strong">{words.title}</View>
      <View className="note">{words.next}</View>
    </View>
  );
}

interface FootProps {
  importing: Importing;
  /** Stands above the buttons. */
  above?: ReactNode;
  /** Another file can be taken instead: not where choosing one is the step itself. */
  other?: boolean;
  children: ReactNode;
}

/** The foot of each step: why the last press came to nothing, next to the button that was pressed, however long the list is. */
export function Foot({ importing, above, other = false, children }: FootProps) {
  const { trouble, busy, choose } = importing;
  return (
    <>
      {(trouble !== undefined || above !== undefined) && <View className="import-room" />}
      <Bar>
        {trouble && (
          <View className="import-trouble">
            <TroubleLine trouble={trouble} />
          </View>
        )}
        {above}
        <View className="import-buttons">
          {other && (
            <Button disabled={busy} onPress={() => void choose()} testId="other">
              换文件
            </Button>
          )}
          <View className="grow">{children}</View>
        </View>
      </Bar>
    </>
  );
}
