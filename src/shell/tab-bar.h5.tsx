import { Text, View } from '@tarojs/components';
import { go } from '../routes';
import { TABS, type TabPage } from '../tabs';
import { Icon } from '../ui/icon/icon';
import { Press } from '../ui/press/press';

export function TabBar({ current }: { current: TabPage }) {
  return (
    <>
      <View className="tab-bar-room" />
      <View className="tab-bar" role="navigation">
        {TABS.map(({ page, words, icon }) => (
          <Press
            key={page}
            className={`tab-bar__tab${page === current ? ' tab-bar__tab--on' : ''}`}
            pressed={page === current}
            onPress={() => page !== current && go.tab(page)}
          >
            <Icon name={icon} />
            <Text>{words}</Text>
          </Press>
        ))}
      </View>
    </>
  );
}
