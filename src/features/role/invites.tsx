import { View } from '@tarojs/components';
import { useReachBottom, useShareAppMessage } from '@tarojs/taro';
import { useState } from 'react';
import { moment } from '../../../domain/wording/dates';
import { ROLE_WORDS, SHUT_WORDS, scopeWords, usedWords } from '../../../domain/wording/role';
import type { GrantInvite } from '../../../types/contract/grant-invite';
import type { Page } from '../../../types/contract/op';
import type { Instant, Role } from '../../../types/vocabulary';
import { useAnswers } from '../../cloud/answers';
import { call, type RefusedBy } from '../../cloud/call';
import { useNow } from '../../cloud/use-now';
import { usePages } from '../../cloud/use-pages';
import { offerPath } from '../../routes';
import { Failure } from '../../shell/failure';
import { ListEnd } from '../../shell/list-end/list-end';
import { Bar } from '../../ui/bar/bar';
import { Button } from '../../ui/button/button';
import { Icon } from '../../ui/icon/icon';
import { Notice } from '../../ui/notice/notice';
import { Press } from '../../ui/press/press';
import { SkeletonRows } from '../../ui/skeleton/skeleton';
import { Tag } from '../../ui/tag/tag';
import { WIDE } from '../../ui/wide/wide';
import { type Invitee, InviteSheet, type MadeInvite } from './invite-sheet';
import { ShareSheet, shareTitle } from './share-sheet';
import '../../shell/refused/role';
import './role.css';

/** Names that stand in a line; the sheet has all of them. */
const NAMED = 4;

function names({ accepted }: GrantInvite): string {
  const some = accepted.slice(0, NAMED).map(({ name }) => name);
  return accepted.length > NAMED ? `${some.join('、')}等 ${accepted.length} 位` : some.join('、');
}

function InviteLine({ invite, now, onPress }: { invite: GrantInvite; now: Instant; onPress: () => void }) {
  const { id, role, scope, by, uses, accepted, expiresAt, shut } = invite;
  return (
    <Press className="parted role-line" onPress={onPress} testId={`invite-${id}`}>
      <View className="row">
        <View className="grow">
          <View className="row">
            <View className="strong">{ROLE_WORDS[role]}</View>
            <Tag words={shut === undefined ? usedWords(accepted.length, uses) : SHUT_WORDS[shut].title} />
          </View>
          <View>{scopeWords(scope)}</View>
          <View className="note number">
            {by === '' ? '管理员' : by}发的 · {moment(expiresAt, now)} 前有效
          </View>
          {accepted.length > 0 && <View className="note">{names(invite)}接受了</View>}
        </View>
        <Icon name="forward" small />
      </View>
    </Press>
  );
}

function useInvites(to: Invitee | undefined) {
  const version = useAnswers(({ versions }) => versions['organizer.grantInvites'] ?? 0);
  const key = to === undefined ? '' : `${to.scope.kind}:${to.scope.id}`;
  const list = usePages<GrantInvite, Page<GrantInvite>, RefusedBy<'organizer.grantInvites'>>(key, version, (cursor) =>
    call('organizer.grantInvites', {
      ...(to && { scope: to.scope }),
      ...(cursor !== undefined && { cursor }),
    }),
  );
  useReachBottom(list.loadMore);
  return list;
}

/** A new one, as far as the list has not brought it yet. */
function asInvite(to: Invitee, { id, code, until, expiresAt, uses }: MadeInvite, role: Role): GrantInvite {
  const scope = { ...to.scope, name: to.name };
  return { id, code, role, scope, expiresAt, uses, by: '', accepted: [], ...(until !== undefined && { until }) };
}

const EMPTY = '发一份邀请，对方点开链接就能接受，不用一个个找';

/** Links to roles: of one thing, where more of them are made, or all that are open. */
export function Invites({ to }: { to: Invitee | undefined }) {
  const now = useNow();
  const list = useInvites(to);
  const [making, setMaking] = useState(false);
  const [chosen, setChosen] = useState<GrantInvite>();
  const { items, refused } = list;
  const shown = chosen && (items?.find(({ id }) => id === chosen.id) ?? chosen);
  useShareAppMessage(() =>
    shown ? { title: shareTitle(shown), path: offerPath(shown.code) } : { title: '药谷职工之家' },
  );
  if (!items && refused) return <Failure refused={refused} again={list.again} asking={list.asking} />;
  return (
    <View className={`role-list ${WIDE}`} data-testid="invites">
      {to && <View className="pad note">{to.name}：接受的人马上有权限，到期自动失效</View>}
      {!items && <SkeletonRows count={3} />}
      {items?.length === 0 && (
        <Notice
          icon="share"
          title="没有在用的邀请"
          text={to ? EMPTY : '在活动的志愿者和裁判、商户，或授权里的单位干事那里发'}
          testId="empty"
        />
      )}
      {items && items.length > 0 && (
        <>
          <View className="role-lines">
            {items.map((invite) => (
              <InviteLine key={invite.id} invite={invite} now={now} onPress={() => setChosen(invite)} />
            ))}
          </View>
          <ListEnd list={list} />
        </>
      )}
      {to && (
        <Bar>
          <Button kind="primary" onPress={() => setMaking(true)} testId="new-invite">
            发邀请
          </Button>
        </Bar>
      )}
      {to && making && (
        <InviteSheet
          to={to}
          onClose={() => setMaking(false)}
          onMade={(made, role) => {
            setMaking(false);
            setChosen(asInvite(to, made, role));
          }}
        />
      )}
      {shown && <ShareSheet invite={shown} now={now} onClose={() => setChosen(undefined)} />}
    </View>
  );
}
