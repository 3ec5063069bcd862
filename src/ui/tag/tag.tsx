import { Text } from '@tarojs/components';
import './tag.css';

/** A few words on a colour: one of the brands', the accent for what is mine, or none. */
export function Tag({
  words,
  tone = 'none',
}: {
  words: string;
  tone?: 'warm' | 'craft' | 'vital' | 'books' | 'mine' | 'none';
}) {
  return <Text className={`tag tag--${tone}`}>{words}</Text>;
}
