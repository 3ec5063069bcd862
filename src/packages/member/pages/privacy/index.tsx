import { View } from '@tarojs/components';
import { PrivacyText } from '../../../../features/member/privacy-text';
import { Page } from '../../../../shell/page';

export default function PrivacyPage() {
  return (
    <Page title="隐私说明">
      <View className="pad">
        <PrivacyText />
      </View>
    </Page>
  );
}
