import { Text, View } from '@tarojs/components';
import { useFreshUnread } from '../cloud/use-unread';
import { go } from '../routes';
import { NEWS_TAB, TABS, type TabPage } from '../tabs';
import { Dot } from '../ui/dot/dot';
import { Icon } from '../ui/icon/icon';
import { Press } from '../ui/press/press';

export function TabBar({ current }: { current: TabPage }) {
  const unread = useFreshUnread();
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
            {unread && page === NEWS_TAB && (
              <View className="tab-bar__dot">
                <Dot label="有新消息" />
              </View>
            )}
          </Press>
        ))}
      </View>
    </>
  );
}
