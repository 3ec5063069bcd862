import { View } from '@tarojs/components';
import { useEffect, useRef, useState } from 'react';
import { TextInput } from '../../ui/field/text-input';
import { Icon } from '../../ui/icon/icon';
import { Press } from '../../ui/press/press';

const PAUSE_MS = 350;

interface SearchLineProps {
  initial: string;
  onSeek: (text: string) => void;
}

/** Seeks once typing pauses; the cross empties it at once. */
export function SearchLine({ initial, onSeek }: SearchLineProps) {
  const [typed, setTyped] = useState(initial);
  // An uncontrolled input is emptied by making a new one.
  const [turn, setTurn] = useState(0);
  const sought = useRef(initial);

  useEffect(() => {
    if (typed === sought.current) return undefined;
    const timer = setTimeout(() => {
      sought.current = typed;
      onSeek(typed);
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed, onSeek]);

  // Somebody else emptied the search, such as the button on an empty list.
  useEffect(() => {
    if (initial !== '' || sought.current === '') return;
    sought.current = '';
    setTyped('');
    setTurn((count) => count + 1);
  }, [initial]);

  const clear = (): void => {
    sought.current = '';
    setTyped('');
    setTurn((count) => count + 1);
    onSeek('');
  };
  return (
    <View className="search-line">
      <Icon name="search" />
      <TextInput
        key={turn}
        initial={turn === 0 ? initial : ''}
        label="搜索活动"
        placeholder="搜索活动"
        maxLength={40}
        keyboard="search"
        onType={setTyped}
        testId="search"
      />
      {typed !== '' && (
        <Press className="search-line__clear" label="清空" onPress={clear}>
          <Icon name="close" small />
        </Press>
      )}
    </View>
  );
}
