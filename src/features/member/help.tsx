import { View } from '@tarojs/components';
import { ContactPress } from '../../device/contact-press';
import './member.css';

const ANSWERS: { ask: string; answer: string }[] = [
  { ask: '报名显示已满怎么办', answer: '有人取消会放出名额，过一会儿再来看看。别的场次或分区也可能还有。' },
  { ask: '点了报名，网络断了', answer: '再点一次就好，同一次报名不会重复占名额。“我的报名”里能看到结果。' },
  { ask: '电子票打不开', answer: '打开过一次的电子票没有网络也能看。入场前先打开看一眼最稳妥。' },
  { ask: '入会申请一直在审核', answer: '说明手机号不在单位名单上，单位工会要核对。一般一两个工作日。' },
  { ask: '换了单位或手机号', answer: '由工会工作人员办理，点下面的按钮联系。' },
];

/** Answers to what goes wrong most, and somebody to ask. */
export function Help() {
  return (
    <View className="join-form">
      <View className="stack">
        {ANSWERS.map(({ ask, answer }) => (
          <View key={ask} className="card">
            <View className="strong">{ask}</View>
            <View>{answer}</View>
          </View>
        ))}
      </View>
      <View className="field">
        <ContactPress className="button button--plain help__contact">联系工会工作人员</ContactPress>
      </View>
      <View className="note help__line number">职工服务热线 12351</View>
    </View>
  );
}
