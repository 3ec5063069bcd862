import { View } from '@tarojs/components';
import './icon.css';

export type IconName =
  | 'home'
  | 'calendar'
  | 'person'
  | 'place'
  | 'clock'
  | 'people'
  | 'forward'
  | 'back'
  | 'down'
  | 'close'
  | 'search'
  | 'scan'
  | 'screen'
  | 'share'
  | 'check'
  | 'ticket'
  | 'edit'
  | 'text-size'
  | 'shield'
  | 'help'
  | 'leave'
  | 'offline'
  | 'empty'
  | 'sorry'
  | 'plus'
  | 'minus'
  | 'bell'
  | 'gift'
  | 'points'
  | 'shop'
  | 'copy'
  | 'book'
  | 'heart'
  | 'heart-full'
  | 'comment'
  | 'flag'
  | 'star';

/** A drawn sign in the colour of the text around it. */
export function Icon({ name, small = false, large = false }: { name: IconName; small?: boolean; large?: boolean }) {
  return <View className={`icon icon--${name}${small ? ' icon--small' : ''}${large ? ' icon--large' : ''}`} />;
}
