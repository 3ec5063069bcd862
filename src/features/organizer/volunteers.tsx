import { View } from '@tarojs/components';
import { useState } from 'react';
import { moment } from '../../../domain/wording/dates';
import { grantsHere, HELPER_WORDS } from '../../../domain/wording/organizer';
import type { ActivityId, Grant, Instant, MemberId } from '../../../types/vocabulary';
import { useAnswer } from '../../cloud/use-answer';
import { useNow } from '../../cloud/use-now';
import { Failure, FailureLine } from '../../shell/failure';
import { TextInput } from '../../ui/field/text-input';
import { useTypedText } from '../../ui/field/use-typed-text';
import { Icon } from '../../ui/icon/icon';
import { Notice } from '../../ui/notice/notice';
import { Press } from '../../ui/press/press';
import { SkeletonPage, SkeletonRows } from '../../ui/skeleton/skeleton';
import { type FoundMember, GrantSheet } from './grant-sheet';
import './organizer.css';

/** More are not found at once. */
const MOST = 20;

/** Fewer digits than four are part of too many numbers. */
const isSought = (text: string): boolean => text !== '' && !/^\d{1,3}$/.test(text);

function grantWords(grants: readonly Grant[], now: Instant): string {
  return grants
    .map(({ role, until }) => {
      const words = role === 'volunteer' || role === 'referee' ? HELPER_WORDS[role].name : role;
      return until === undefined ? words : `${words}，到 ${moment(until, now)}`;
    })
    .join('；');
}

function Found({
  text,
  granted,
  now,
  onChoose,
}: {
  text: string;
  granted: Record<MemberId, Grant[]>;
  now: Instant;
  onChoose: (member: FoundMember) => void;
}) {
  const { value, refused, asking, again } = useAnswer('organizer.findMembers', { text });
  if (!value)
    return refused ? <FailureLine refused={refused} again={again} asking={asking} /> : <SkeletonRows count={3} />;
  if (value.items.length === 0) {
    return <Notice icon="empty" title="没有找到" text="换名字里的几个字，或者手机号后四位" testId="empty" />;
  }
  return (
    <View>
      {value.items.map((member) => {
        const mine = granted[member.memberId];
        return (
          <Press
            key={member.memberId}
            className="member-line"
            onPress={() => onChoose(member)}
            testId={`member-${member.memberId}`}
          >
            <View className="row">
              <View className="grow">
                <View className="strong">{member.name}</View>
                <View className="note number">
                  {member.phone} · {member.enterprise.name}
                </View>
                {mine && (
                  <View className="note number mine">{mine.length === 0 ? '已收回' : grantWords(mine, now)}</View>
                )}
              </View>
              <Icon name="forward" small />
            </View>
          </Press>
        );
      })}
      {value.items.length >= MOST && <View className="list-end note">只列了 {MOST} 位，名字写全一点就找得到</View>}
    </View>
  );
}

/** Who may scan tickets or enter results at this activity: found by name or phone, granted or taken back. */
export function Volunteers({ id }: { id: ActivityId }) {
  const { value, refused, asking, again } = useAnswer('organizer.activity', { activityId: id });
  const { text, type } = useTypedText();
  const [chosen, setChosen] = useState<FoundMember>();
  const [granted, setGranted] = useState<Record<MemberId, Grant[]>>({});
  const now = useNow();
  if (!value) return refused ? <Failure refused={refused} again={again} asking={asking} /> : <SkeletonPage />;
  return (
    <View className="pad volunteers">
      <View className="note">志愿者和裁判只看得到这个活动的人，到期自动失效</View>
      <View className="volunteers__search">
        <TextInput
          label="找会员"
          placeholder="姓名，或手机号后四位"
          maxLength={30}
          keyboard="search"
          onType={type}
          testId="member-search"
        />
      </View>
      {isSought(text) ? (
        <Found text={text} granted={granted} now={now} onChoose={setChosen} />
      ) : (
        <Notice
          icon="people"
          title={text === '' ? '找一位会员' : '手机号要输四位'}
          text="授权他在现场验票、记比分，或者把授权收回"
        />
      )}
      {chosen && (
        <GrantSheet
          activity={value}
          member={chosen}
          onClose={() => setChosen(undefined)}
          onDone={(memberId, grants) => setGranted((before) => ({ ...before, [memberId]: grantsHere(grants, id) }))}
        />
      )}
    </View>
  );
}
