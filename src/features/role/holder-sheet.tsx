import { View } from '@tarojs/components';
import { useState } from 'react';
import { instantAt, wallTime } from '../../../domain/time/shanghai';
import { ROLE_WORDS, scopeWords } from '../../../domain/wording/role';
import type { RoleHolder } from '../../../types/contract/grant-invite';
import type { Role, Scope } from '../../../types/vocabulary';
import { serverNow } from '../../cloud/clock';
import { toast } from '../../device/toast';
import { FailureLine } from '../../shell/failure';
import { Button } from '../../ui/button/button';
import { DateTime } from '../../ui/date-time/date-time';
import { Field } from '../../ui/field/field';
import { useFaultedText } from '../../ui/field/use-faulted-text';
import { Sheet } from '../../ui/sheet/sheet';
import { useAct } from './use-act';

interface HolderSheetProps {
  role: Role;
  holder: RoleHolder;
  onClose: () => void;
}

/** The scope as the server takes it, without its name. */
function bare(scope: RoleHolder['scope']): Scope {
  return scope.kind === 'all' ? { kind: 'all' } : { kind: scope.kind, id: scope.id };
}

function useHolder({ role, holder, onClose }: HolderSheetProps) {
  const grant = useAct('organizer.grant');
  const revoke = useAct('organizer.revoke');
  const { memberId, name, until: ends } = holder;
  const scope = bare(holder.scope);
  const { text: until, fault, type, setFault } = useFaultedText(ends === undefined ? '' : wallTime(ends));
  const [asked, setAsked] = useState(false);

  async function keep(): Promise<void> {
    revoke.forget();
    const at = until === '' ? undefined : instantAt(until);
    if (at !== undefined && at <= serverNow()) return setFault('请选一个以后的时间');
    const outcome = await grant.send({ memberId, role, scope, ...(at !== undefined && { until: at }) });
    if (!outcome.ok) return;
    toast('改好了');
    onClose();
  }

  async function takeBack(): Promise<void> {
    grant.forget();
    if (!asked) return setAsked(true);
    const outcome = await revoke.send({ memberId, role, scope });
    if (!outcome.ok) return;
    toast(`收回了${name}的授权`);
    onClose();
  }
  return { grant, revoke, until, type, fault, asked, keep, takeBack };
}

/** Somebody's role: until when they have it, and the way to end it now. */
export function HolderSheet(props: HolderSheetProps) {
  const { role, holder, onClose } = props;
  const { grant, revoke, until, type, fault, asked, keep, takeBack } = useHolder(props);
  const refused = grant.refused ?? revoke.refused;
  return (
    <Sheet
      open
      title={holder.name}
      onClose={onClose}
      testId="holder-sheet"
      foot={
        <>
          {refused && <FailureLine refused={refused} />}
          <Button kind="primary" busy={grant.busy} disabled={revoke.busy} onPress={() => void keep()} testId="keep">
            保存期限
          </Button>
          <Button
            kind={asked ? 'danger' : 'quiet'}
            busy={revoke.busy}
            disabled={grant.busy}
            onPress={() => void takeBack()}
            testId="revoke"
          >
            {asked ? '确定收回' : '收回授权'}
          </Button>
        </>
      }
    >
      <View className="role-form">
        <View>
          <View className="note number">
            {holder.phone} · {holder.enterprise.name}
          </View>
          <View className="strong">
            {ROLE_WORDS[role]} · {scopeWords(holder.scope)}
          </View>
        </View>
        <Field label="到什么时候" fault={fault} optional>
          <DateTime value={until} label="到什么时候" onChange={type} testId="until" />
        </Field>
        {until === '' && <View className="note">不填就一直有效，直到收回。</View>}
      </View>
    </Sheet>
  );
}
