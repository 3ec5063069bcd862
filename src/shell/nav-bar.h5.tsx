import { Text, View } from '@tarojs/components';
import { go } from '../routes';
import { Icon } from '../ui/icon/icon';
import { Press } from '../ui/press/press';

export function NavBar({ title, back }: { title: string; back: boolean }) {
  return (
    <View className="nav-bar" role="banner">
      {back && (
        <Press className="nav-bar__back" label="返回" onPress={go.back}>
          <Icon name="back" />
        </Press>
      )}
      <Text className="one-line">{title}</Text>
    </View>
  );
}
