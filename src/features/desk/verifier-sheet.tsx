import { View } from '@tarojs/components';
import { useState } from 'react';
import type { ShopView } from '../../../types/contract/benefit';
import { toast } from '../../device/toast';
import { go } from '../../routes';
import { FailureLine } from '../../shell/failure';
import { type FoundMember, MemberSearch } from '../../shell/member-search/member-search';
import { Button } from '../../ui/button/button';
import { Sheet } from '../../ui/sheet/sheet';
import { useAct } from './use-act';

function Chosen({ member: { name, phone, enterprise } }: { member: FoundMember }) {
  return (
    <View>
      <View className="strong">{name}</View>
      <View className="note number">
        {phone} · {enterprise.name}
      </View>
      <View className="note">只能核销这一家的券，看不到会员是谁。</View>
    </View>
  );
}

function Finding({ shop: { id, name }, onChoose }: { shop: ShopView; onChoose: (member: FoundMember) => void }) {
  return (
    <>
      <Button onPress={() => go.roleInvites({ kind: 'shop', id }, name)} testId="invite-merchant">
        发邀请，让他自己点
      </Button>
      <View className="desk-search">
        <MemberSearch why="让他在这里核销，或者把核销收回" onChoose={onChoose} />
      </View>
    </>
  );
}

/** Gives a member the right to verify for one shop, or takes it back. */
export function VerifierSheet({ shop, onClose }: { shop: ShopView; onClose: () => void }) {
  const grant = useAct('organizer.grant');
  const revoke = useAct('organizer.revoke');
  const [member, setMember] = useState<FoundMember>();
  const scope = { kind: 'shop' as const, id: shop.id };

  async function give({ memberId, name }: FoundMember): Promise<void> {
    const outcome = await grant.send({ memberId, role: 'merchant', scope });
    if (!outcome.ok) return;
    toast(`${name}可以核销了`);
    onClose();
  }
  async function takeBack({ memberId }: FoundMember): Promise<void> {
    const outcome = await revoke.send({ memberId, role: 'merchant', scope });
    if (!outcome.ok) return;
    toast('已收回');
    onClose();
  }
  const refused = grant.refused ?? revoke.refused;
  return (
    <Sheet
      open
      title={`${shop.name}：谁来核销`}
      onClose={onClose}
      testId="verifier-sheet"
      foot={
        member && (
          <>
            {refused && <FailureLine refused={refused} />}
            <Button
              kind="primary"
              busy={grant.busy}
              disabled={revoke.busy}
              onPress={() => void give(member)}
              testId="grant"
            >
              让{member.name}核销
            </Button>
            <Button
              kind="quiet"
              busy={revoke.busy}
              disabled={grant.busy}
              onPress={() => void takeBack(member)}
              testId="revoke"
            >
              收回{member.name}的核销
            </Button>
          </>
        )
      }
    >
      {member ? <Chosen member={member} /> : <Finding shop={shop} onChoose={setMember} />}
    </Sheet>
  );
}
