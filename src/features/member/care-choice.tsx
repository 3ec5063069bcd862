import { View } from '@tarojs/components';
import { Choice } from '../../ui/choice/choice';
import { chooseCare, lookOf, useLook } from '../../ui/look/look';
import './member.css';

/** Large type and strong contrast: as the phone says, or as I say. */
export function CareChoice() {
  const look = useLook();
  return (
    <View className="join-form">
      <View className="join-lead">字更大，颜色对比更强，按钮更好点。</View>
      <View className="field">
        <Choice
          options={[
            {
              value: 'system',
              title: '跟随手机',
              note: `手机字号调大后自动打开，现在${lookOf({ ...look, choice: 'system' }).care ? '是开的' : '没开'}`,
            },
            { value: 'on', title: '打开' },
            { value: 'off', title: '关闭' },
          ]}
          chosen={look.choice}
          onChoose={chooseCare}
        />
      </View>
    </View>
  );
}
