import { View } from '@tarojs/components';
import { PRIVACY_NOTICE } from '../../../types/vocabulary';
import './member.css';

const PARTS: { title: string; text: string }[] = [
  {
    title: '我们要什么，用来做什么',
    text: '姓名和手机号，用来核对你是不是单位名单上的人；单位和职工类别，用来判断哪些活动可以参加。报名时组织者可能再问几个和活动有关的问题。',
  },
  {
    title: '谁看得到',
    text: '手机号只有你自己能看到完整的，别人看到的是 138****1234。单位工会干事只看得到本单位的申请。没有你的同意，名字不会出现在公开的榜上。活动照片只有到场的人看得到，你在照片里，按一下“我在照片里，请撤下”，就只剩工作人员看得到，留不留由组织者决定。活动之后的三个问题不记名：满五份以后，组织者看得到合计，和没有名字的一句话；谁说的，谁没说，都不告诉别人。',
  },
  {
    title: '存在哪里，存多久',
    text: '存在微信云开发的环境里。注销之后，姓名、手机号、微信身份和你说过的感受立即删除；参加过的场次只留不含身份的记录，用来做年度统计。',
  },
  {
    title: '你可以做什么',
    text: '在“我的 - 个人资料”里随时修改、注销。不加入工会也能浏览全部活动。',
  },
];

/** The privacy notice, in plain words; joining asks consent to exactly this version. */
export function PrivacyText() {
  return (
    <View className="stack privacy-text">
      {PARTS.map(({ title, text }) => (
        <View key={title}>
          <View className="strong">{title}</View>
          <View>{text}</View>
        </View>
      ))}
      <View className="note number">版本 {PRIVACY_NOTICE}</View>
    </View>
  );
}
