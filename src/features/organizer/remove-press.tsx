import { Text } from '@tarojs/components';
import { useState } from 'react';
import { Press } from '../../ui/press/press';
import './edit.css';

/** Takes out something that was typed at length: the first tap asks, the second does it. */
export function RemovePress({ words, onRemove, testId }: { words: string; onRemove: () => void; testId: string }) {
  const [sure, setSure] = useState(false);
  return (
    <Press
      className={`remove-press${sure ? ' mine' : ''}`}
      onPress={() => (sure ? onRemove() : setSure(true))}
      testId={testId}
    >
      <Text>{sure ? '确定删除' : words}</Text>
    </Press>
  );
}
