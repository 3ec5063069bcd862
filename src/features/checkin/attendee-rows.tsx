import { View } from '@tarojs/components';
import { nameOf, placeWords, presenceWords } from '../../../domain/wording/checkin';
import { clock } from '../../../domain/wording/dates';
import type { Attendee } from '../../../types/contract/checkin';
import { Icon } from '../../ui/icon/icon';
import { Press } from '../../ui/press/press';
import type { RecentEntry } from './recent';
import './attendee-rows.css';

const joined = (...parts: string[]): string => parts.filter((part) => part !== '').join(' · ');

/** Somebody on the list: enough to tell two of one name apart, and whether they are in. */
export function AttendeeRow({ attendee, onPress }: { attendee: Attendee; onPress: () => void }) {
  const { registrationId, phone, enterpriseName, state } = attendee;
  const tone = state === 'attended' ? ' attendee__presence--in' : '';
  return (
    <Press className="attendee" onPress={onPress} testId={`attendee-${registrationId}`}>
      <View className="attendee__inside">
        <View className="grow">
          <View className="row attendee__who">
            <View className="strong">{nameOf(attendee)}</View>
            <View className="note number">{phone}</View>
          </View>
          <View className="note">{joined(placeWords(attendee), enterpriseName)}</View>
        </View>
        <View className={`attendee__presence number${tone}`}>{presenceWords(attendee)}</View>
        <Icon name="forward" small />
      </View>
    </Press>
  );
}

const ENTRY_WORDS = { in: '撤销', again: '进过场了', undone: '已撤销' };

/** Somebody who just came in; a tap leads to taking that back. */
export function RecentRow({ entry, onPress }: { entry: RecentEntry; onPress: () => void }) {
  const { admitted, at, undone } = entry;
  const standing = undone ? 'undone' : admitted.again ? 'again' : 'in';
  const inside = (
    <View className={`attendee__inside${undone ? ' attendee__inside--undone' : ''}`}>
      <View className="note number">{clock(at)}</View>
      <View className="grow">
        <View className="strong">{nameOf(admitted)}</View>
        {placeWords(admitted) !== '' && <View className="note">{placeWords(admitted)}</View>}
      </View>
      <View className="attendee__presence">{ENTRY_WORDS[standing]}</View>
      {!undone && <Icon name="forward" small />}
    </View>
  );
  const testId = `recent-${admitted.registrationId}`;
  if (undone) {
    return (
      <View className="attendee" data-testid={testId}>
        {inside}
      </View>
    );
  }
  return (
    <Press className="attendee" onPress={onPress} testId={testId}>
      {inside}
    </Press>
  );
}
