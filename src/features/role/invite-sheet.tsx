import { View } from '@tarojs/components';
import { useState } from 'react';
import { rolesAt, USES_MOST } from '../../../domain/permission/granting';
import { dayOf, instantAt, wallTime } from '../../../domain/time/shanghai';
import { ROLE_MAY, ROLE_WORDS } from '../../../domain/wording/role';
import type { OpOf } from '../../../types/contract';
import type { ValueOf } from '../../../types/contract/op';
import type { Instant, Role, Scope } from '../../../types/vocabulary';
import { serverNow } from '../../cloud/clock';
import { FailureLine } from '../../shell/failure';
import { Button } from '../../ui/button/button';
import { Choice } from '../../ui/choice/choice';
import { DateTime } from '../../ui/date-time/date-time';
import { Field } from '../../ui/field/field';
import { useFaultedText } from '../../ui/field/use-faulted-text';
import { Sheet } from '../../ui/sheet/sheet';
import { Stepper } from '../../ui/stepper/stepper';
import { useAct } from './use-act';

/** What invites are made to: one thing, and the roles that there are for it. */
export interface Invitee {
  scope: Exclude<Scope, { kind: 'all' }>;
  name: string;
  /** When the thing is over. */
  ends?: Instant;
  /** The one role that there is for it. */
  only?: Role;
}

export type MadeInvite = ValueOf<OpOf<'organizer.inviteGrant'>>;

const USUAL = 5;

/** Until when one would say: a helper to the end of the last day, an officer to the end of the year, a merchant without an end. */
function usualUntil({ scope, ends }: Invitee): string {
  const now = serverNow();
  if (scope.kind === 'shop') return '';
  if (scope.kind === 'enterprise') return `${dayOf(now).slice(0, 4)}-12-31T23:59`;
  return ends === undefined ? '' : `${wallTime(ends).slice(0, 10)}T23:59`;
}

interface InviteSheetProps {
  to: Invitee;
  onClose: () => void;
  onMade: (made: MadeInvite, role: Role) => void;
}

function useInviting({ to, onMade }: InviteSheetProps) {
  const act = useAct('organizer.inviteGrant');
  const roles = to.only ? [to.only] : rolesAt(to.scope.kind);
  const [role, setRole] = useState<Role>(roles[0] ?? 'volunteer');
  const [uses, setUses] = useState(USUAL);
  const { text: until, fault, type, setFault } = useFaultedText(usualUntil(to));
  const most = USES_MOST[role];

  async function send(): Promise<void> {
    const at = until === '' ? undefined : instantAt(until);
    if (at !== undefined && at <= serverNow()) return setFault('请选一个以后的时间');
    const wish = { role, scope: to.scope, uses: Math.min(uses, most), ...(at !== undefined && { until: at }) };
    const outcome = await act.send(wish);
    if (outcome.ok) onMade(outcome.value, role);
  }
  return { act, roles, role, setRole, uses, setUses, until, type, fault, most, send };
}

/** Makes a link: to which part, for how many, until when. */
export function InviteSheet(props: InviteSheetProps) {
  const { to, onClose } = props;
  const { act, roles, role, setRole, uses, setUses, until, type, fault, most, send } = useInviting(props);
  return (
    <Sheet
      open
      title={`邀请${roles.length === 1 ? ROLE_WORDS[role] : '帮手'}`}
      onClose={onClose}
      testId="invite-sheet"
      foot={
        <>
          {act.refused && <FailureLine refused={act.refused} />}
          <Button kind="primary" busy={act.busy} onPress={() => void send()} testId="make-invite">
            生成邀请
          </Button>
        </>
      }
    >
      <View className="role-form">
        <View className="note">{to.name}</View>
        {roles.length > 1 && (
          <Field label="做什么">
            <Choice
              options={roles.map((value) => ({
                value,
                title: ROLE_WORDS[value],
                note: ROLE_MAY[value].join('，'),
              }))}
              chosen={role}
              onChoose={setRole}
            />
          </Field>
        )}
        {most > 1 ? (
          <Field label="邀请几位">
            <Stepper value={uses} least={1} most={most} label="人数" unit="位" onChange={setUses} testId="uses" />
          </Field>
        ) : (
          <View className="note">只能一个人接受，转发给别人就用不了了</View>
        )}
        <Field label="权限到什么时候" fault={fault} optional>
          <DateTime value={until} label="权限到什么时候" onChange={type} testId="until" />
        </Field>
        <View className="note">
          {until === '' && (to.ends === undefined ? '不填就一直有效，随时可以收回。' : '不填就到最后一天结束。')}
          邀请最多七天有效，随时可以撤回。
        </View>
      </View>
    </Sheet>
  );
}
