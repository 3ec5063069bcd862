import { useShareAppMessage } from '@tarojs/taro';
import { challengeAsOf } from '../../../domain/wording/reading-today';
import type { ChallengeDetail } from '../../../types/contract/reading-operations';
import type { ChallengeId, MemberStatus } from '../../../types/vocabulary';
import { useAnswer } from '../../cloud/use-answer';
import { useNow } from '../../cloud/use-now';
import { challengePath, go, invitePath } from '../../routes';
import { Failure, StaleLine } from '../../shell/failure';
import { Button } from '../../ui/button/button';
import { Notice } from '../../ui/notice/notice';
import { SkeletonPage } from '../../ui/skeleton/skeleton';
import { Invited, MakeTeam } from './make-team';
import { OwnTeam } from './own-team';
import './team.css';

interface TeamPageProps {
  id: ChallengeId;
  /** By which one came here; absent without one. */
  invite: string | undefined;
  /** Who looks; absent while that is not known yet. */
  status: MemberStatus | undefined;
}

/** Who is no member yet: what brings them closer. */
function Outsider({ status, invited }: { status: Exclude<MemberStatus, 'active'>; invited: boolean }) {
  if (status === 'pending') {
    return <Notice icon="people" title="入会申请还在审核" text="通过后再打开这一页就能进小队" testId="not-member" />;
  }
  return (
    <Notice
      icon="people"
      title={invited ? '同事邀请你进小队' : '先加入工会'}
      text="会员才能进小队，加入只要一分钟"
      testId="not-member"
    >
      <Button kind="primary" onPress={go.join} testId="join">
        去加入工会
      </Button>
    </Notice>
  );
}

function NoTeam({ challenge, invite, status }: { challenge: ChallengeDetail } & Omit<TeamPageProps, 'id'>) {
  if (status === undefined) return <SkeletonPage />;
  if (status !== 'active') return <Outsider status={status} invited={invite !== undefined} />;
  return invite === undefined ? <MakeTeam challenge={challenge} /> : <Invited invite={invite} challenge={challenge} />;
}

function NotHere({ challenge, title, text }: { challenge: ChallengeDetail; title: string; text: string }) {
  return (
    <Notice icon="people" title={title} text={text} testId="no-teams-here">
      <Button onPress={() => go.challenge(challenge.id)}>看这个挑战</Button>
    </Notice>
  );
}

/** The team in one challenge: the caller's own, or the ways to one. */
export function TeamPage({ id, invite, status }: TeamPageProps) {
  const { value, refused, asking, again } = useAnswer('reading.challenge', { challengeId: id });
  const now = useNow();
  const team = value?.team;
  useShareAppMessage(() =>
    team?.invite === undefined
      ? { title: value?.title ?? '书香药谷', path: challengePath(id) }
      : { title: `来“${team.name}”一起读书`, path: invitePath(id, team.invite) },
  );
  if (!value) return refused ? <Failure refused={refused} again={again} asking={asking} /> : <SkeletonPage />;
  const challenge = challengeAsOf(value, now);
  const over = challenge.phase === 'over' || challenge.phase === 'closed';
  if (challenge.entry !== 'team') {
    return <NotHere challenge={challenge} title="这个挑战不分小队" text="直接打卡就好" />;
  }
  return (
    <>
      {refused && <StaleLine />}
      {team ? (
        <OwnTeam team={team} challenge={challenge} over={over} />
      ) : over ? (
        <NotHere challenge={challenge} title="挑战已经结束" text="你在里面没有小队，下次早点叫上同事" />
      ) : (
        <NoTeam challenge={challenge} invite={invite} status={status} />
      )}
    </>
  );
}
