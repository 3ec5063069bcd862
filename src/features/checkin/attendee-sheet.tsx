import { View } from '@tarojs/components';
import { useState } from 'react';
import {
  attendanceWords,
  gateRefusal,
  nameOf,
  noEntryWords,
  partyWords,
  UNDO_REASONS,
} from '../../../domain/wording/checkin';
import type { Attendee } from '../../../types/contract/checkin';
import { serverNow } from '../../cloud/clock';
import { toast } from '../../device/toast';
import { Button } from '../../ui/button/button';
import { Choice } from '../../ui/choice/choice';
import { Field } from '../../ui/field/field';
import { TextInput } from '../../ui/field/text-input';
import { Sheet } from '../../ui/sheet/sheet';
import type { GateOf } from './recent';
import { type Handling, useAttendee } from './use-attendee';
import { AdmittedVerdict, RefusedVerdict } from './verdict';
import './attendee-sheet.css';

interface AttendeeSheetProps {
  of: GateOf;
  gate: string;
  attendee: Attendee;
  /** May say afterwards that somebody was there. */
  organizer: boolean;
  onClose: () => void;
}

/** Who that is, large enough to compare with the person who stands there. */
function Facts({ attendee }: { attendee: Attendee }) {
  const { phone, enterpriseName, zone, companions } = attendee;
  const party = partyWords(companions);
  return (
    <View className="attendee-facts">
      <View className="large">{nameOf(attendee)}</View>
      {(zone ?? party) && (
        <View className="row attendee-facts__place">
          {zone && <View className="title">{zone.name}</View>}
          {party && <View className="title number">{party}</View>}
        </View>
      )}
      <View className="number">{phone}</View>
      <View className="note">{enterpriseName}</View>
    </View>
  );
}

/** Somebody who is in: when and how, and taking it back with a reason. */
function InSheet({ attendee, handling, onClose }: { attendee: Attendee; handling: Handling; onClose: () => void }) {
  const [chosen, setChosen] = useState<string>();
  const [typed, setTyped] = useState('');
  const [fault, setFault] = useState<string>();
  const { busy, refused, undo } = handling;
  async function takeBack(): Promise<void> {
    const reason = typed.trim() === '' ? chosen : typed.trim();
    setFault(reason === undefined ? '选一个原因，或者自己写' : undefined);
    if (reason === undefined || !(await undo(reason))) return;
    toast('已撤销');
    onClose();
  }
  return (
    <Sheet
      open
      title="撤销签到"
      onClose={onClose}
      testId="undo-sheet"
      foot={
        <Button kind="danger" busy={busy} onPress={() => void takeBack()} testId="confirm-undo">
          撤销签到
        </Button>
      }
    >
      <Facts attendee={attendee} />
      {attendee.attendance && <View className="note number">{attendanceWords(attendee.attendance, serverNow())}</View>}
      {refused && (
        <RefusedVerdict refusal={refused.refusal} words={gateRefusal(refused, serverNow())} head="没有撤销" />
      )}
      <Field label="原因" fault={fault}>
        <Choice
          options={UNDO_REASONS.map((reason) => ({ value: reason, title: reason }))}
          chosen={typed.trim() === '' ? chosen : undefined}
          onChoose={(reason) => {
            setChosen(reason);
            setFault(undefined);
          }}
        />
      </Field>
      <Field label="其他原因" optional>
        <TextInput label="其他原因" placeholder="写几个字" maxLength={60} onType={setTyped} testId="undo-reason" />
      </Field>
    </Sheet>
  );
}

/** Somebody who is not in: letting them in, or why not. */
function OutSheet({
  attendee,
  handling,
  organizer,
  onClose,
}: Omit<AttendeeSheetProps, 'of' | 'gate'> & { handling: Handling }) {
  const { state } = attendee;
  const { busy, admitted, refused, admit } = handling;
  const can = state === 'confirmed' || (state === 'absent' && organizer);
  const why = noEntryWords(state);
  return (
    <Sheet
      open
      title={state === 'absent' ? '补签' : '名单签到'}
      onClose={onClose}
      testId="admit-sheet"
      foot={
        admitted || !can ? (
          <Button onPress={onClose} testId="close">
            {admitted ? '完成' : '知道了'}
          </Button>
        ) : (
          <Button kind="primary" busy={busy} onPress={() => void admit()} testId="confirm-admit">
            {state === 'absent' ? '确认来过，补签' : '核对无误，请进'}
          </Button>
        )
      }
    >
      {admitted ? (
        <AdmittedVerdict admitted={admitted} />
      ) : (
        <>
          <Facts attendee={attendee} />
          {!can && (
            <View className="attendee-facts__why" data-testid="no-entry">
              <View className="title">{why.title}</View>
              <View>{why.text}</View>
            </View>
          )}
          {refused && <RefusedVerdict refusal={refused.refusal} words={gateRefusal(refused, serverNow())} />}
        </>
      )}
    </Sheet>
  );
}

/** One person of the list; which of the two it is was decided when it opened. */
export function AttendeeSheet({ of, gate, attendee, organizer, onClose }: AttendeeSheetProps) {
  const handling = useAttendee(of, gate, attendee);
  return attendee.state === 'attended' ? (
    <InSheet attendee={attendee} handling={handling} onClose={onClose} />
  ) : (
    <OutSheet attendee={attendee} handling={handling} organizer={organizer} onClose={onClose} />
  );
}
