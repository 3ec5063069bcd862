import { View } from '@tarojs/components';
import { useState } from 'react';
import { dayOf, instantAt } from '../../../domain/time/shanghai';
import { ROLE_MAY, ROLE_WORDS } from '../../../domain/wording/role';
import type { Role, Scope } from '../../../types/vocabulary';
import { serverNow } from '../../cloud/clock';
import { toast } from '../../device/toast';
import { FailureLine } from '../../shell/failure';
import { type FoundMember, MemberSearch } from '../../shell/member-search/member-search';
import { Button } from '../../ui/button/button';
import { DateTime } from '../../ui/date-time/date-time';
import { Field } from '../../ui/field/field';
import { Sheet } from '../../ui/sheet/sheet';
import { useAct } from './use-act';

/** An officer serves the enterprise that they are of; the others serve the whole union. */
function scopeOf(role: Role, { enterprise }: FoundMember): Scope {
  return role === 'unit-officer' ? { kind: 'enterprise', id: enterprise.id } : { kind: 'all' };
}

const endOfYear = (): string => `${dayOf(serverNow()).slice(0, 4)}-12-31T23:59`;

interface NameSheetProps {
  role: Role;
  onClose: () => void;
}

function Chosen({ role, member, onClose }: NameSheetProps & { member: FoundMember }) {
  const grant = useAct('organizer.grant');
  const [until, setUntil] = useState(role === 'unit-officer' ? endOfYear() : '');
  const [fault, setFault] = useState<string>();
  const { memberId, name, phone, enterprise } = member;
  async function give(): Promise<void> {
    const at = until === '' ? undefined : instantAt(until);
    if (at !== undefined && at <= serverNow()) return setFault('请选一个以后的时间');
    const wish = { memberId, role, scope: scopeOf(role, member), ...(at !== undefined && { until: at }) };
    const outcome = await grant.send(wish);
    if (!outcome.ok) return;
    toast(`${name}是${ROLE_WORDS[role]}了`);
    onClose();
  }
  return (
    <View className="role-form">
      <View>
        <View className="strong">{name}</View>
        <View className="note number">
          {phone} · {enterprise.name}
        </View>
        <View className="note">{ROLE_MAY[role].join('，')}</View>
      </View>
      <Field label="到什么时候" fault={fault} optional>
        <DateTime value={until} label="到什么时候" onChange={setUntil} testId="until" />
      </Field>
      {until === '' && <View className="note">不填就一直有效，直到收回。</View>}
      {grant.refused && <FailureLine refused={grant.refused} />}
      <Button kind="primary" busy={grant.busy} onPress={() => void give()} testId="grant">
        授权为{ROLE_WORDS[role]}
      </Button>
    </View>
  );
}

/** Gives a role to somebody who was found by name: the only way to become an admin or an organizer. */
export function NameSheet({ role, onClose }: NameSheetProps) {
  const [member, setMember] = useState<FoundMember>();
  return (
    <Sheet open title={`授权${ROLE_WORDS[role]}`} onClose={onClose} testId="name-sheet">
      {member ? (
        <Chosen role={role} member={member} onClose={onClose} />
      ) : (
        <MemberSearch why={`让他做${ROLE_WORDS[role]}`} onChoose={setMember} />
      )}
    </Sheet>
  );
}
