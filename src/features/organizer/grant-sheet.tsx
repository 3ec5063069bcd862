import { View } from '@tarojs/components';
import { useState } from 'react';
import { rolesAt } from '../../../domain/permission/granting';
import { instantAt, wallTime } from '../../../domain/time/shanghai';
import { ROLE_MAY, ROLE_WORDS } from '../../../domain/wording/role';
import type { ManagedActivity } from '../../../types/contract/organizer-activity';
import type { Grant, MemberId, Role } from '../../../types/vocabulary';
import { serverNow } from '../../cloud/clock';
import { toast } from '../../device/toast';
import { FailureLine } from '../../shell/failure';
import type { FoundMember } from '../../shell/member-search/member-search';
import { Button } from '../../ui/button/button';
import { Choice } from '../../ui/choice/choice';
import { DateTime } from '../../ui/date-time/date-time';
import { Field } from '../../ui/field/field';
import { useFaultedText } from '../../ui/field/use-faulted-text';
import { Sheet } from '../../ui/sheet/sheet';
import { useAct } from './use-act';
import './organizer.css';

interface GrantSheetProps {
  activity: ManagedActivity;
  member: FoundMember;
  onClose: () => void;
  onDone: (memberId: MemberId, grants: readonly Grant[]) => void;
}

/** After the end there is still something to enter: a day is enough. */
const AFTER_MS = 24 * 3_600_000;

function PartField({ role, onChoose }: { role: Role; onChoose: (role: Role) => void }) {
  const options = rolesAt('activity').map((value) => ({
    value,
    title: ROLE_WORDS[value],
    note: ROLE_MAY[value].join('，'),
  }));
  return (
    <Field label="做什么">
      <Choice options={options} chosen={role} onChoose={onChoose} />
    </Field>
  );
}

/** What is typed, and the two things that can be done with it. */
function useGranting({ activity, member, onClose, onDone }: GrantSheetProps) {
  const grant = useAct('organizer.grant');
  const revoke = useAct('organizer.revoke');
  const [role, setRole] = useState<Role>('volunteer');
  const { text: until, fault, type, setFault } = useFaultedText(wallTime(activity.endsAt + AFTER_MS));
  const scope = { kind: 'activity' as const, id: activity.id };
  const { memberId, name } = member;

  function done(grants: readonly Grant[], told: string): void {
    onDone(memberId, grants);
    toast(told);
    onClose();
  }

  async function give(): Promise<void> {
    const at = instantAt(until);
    setFault(at === undefined ? '请选到什么时候' : at <= serverNow() ? '请选一个以后的时间' : undefined);
    if (at === undefined || at <= serverNow()) return;
    revoke.forget();
    const outcome = await grant.send({ memberId, role, scope, until: at });
    if (outcome.ok) done(outcome.value.grants, `${name}是${ROLE_WORDS[role]}了`);
    else if (outcome.refusal === 'UNTIL_PASSED') setFault('请选一个以后的时间');
  }

  async function takeBack(): Promise<void> {
    grant.forget();
    const outcome = await revoke.send({ memberId, role, scope });
    if (outcome.ok) done(outcome.value.grants, '已收回');
  }
  return { grant, revoke, role, setRole, until, fault, type, give, takeBack };
}

/** Gives a member a part in this activity until some day, or takes it back. */
export function GrantSheet(props: GrantSheetProps) {
  const { member, onClose } = props;
  const { name } = member;
  const { grant, revoke, role, setRole, until, fault, type, give, takeBack } = useGranting(props);
  const words = ROLE_WORDS[role];
  const refused = grant.refused?.refusal === 'UNTIL_PASSED' ? undefined : (grant.refused ?? revoke.refused);
  return (
    <Sheet
      open
      title={name}
      onClose={onClose}
      testId="grant-sheet"
      foot={
        <>
          {refused && <FailureLine refused={refused} />}
          <Button kind="primary" busy={grant.busy} disabled={revoke.busy} onPress={() => void give()} testId="grant">
            授权为{words}
          </Button>
          <Button kind="quiet" busy={revoke.busy} disabled={grant.busy} onPress={() => void takeBack()} testId="revoke">
            收回{words}
          </Button>
        </>
      }
    >
      <View className="note number">
        {member.phone} · {member.enterprise.name}
      </View>
      <PartField role={role} onChoose={setRole} />
      <Field label="到什么时候" fault={fault}>
        <DateTime value={until} label="到什么时候" onChange={type} testId="until" />
      </Field>
    </Sheet>
  );
}
