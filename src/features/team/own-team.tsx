import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { goalWords, NOTE_STATE_WORDS, roomOf, teamWords } from '../../../domain/wording/feed';
import type { ChallengeDetail, TeamView } from '../../../types/contract/reading-operations';
import { copyText } from '../../device/copy';
import { SharePress } from '../../device/share-press';
import { toast } from '../../device/toast';
import { invitePath } from '../../routes';
import { FailureLine } from '../../shell/failure';
import { Bar } from '../../ui/bar/bar';
import { Button } from '../../ui/button/button';
import { Meter } from '../../ui/meter/meter';
import { Press } from '../../ui/press/press';
import { Selectable } from '../../ui/selectable/selectable';
import { Sheet } from '../../ui/sheet/sheet';
import { Tag } from '../../ui/tag/tag';
import { useTeamAct } from './use-team-act';
import './team.css';

interface OwnTeamProps {
  team: TeamView;
  challenge: ChallengeDetail;
  /** The challenge is over: what was read stays, and nobody comes or goes. */
  over: boolean;
}

function Head({ team, goal }: { team: TeamView; goal: number | undefined }) {
  const standing = NOTE_STATE_WORDS[team.nameState];
  return (
    <View className="pad team-head">
      <View className="row">
        <Text className="title">{team.name}</Text>
        {standing !== '' && <Tag words={standing} tone="none" />}
      </View>
      {standing !== '' && (
        <View className="note">
          {team.nameState === 'rejected'
            ? `队名没有通过${team.nameReason === undefined ? '' : `（${team.nameReason}）`}，别人看到的是按队长的姓起的名`
            : '通过以前，别人看到的是按队长的姓起的名'}
        </View>
      )}
      <View className="row team-days number">
        <Text className="large" data-testid="team-days">
          {team.days}
        </Text>
        <Text>天</Text>
      </View>
      <View className="note number">{teamWords(team)}</View>
      {goal !== undefined && (
        <View className="team-goal">
          <Meter share={team.days / goal} tone="books" />
          <View className="note number">{goalWords(team, goal)}</View>
        </View>
      )}
    </View>
  );
}

/** Two may be seen by the same name: what tells them apart is their place, which is that of joining. */
const seats = (members: TeamView['members']) => members.map((member, at) => ({ ...member, seat: at + 1 }));

function Members({ team: { members } }: { team: TeamView }) {
  return (
    <View className="team-members" data-testid="members">
      {seats(members).map(({ seat, name, days, minutes, mine }) => (
        <View key={seat} className="parted team-member row">
          <View className="grow row">
            <Text className={mine ? 'strong' : ''}>{name}</Text>
            {mine && <Tag words="我" tone="mine" />}
          </View>
          <View className="team-member__days number">
            <View className="strong">{days} 天</View>
            <View className="note">{minutes} 分钟</View>
          </View>
        </View>
      ))}
    </View>
  );
}

/** Colleagues come by a link, or by the code read out to them. */
function Invite({ invite, room }: { invite: string; room: number }) {
  return (
    <View className="pad team-invite">
      <View className="card row" data-testid="invite">
        <View className="grow">
          <View className="note number">邀请码，还能进 {room} 位</View>
          <Selectable className="title number" testId="code">
            {invite}
          </Selectable>
        </View>
        <Press className="team-copy" onPress={() => void copyText(invite)} testId="copy-invite">
          <Text>复制</Text>
        </Press>
      </View>
    </View>
  );
}

/** What leaving comes to, before it is done. */
function leaveWords({ members, captain }: TeamView): string {
  const own = members.find(({ mine }) => mine)?.days ?? 0;
  if (members.length === 1) return '你走了小队就解散，你自己的打卡和天数都还在。';
  const taken = own > 0 ? `你的 ${own} 天会跟着你走，小队少 ${own} 天。` : '你自己的打卡和天数都还在。';
  return captain ? `${taken}队长由来得最早的队友接。` : taken;
}

function LeaveSheet({ team, onClose }: { team: TeamView; onClose: () => void }) {
  const act = useTeamAct('reading.leaveTeam');
  const leave = async (): Promise<void> => {
    const outcome = await act.send({ teamId: team.id });
    if (!outcome.ok) return;
    toast('离开了小队');
    onClose();
  };
  return (
    <Sheet
      open
      title={`离开“${team.name}”`}
      onClose={onClose}
      testId="leave-sheet"
      foot={
        <>
          {act.refused && <FailureLine refused={act.refused} />}
          <Button kind="danger" busy={act.busy} onPress={() => void leave()} testId="confirm-leave">
            离开小队
          </Button>
          <Button onPress={onClose}>再想想</Button>
        </>
      }
    >
      <View>{leaveWords(team)}</View>
    </Sheet>
  );
}

/** The caller's team: how far it is, who is in it, and the way to bring somebody along. */
export function OwnTeam({ team, challenge, over }: OwnTeamProps) {
  const [leaving, setLeaving] = useState(false);
  const room = roomOf(team);
  const { invite } = team;
  const inviting = !over && invite !== undefined && room > 0;
  return (
    <View className="team" data-testid="team">
      <Head team={team} goal={challenge.goal} />
      <Members team={team} />
      {inviting && <Invite invite={invite} room={room} />}
      {!over && (
        <View className="pad team-leave">
          <Button kind="danger" onPress={() => setLeaving(true)} testId="leave-team">
            离开小队
          </Button>
        </View>
      )}
      {inviting && (
        <Bar>
          <SharePress
            className="button button--primary"
            title={`来“${team.name}”一起读书`}
            path={invitePath(challenge.id, invite)}
          >
            <Text>叫同事进来</Text>
          </SharePress>
        </Bar>
      )}
      {leaving && <LeaveSheet team={team} onClose={() => setLeaving(false)} />}
    </View>
  );
}
