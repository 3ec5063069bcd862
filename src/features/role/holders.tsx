import { View } from '@tarojs/components';
import { useReachBottom } from '@tarojs/taro';
import { useState } from 'react';
import { mayGrant } from '../../../domain/permission/granting';
import { endsSoon, ROLE_WORDS, scopeWords, untilWords } from '../../../domain/wording/role';
import type { RoleHolder } from '../../../types/contract/grant-invite';
import type { Page } from '../../../types/contract/op';
import { type Grant, type Instant, ROLES, type Role } from '../../../types/vocabulary';
import { useAnswers } from '../../cloud/answers';
import { call, type RefusedBy } from '../../cloud/call';
import { serverNow } from '../../cloud/clock';
import type { Shown } from '../../cloud/use-answer';
import { useNow } from '../../cloud/use-now';
import { usePages } from '../../cloud/use-pages';
import { go } from '../../routes';
import { Failure } from '../../shell/failure';
import { ListEnd } from '../../shell/list-end/list-end';
import { Bar } from '../../ui/bar/bar';
import { Button } from '../../ui/button/button';
import { Cell, CellGroup } from '../../ui/cell/cell';
import { Chips } from '../../ui/chips/chips';
import { Icon } from '../../ui/icon/icon';
import { Notice } from '../../ui/notice/notice';
import { Press } from '../../ui/press/press';
import { SkeletonRows } from '../../ui/skeleton/skeleton';
import { Tag } from '../../ui/tag/tag';
import { WIDEST } from '../../ui/wide/wide';
import { HolderSheet } from './holder-sheet';
import { NameSheet } from './name-sheet';
import { OfficerSheet } from './officer-sheet';
import '../../shell/refused/role';
import './role.css';

const keyOf = ({ memberId, scope }: RoleHolder): string => `${memberId} ${scope.kind === 'all' ? '' : scope.id}`;

function HolderLine({ holder, now, onPress }: { holder: RoleHolder; now: Instant; onPress: () => void }) {
  const { name, phone, enterprise, scope, until, memberId } = holder;
  return (
    <Press className="parted role-line role-holder" onPress={onPress} testId={`holder-${memberId}`}>
      <View className="row">
        <View className="grow">
          <View>
            <View className="strong">{name}</View>
            <View className="note number">
              {phone} · {enterprise.name}
            </View>
          </View>
          <View>{scopeWords(scope)}</View>
          <View className="row">
            <View className="note number">{untilWords(until, now)}</View>
            {endsSoon(until, now) && <Tag words="快到期" tone="warm" />}
          </View>
        </View>
        <Icon name="forward" small />
      </View>
    </Press>
  );
}

function useHolders(role: Role) {
  const version = useAnswers(({ versions }) => versions['organizer.roleHolders'] ?? 0);
  const list = usePages<RoleHolder, Page<RoleHolder>, RefusedBy<'organizer.roleHolders'>>(role, version, (cursor) =>
    call('organizer.roleHolders', { role, ...(cursor !== undefined && { cursor }) }),
  );
  useReachBottom(list.loadMore);
  return list;
}

function List({ role }: { role: Role }) {
  const now = useNow();
  const list = useHolders(role);
  const [chosen, setChosen] = useState<RoleHolder>();
  const { items, refused } = list;
  if (!items)
    return refused ? <Failure refused={refused} again={list.again} asking={list.asking} /> : <SkeletonRows count={5} />;
  return (
    <>
      {items.length === 0 ? (
        <Notice
          icon="people"
          title={`现在没有${ROLE_WORDS[role]}`}
          text="授权以后在这里看，随时可以收回"
          testId="empty"
        />
      ) : (
        <>
          <View className="role-lines">
            {items.map((holder) => (
              <HolderLine key={keyOf(holder)} holder={holder} now={now} onPress={() => setChosen(holder)} />
            ))}
          </View>
          <ListEnd list={list} />
        </>
      )}
      {chosen && <HolderSheet key={keyOf(chosen)} role={role} holder={chosen} onClose={() => setChosen(undefined)} />}
    </>
  );
}

/** Roles that are given here: those for one activity or shop are given where that is. */
const GIVEN_HERE: readonly Role[] = ['admin', 'organizer', 'unit-officer'];

/** Who has which role until when; what the caller may not give they do not see. */
export function Holders({ me }: { me: Shown<'member.me'> }) {
  const { value, refused, asking, again } = me;
  if (value) return <Given grants={value.grants} />;
  return refused ? <Failure refused={refused} again={again} asking={asking} /> : <SkeletonRows count={5} />;
}

function Given({ grants }: { grants: readonly Grant[] }) {
  const roles = ROLES.filter((role) => mayGrant(grants, role, serverNow()));
  const [wanted, setWanted] = useState<Role>();
  const [giving, setGiving] = useState<'name' | 'invite'>();
  const role = wanted ?? (roles.includes('unit-officer') ? 'unit-officer' : 'volunteer');
  const shut = (): void => setGiving(undefined);
  return (
    <View className={`role-list ${WIDEST}`} data-testid="holders">
      <View className="role-chips">
        <Chips
          options={roles.map((value) => ({ value, words: ROLE_WORDS[value] }))}
          chosen={role}
          onChoose={setWanted}
        />
      </View>
      <View className="role-links">
        <CellGroup>
          <Cell
            icon="share"
            title="发出的邀请"
            note="谁接受了，撤回"
            onPress={() => go.roleInvites()}
            testId="invites"
          />
        </CellGroup>
      </View>
      <List key={role} role={role} />
      {roles.includes(role) && GIVEN_HERE.includes(role) && (
        <Bar>
          <View className="stack">
            <Button kind="primary" onPress={() => setGiving('name')} testId="by-name">
              找人授权
            </Button>
            {role === 'unit-officer' && (
              <Button onPress={() => setGiving('invite')} testId="by-invite">
                发邀请
              </Button>
            )}
          </View>
        </Bar>
      )}
      {giving === 'name' && <NameSheet role={role} onClose={shut} />}
      {giving === 'invite' && <OfficerSheet onClose={shut} />}
    </View>
  );
}
