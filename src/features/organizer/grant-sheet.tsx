import { View } from '@tarojs/components';
import { useState } from 'react';
import { instantAt, wallTime } from '../../../domain/time/shanghai';
import { HELPER_ROLES, HELPER_WORDS, type HelperRole } from '../../../domain/wording/organizer';
import type { OpOf } from '../../../types/contract';
import type { ValueOf } from '../../../types/contract/op';
import type { ManagedActivity } from '../../../types/contract/organizer-activity';
import type { Grant, MemberId } from '../../../types/vocabulary';
import type { RefusedBy } from '../../cloud/call';
import { serverNow } from '../../cloud/clock';
import { toast } from '../../device/toast';
import { FailureLine } from '../../shell/failure';
import { Button } from '../../ui/button/button';
import { Choice } from '../../ui/choice/choice';
import { DateTime } from '../../ui/date-time/date-time';
import { Field } from '../../ui/field/field';
import { Sheet } from '../../ui/sheet/sheet';
import { useAct } from './use-act';
import './organizer.css';

export type FoundMember = ValueOf<OpOf<'organizer.findMembers'>>['items'][number];

interface GrantSheetProps {
  activity: ManagedActivity;
  member: FoundMember;
  onClose: () => void;
  onDone: (memberId: MemberId, grants: readonly Grant[]) => void;
}

/** After the end there is still something to enter: a day is enough. */
const AFTER_MS = 24 * 3_600_000;

interface Granting {
  role: HelperRole;
  until: string;
  fault: string | undefined;
  granting: boolean;
  revoking: boolean;
  refused: RefusedBy<'organizer.grant'> | RefusedBy<'organizer.revoke'> | undefined;
  chooseRole: (role: HelperRole) => void;
  chooseUntil: (until: string) => void;
  give: () => Promise<void>;
  takeBack: () => Promise<void>;
}

const LATER = '请选一个以后的时间';

function useGranting({ activity, member, onClose, onDone }: GrantSheetProps): Granting {
  const grant = useAct('organizer.grant');
  const revoke = useAct('organizer.revoke');
  const [role, chooseRole] = useState<HelperRole>('volunteer');
  const [until, setUntil] = useState(wallTime(activity.endsAt + AFTER_MS));
  const [fault, setFault] = useState<string>();
  const { memberId, name } = member;
  const whose = { memberId, role, scope: { kind: 'activity' as const, id: activity.id } };

  function done(grants: readonly Grant[], told: string): void {
    onDone(memberId, grants);
    toast(told);
    onClose();
  }

  async function give(): Promise<void> {
    const at = instantAt(until);
    setFault(at === undefined ? '请选到什么时候' : at <= serverNow() ? LATER : undefined);
    if (at === undefined || at <= serverNow()) return;
    revoke.forget();
    const outcome = await grant.send({ ...whose, until: at });
    if (outcome.ok) done(outcome.value.grants, `${name}是${HELPER_WORDS[role].name}了`);
    else if (outcome.refusal === 'UNTIL_PASSED') setFault(LATER);
  }

  async function takeBack(): Promise<void> {
    grant.forget();
    const outcome = await revoke.send(whose);
    if (outcome.ok) done(outcome.value.grants, '已收回');
  }

  return {
    ...{ role, until, fault, chooseRole, give, takeBack, granting: grant.busy, revoking: revoke.busy },
    refused: grant.refused?.refusal === 'UNTIL_PASSED' ? undefined : (grant.refused ?? revoke.refused),
    chooseUntil: (value) => {
      setUntil(value);
      setFault(undefined);
    },
  };
}

const ROLE_OPTIONS = HELPER_ROLES.map((value) => ({
  value,
  title: HELPER_WORDS[value].name,
  note: HELPER_WORDS[value].note,
}));

/** Gives a member a part in this activity until some day, or takes it back. */
export function GrantSheet(props: GrantSheetProps) {
  const { member, onClose } = props;
  const { role, until, fault, granting, revoking, refused, ...act } = useGranting(props);
  const words = HELPER_WORDS[role].name;
  return (
    <Sheet
      open
      title={member.name}
      onClose={onClose}
      testId="grant-sheet"
      foot={
        <>
          {refused && <FailureLine refused={refused} />}
          <Button kind="primary" busy={granting} disabled={revoking} onPress={() => void act.give()} testId="grant">
            授权为{words}
          </Button>
          <Button kind="quiet" busy={revoking} disabled={granting} onPress={() => void act.takeBack()} testId="revoke">
            收回{words}
          </Button>
        </>
      }
    >
      <View className="note number">
        {member.phone} · {member.enterprise.name}
      </View>
      <Field label="做什么">
        <Choice options={ROLE_OPTIONS} chosen={role} onChoose={act.chooseRole} />
      </Field>
      <Field label="到什么时候" fault={fault}>
        <DateTime value={until} label="到什么时候" onChange={act.chooseUntil} testId="until" />
      </Field>
    </Sheet>
  );
}
