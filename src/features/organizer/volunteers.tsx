import { View } from '@tarojs/components';
import { useState } from 'react';
import { moment } from '../../../domain/wording/dates';
import { grantsHere } from '../../../domain/wording/organizer';
import { ROLE_WORDS } from '../../../domain/wording/role';
import type { ActivityId, Grant, Instant, MemberId } from '../../../types/vocabulary';
import { useAnswer } from '../../cloud/use-answer';
import { useNow } from '../../cloud/use-now';
import { go } from '../../routes';
import { Failure } from '../../shell/failure';
import { type FoundMember, MemberSearch } from '../../shell/member-search/member-search';
import { Button } from '../../ui/button/button';
import { SkeletonPage } from '../../ui/skeleton/skeleton';
import { GrantSheet } from './grant-sheet';
import './organizer.css';

function grantWords(grants: readonly Grant[], now: Instant): string {
  return grants
    .map(({ role, until }) =>
      until === undefined ? ROLE_WORDS[role] : `${ROLE_WORDS[role]}，到 ${moment(until, now)}`,
    )
    .join('；');
}

/** What somebody was just given, or that it was all taken back. */
function Granted({ grants, now }: { grants: readonly Grant[] | undefined; now: Instant }) {
  if (!grants) return null;
  return <View className="note number mine">{grants.length === 0 ? '已收回' : grantWords(grants, now)}</View>;
}

/** Who may scan tickets or enter results at this activity: found by name or phone, granted or taken back. */
export function Volunteers({ id }: { id: ActivityId }) {
  const { value, refused, asking, again } = useAnswer('organizer.activity', { activityId: id });
  const [chosen, setChosen] = useState<FoundMember>();
  const [granted, setGranted] = useState<Record<MemberId, Grant[]>>({});
  const now = useNow();
  if (!value) return refused ? <Failure refused={refused} again={again} asking={asking} /> : <SkeletonPage />;
  return (
    <View className="pad volunteers">
      <View className="note">志愿者只看得到这个活动的人，裁判只记比分，到期自动失效</View>
      <View className="volunteers__search">
        <Button
          onPress={() => go.roleInvites({ kind: 'activity', id }, value.title, { ends: value.endsAt })}
          testId="invite-helpers"
        >
          发邀请，让他们自己点
        </Button>
      </View>
      <View className="volunteers__search">
        <MemberSearch
          why="授权他在现场验票、记比分，或者把授权收回"
          below={({ memberId }) => <Granted grants={granted[memberId]} now={now} />}
          onChoose={setChosen}
        />
      </View>
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
