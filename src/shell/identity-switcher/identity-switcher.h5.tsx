import { View } from '@tarojs/components';
import { useState } from 'react';
import { forgetAnswers } from '../../cloud/answers';
import { becomeIdentity, currentIdentity } from '../../cloud/identity';
import { forgetOpen } from '../../cloud/open-commands';
import { forgetWaiting } from '../../cloud/waiting';
import { Choice } from '../../ui/choice/choice';
import { Press } from '../../ui/press/press';
import { Sheet } from '../../ui/sheet/sheet';
import './identity-switcher.css';

const IDENTITIES = [
  { value: 'demo-worker', title: '职工', note: '已经是会员' },
  { value: 'demo-visitor', title: '访客', note: '还没有加入工会' },
  { value: 'demo-pending', title: '待审核', note: '申请了，还在等' },
  { value: 'demo-organizer', title: '组织者', note: '' },
  { value: 'demo-volunteer', title: '志愿者', note: '在今天的草坪小舞台值守' },
  { value: 'demo-referee', title: '裁判', note: '在乒乓球单打赛的 1、2 号台' },
  { value: 'demo-merchant', title: '商户', note: '在蹦床公园和咖啡店核销' },
  { value: 'demo-officer', title: '单位工会干事', note: '' },
  { value: 'demo-admin', title: '管理员', note: '' },
];

function become(openid: string): void {
  forgetAnswers();
  forgetOpen();
  forgetWaiting();
  becomeIdentity(openid);
  location.reload();
}

/** In a build for the emulator: be somebody else. No WeChat build has it. */
export function IdentitySwitcher() {
  const [open, setOpen] = useState(false);
  if (!EMULATED) return null;
  const now = currentIdentity();
  const named = IDENTITIES.find(({ value }) => value === now)?.title ?? now;
  return (
    <>
      <View className="identity-switcher">
        <Press className="identity-switcher__press" onPress={() => setOpen(true)} testId="identity-switcher">
          演示身份：{named}
        </Press>
      </View>
      <Sheet open={open} title="换一个演示身份" onClose={() => setOpen(false)}>
        <Choice
          options={IDENTITIES.map(({ note, ...rest }) => (note === '' ? rest : { ...rest, note }))}
          chosen={now}
          onChoose={become}
        />
      </Sheet>
    </>
  );
}
