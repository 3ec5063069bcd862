import { View } from '@tarojs/components';
import { useRef, useState } from 'react';
import { dateWord } from '../../../domain/wording/dates';
import { phoneWord } from '../../../domain/wording/phone';
import { EMPLOYMENT_WORDS } from '../../../domain/wording/vocabulary';
import type { Me, UpdateMe } from '../../../types/contract/member';
import { EMPLOYMENTS, type Employment } from '../../../types/vocabulary';
import { keepAnswer, outdate } from '../../cloud/answers';
import type { RefusedBy } from '../../cloud/call';
import { serverNow } from '../../cloud/clock';
import { command } from '../../cloud/command';
import { toast } from '../../device/toast';
import { go } from '../../routes';
import { Failure, FailureLine } from '../../shell/failure';
import { Button } from '../../ui/button/button';
import { Cell, CellGroup } from '../../ui/cell/cell';
import { Choice } from '../../ui/choice/choice';
import { Field } from '../../ui/field/field';
import { TextInput } from '../../ui/field/text-input';
import { Notice } from '../../ui/notice/notice';
import { Sheet } from '../../ui/sheet/sheet';
import { SkeletonRows } from '../../ui/skeleton/skeleton';
import { LeaveSheet } from './leave-sheet';
import { useMe } from './use-me';
import './member.css';

function EditSheet({ me, open, onClose }: { me: Me; open: boolean; onClose: () => void }) {
  const send = useRef(command('member.updateMe'));
  const [name, setName] = useState(me.name ?? '');
  const [employment, setEmployment] = useState<Employment | undefined>(me.employment);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string>();
  const [refused, setRefused] = useState<RefusedBy<'member.updateMe'>>();

  async function save(): Promise<void> {
    if (name.trim() === '') {
      setFault('请填写姓名');
      return;
    }
    const change: UpdateMe = { name: name.trim(), ...(employment === undefined ? {} : { employment }) };
    setBusy(true);
    setRefused(undefined);
    const outcome = await send.current(change);
    setBusy(false);
    if (outcome.ok) {
      keepAnswer('member.me', {}, { ...outcome.value, now: serverNow() });
      outdate('activity.get');
      toast('已保存');
      onClose();
    } else {
      setRefused(outcome);
    }
  }

  return (
    <Sheet
      open={open}
      title="修改资料"
      onClose={onClose}
      foot={
        <>
          {refused && <FailureLine refused={refused} />}
          <Button kind="primary" busy={busy} onPress={() => void save()} testId="save">
            保存
          </Button>
        </>
      }
    >
      <Field label="姓名" fault={fault}>
        <TextInput label="姓名" initial={me.name ?? ''} maxLength={30} onType={setName} testId="name" />
      </Field>
      <Field label="职工类别">
        <Choice
          options={EMPLOYMENTS.map((value) => ({
            value,
            title: EMPLOYMENT_WORDS[value].name,
            note: EMPLOYMENT_WORDS[value].note,
          }))}
          chosen={employment}
          onChoose={setEmployment}
        />
      </Field>
    </Sheet>
  );
}

/** What the union knows of me; my own phone number is whole. */
export function Profile() {
  const { value: me, refused, asking, again } = useMe();
  const [editing, setEditing] = useState(false);
  const [leaving, setLeaving] = useState(false);
  if (!me) return refused ? <Failure refused={refused} again={again} asking={asking} /> : <SkeletonRows count={4} />;
  if (me.status === 'visitor') {
    return (
      <Notice icon="person" title="还没有加入工会" text="加入后这里是你的资料" testId="not-member">
        <Button kind="primary" onPress={go.join}>
          加入工会
        </Button>
      </Notice>
    );
  }
  return (
    <>
      <CellGroup>
        <Cell title="姓名" value={me.name ?? ''} />
        <Cell title="手机号" value={phoneWord(me.phone ?? '')} />
        <Cell title="单位" value={me.enterprise?.name ?? ''} />
        <Cell title="职工类别" value={me.employment === undefined ? '' : EMPLOYMENT_WORDS[me.employment].name} />
        {me.joinedAt !== undefined && <Cell title="入会" value={dateWord(me.joinedAt, me.now)} />}
      </CellGroup>
      <View className="join-form">
        <View className="field stack">
          <Button onPress={() => setEditing(true)} testId="edit">
            修改姓名和类别
          </Button>
          <View className="note">换单位、换手机号要由工会工作人员办理。</View>
          <Button kind="quiet" onPress={() => setLeaving(true)} testId="leave">
            注销会员
          </Button>
        </View>
      </View>
      {editing && <EditSheet me={me} open onClose={() => setEditing(false)} />}
      <LeaveSheet open={leaving} onClose={() => setLeaving(false)} />
    </>
  );
}
