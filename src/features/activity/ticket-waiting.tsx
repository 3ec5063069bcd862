import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { moment } from '../../../domain/wording/dates';
import type { MyRegistration } from '../../../types/contract/registration';
import { serverNow } from '../../cloud/clock';
import { Icon } from '../../ui/icon/icon';
import { SlipBody } from '../../ui/slip/slip';

interface WaitingProps {
  registration: MyRegistration;
  /** What is shown is from that earlier moment: no newer answer comes. */
  old: boolean;
  children?: ReactNode;
}

/** In the queue: the one number that one came for, and what happens when it comes down to one. */
export function Waitlisted({ registration, old, children }: WaitingProps) {
  const { position, now } = registration;
  return (
    <SlipBody loose testId="waitlisted">
      <View className="note">排在</View>
      <View className="large number" data-testid="position">
        {position === undefined ? '候补中' : `第 ${position} 位`}
      </View>
      <View className="slip__words">有空位会按顺序给你留着，到时候来这里确认</View>
      <View className="note number">{old ? `${moment(now, serverNow())} 的位置` : '位置变了会自己更新'}</View>
      {children}
    </SlipBody>
  );
}

/** Handed in: what happens next, and that nobody has to do anything for it. */
export function Applied({ registration, children }: Omit<WaitingProps, 'old'>) {
  const draw = registration.allocation === 'draw';
  return (
    <SlipBody loose testId="applied">
      <View className="notice__sign">
        <Icon name="clock" large />
      </View>
      <View className="title">{draw ? '等待摇号' : '等待审核'}</View>
      <View className="slip__words">
        <Text>{draw ? '摇号后' : '组织者看过以后'}会在这里告诉你结果，有了名额才能入场</Text>
      </View>
      {children}
    </SlipBody>
  );
}
