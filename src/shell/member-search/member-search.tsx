import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import type { OpOf } from '../../../types/contract';
import type { ValueOf } from '../../../types/contract/op';
import { useAnswer } from '../../cloud/use-answer';
import { TextInput } from '../../ui/field/text-input';
import { useTypedText } from '../../ui/field/use-typed-text';
import { Icon } from '../../ui/icon/icon';
import { Notice } from '../../ui/notice/notice';
import { Press } from '../../ui/press/press';
import { SkeletonRows } from '../../ui/skeleton/skeleton';
import { FailureLine } from '../failure';
import './member-search.css';

export type FoundMember = ValueOf<OpOf<'organizer.findMembers'>>['items'][number];

/** More are not found at once. */
const MOST = 20;

/** Fewer digits than four are part of too many numbers. */
const isSought = (text: string): boolean => text !== '' && !/^\d{1,3}$/.test(text);

interface ChoosingProps {
  /** Stands below a member's name and phone. */
  below?: (member: FoundMember) => ReactNode;
  onChoose: (member: FoundMember) => void;
}

function Found({ text, below, onChoose }: ChoosingProps & { text: string }) {
  const { value, refused, asking, again } = useAnswer('organizer.findMembers', { text });
  if (!value)
    return refused ? <FailureLine refused={refused} again={again} asking={asking} /> : <SkeletonRows count={3} />;
  if (value.items.length === 0) {
    return <Notice icon="empty" title="没有找到" text="换名字里的几个字，或者手机号后四位" testId="empty" />;
  }
  return (
    <View>
      {value.items.map((member) => (
        <Press
          key={member.memberId}
          className="parted member-line"
          onPress={() => onChoose(member)}
          testId={`member-${member.memberId}`}
        >
          <View className="row">
            <View className="grow">
              <View className="strong">{member.name}</View>
              <View className="note number">
                {member.phone} · {member.enterprise.name}
              </View>
              {below?.(member)}
            </View>
            <Icon name="forward" small />
          </View>
        </Press>
      ))}
      {value.items.length >= MOST && (
        <View className="member-line__more note">只列了 {MOST} 位，名字写全一点就找得到</View>
      )}
    </View>
  );
}

/** One member, by name or by the last digits of the phone. `why` says what for, before anything is typed. */
export function MemberSearch({ why, ...choosing }: ChoosingProps & { why: string }) {
  const { text, type } = useTypedText();
  return (
    <View>
      <TextInput
        label="找会员"
        placeholder="姓名，或手机号后四位"
        maxLength={30}
        keyboard="search"
        onType={type}
        testId="member-search"
      />
      {isSought(text) ? (
        <Found text={text} {...choosing} />
      ) : (
        <Notice icon="people" title={text === '' ? '找一位会员' : '手机号要输四位'} text={why} />
      )}
    </View>
  );
}
