import { View } from '@tarojs/components';
import { moment } from '../../../domain/wording/dates';
import {
  ROLE_LIMIT,
  ROLE_MAY,
  ROLE_PLACE,
  ROLE_WORDS,
  SHUT_WORDS,
  scopeWords,
  untilWords,
} from '../../../domain/wording/role';
import type { GrantOffer } from '../../../types/contract/grant-invite';
import type { MemberStatus } from '../../../types/vocabulary';
import { useAnswer } from '../../cloud/use-answer';
import { useNow } from '../../cloud/use-now';
import { ContactPress } from '../../device/contact-press';
import { go } from '../../routes';
import { Failure, FailureLine, StaleLine } from '../../shell/failure';
import { Bar } from '../../ui/bar/bar';
import { Button } from '../../ui/button/button';
import { Cell, CellGroup } from '../../ui/cell/cell';
import { Icon } from '../../ui/icon/icon';
import { Notice } from '../../ui/notice/notice';
import { SkeletonPage } from '../../ui/skeleton/skeleton';
import { useAct } from './use-act';
import '../../shell/refused/role';
import './role.css';

const goHome = (): void => go.tab('pages/me/index');

/** The way to where the role works. */
function wayTo({ role, scope }: GrantOffer): () => void {
  switch (role) {
    case 'volunteer':
      return go.duties;
    case 'merchant':
      return go.counter;
    case 'unit-officer':
      return () => go.report();
    case 'referee':
      if (scope.kind !== 'activity') return goHome;
      return () => (scope.league ? go.league(scope.id) : go.detail(scope.id));
    case 'organizer':
      return go.manageAll;
    case 'admin':
      return goHome;
    default:
      return role satisfies never;
  }
}

/** They have it: now, or since before. */
function Held({ view }: { view: GrantOffer }) {
  const { role, scope, until, now } = view;
  return (
    <Notice
      icon="check"
      good
      title={`你是${ROLE_WORDS[role]}了`}
      text={`${scopeWords(scope)}，${untilWords(until, now)}`}
      testId="held"
    >
      <Button kind="primary" onPress={wayTo(view)} testId="go-there">
        {role === 'referee' && scope.kind === 'activity' && scope.league !== true ? '去看活动' : ROLE_PLACE[role]}
      </Button>
    </Notice>
  );
}

function Shut({ title, text, testId }: { title: string; text: string; testId: string }) {
  return (
    <Notice icon="sorry" title={title} text={text} testId={testId}>
      <Button onPress={() => go.tab('pages/home/index')}>去首页</Button>
      <ContactPress className="ask-for-help">联系工会工作人员</ContactPress>
    </Notice>
  );
}

function AcceptButton({ code, view }: { code: string; view: GrantOffer }) {
  const act = useAct('member.acceptGrant');
  return (
    <View className="stack">
      {act.refused && <FailureLine refused={act.refused} />}
      <Button kind="primary" busy={act.busy} onPress={() => void act.send({ code })} testId="accept">
        接受，做{ROLE_WORDS[view.role]}
      </Button>
    </View>
  );
}

/** The one thing to do: accept, or become a member first and come back to this link. */
function Step({ code, view, status }: { code: string; view: GrantOffer; status: MemberStatus | undefined }) {
  if (status === undefined) {
    return (
      <Button kind="primary" disabled onPress={() => undefined}>
        接受
      </Button>
    );
  }
  if (status === 'active') return <AcceptButton code={code} view={view} />;
  const pending = status === 'pending';
  return (
    <View className="stack stack--tight">
      <View className="note">
        {pending ? '入会还在审核，通过后再点开这个链接' : '接受之前先加入工会，加入后再点开这个链接'}
      </View>
      <Button kind="primary" disabled={pending} onPress={go.join} testId="join">
        {pending ? '入会审核中' : '先加入工会，只要一分钟'}
      </Button>
    </View>
  );
}

function Offered({ view }: { view: GrantOffer }) {
  const { by, role, scope, until, expiresAt, now } = view;
  return (
    <>
      <View className="pad role-offer">
        <View className="note">{by === '' ? '工会' : by}邀请你做</View>
        <View className="large">{ROLE_WORDS[role]}</View>
        <View className="strong">{scopeWords(scope)}</View>
      </View>
      <CellGroup>
        <Cell icon="clock" title={until === undefined ? '长期有效' : `权限${untilWords(until, now)}`} />
        <Cell icon="bell" title={`${moment(expiresAt, now)} 前可以接受`} />
      </CellGroup>
      <View className="pad role-offer">
        <View className="note">接受以后你可以</View>
        {ROLE_MAY[role].map((words) => (
          <View key={words} className="role-may row">
            <Icon name="check" small />
            <View className="grow">{words}</View>
          </View>
        ))}
        <View className="note role-may">{ROLE_LIMIT[role]}邀请你的人看得到你接受了。不想做的话，关掉这一页就好。</View>
      </View>
    </>
  );
}

/** What somebody sees who has the link of an invite to a role: who invites, to what, until when, and one press. */
export function OfferPage({ code, status }: { code: string; status: MemberStatus | undefined }) {
  const { value, refused, asking, again } = useAnswer('member.grantOffer', { code });
  const now = useNow(value?.expiresAt);
  if (!value) return refused ? <Failure refused={refused} again={again} asking={asking} /> : <SkeletonPage />;
  const view = { ...value, now };
  const shut = value.shut ?? (now >= value.expiresAt ? 'expired' : undefined);
  if (value.held) return <Held view={view} />;
  if (shut) return <Shut {...SHUT_WORDS[shut]} testId={`shut-${shut}`} />;
  if (value.otherEnterprise) {
    const text = `这份邀请只给${scopeWords(value.scope)}的会员，你在别的单位`;
    return <Shut title="你不在这个单位" text={text} testId="other-enterprise" />;
  }
  return (
    <View data-testid="offer">
      {refused && <StaleLine />}
      <Offered view={view} />
      <Bar>
        <Step code={code} view={view} status={status} />
      </Bar>
    </View>
  );
}
