import { View } from '@tarojs/components';
import { STAR_WORDS } from '../../../domain/wording/afterwards';
import { Icon } from '../../ui/icon/icon';
import { Press } from '../../ui/press/press';
import './afterwards.css';

/** How it was, by touching one of five stars. */
export function Stars({ chosen, onChoose }: { chosen: number; onChoose: (stars: number) => void }) {
  return (
    <View className="stars">
      {STAR_WORDS.map((words, at) => (
        <Press
          key={words}
          className={`stars__one${at < chosen ? ' stars__one--on' : ''}`}
          label={`${at + 1} 星，${words}`}
          pressed={at + 1 === chosen}
          onPress={() => onChoose(at + 1)}
          testId={`star-${at + 1}`}
        >
          <Icon name="star" large />
        </Press>
      ))}
    </View>
  );
}
