import { View } from '@tarojs/components';
import { useState } from 'react';
import { instantAt, wallTime } from '../../../domain/time/shanghai';
import { span } from '../../../domain/wording/dates';
import type { ManagedActivity } from '../../../types/contract/organizer-activity';
import type { SessionPlan } from '../../../types/contract/plan';
import { serverNow } from '../../cloud/clock';
import { isUnsure } from '../../cloud/command';
import { toast } from '../../device/toast';
import { Choice } from '../../ui/choice/choice';
import { DateTime } from '../../ui/date-time/date-time';
import { Field } from '../../ui/field/field';
import { ReasonField } from '../../ui/field/reason-field';
import { Sheet } from '../../ui/sheet/sheet';
import { ConfirmSheet } from './confirm-sheet';
import { SaveFoot } from './save-foot';
import { Target } from './target';
import { useAct } from './use-act';
import type { Asked, Yes } from './use-plan-editor';

interface Move {
  session: SessionPlan | undefined;
  startsAt: string;
  endsAt: string;
  reason: string;
}

const begin = (session: SessionPlan | undefined): Move => ({
  session,
  startsAt: session ? wallTime(session.startsAt) : '',
  endsAt: session ? wallTime(session.endsAt) : '',
  reason: '',
});

interface MoveFaults {
  startsAt?: string;
  endsAt?: string;
  reason?: boolean;
}

function faultsOf({ session, startsAt, endsAt, reason }: Move): MoveFaults {
  const [from, to] = [instantAt(startsAt), instantAt(endsAt)];
  if (from === undefined) return { startsAt: '请选开始时间' };
  if (to === undefined) return { endsAt: '请选结束时间' };
  if (to <= from) return { endsAt: '结束要晚于开始' };
  if (from === session?.startsAt && to === session.endsAt) return { startsAt: '和现在一样' };
  return reason.trim() === '' ? { reason: true } : {};
}

/** A session's start moves, its end goes with it: most sessions stay as long as they were. */
function startAt(move: Move, startsAt: string): Move {
  const { session } = move;
  const from = instantAt(startsAt);
  if (!session || from === undefined) return { ...move, startsAt };
  return { ...move, startsAt, endsAt: wallTime(from + session.endsAt - session.startsAt) };
}

interface MoveFormProps {
  move: Move;
  faults: MoveFaults;
  onChange: (move: Move) => void;
}

function MoveForm({ move, faults, onChange }: MoveFormProps) {
  return (
    <>
      <Field label="新的开始" fault={faults.startsAt}>
        <DateTime
          value={move.startsAt}
          label="新的开始"
          onChange={(startsAt) => onChange(startAt(move, startsAt))}
          testId="starts-at"
        />
      </Field>
      <Field label="新的结束" fault={faults.endsAt}>
        <DateTime
          value={move.endsAt}
          label="新的结束"
          onChange={(endsAt) => onChange({ ...move, endsAt })}
          testId="ends-at"
        />
      </Field>
      <ReasonField
        note="报了这一场的人会看到这句话"
        initial={move.reason}
        missing={faults.reason ?? false}
        onType={(reason) => onChange({ ...move, reason })}
      />
    </>
  );
}

/** Which session it is about; with the way back to the others once one is chosen. */
function WhichSession({
  sessions,
  session,
  onChoose,
}: {
  sessions: readonly SessionPlan[];
  session: SessionPlan | undefined;
  onChoose: (session: SessionPlan | undefined) => void;
}) {
  const when = ({ startsAt, endsAt }: SessionPlan): string => span(startsAt, endsAt, serverNow());
  if (session) {
    return <Target title={session.name} note={when(session)} other="换一场" onOther={() => onChoose(undefined)} />;
  }
  return (
    <Field label="哪一场">
      <Choice
        options={sessions.map((each) => ({ value: each.id, title: each.name, note: when(each) }))}
        chosen={undefined}
        onChoose={(id) => onChoose(sessions.find((each) => each.id === id))}
      />
    </Field>
  );
}

const wordsOf = ({ reason }: Move, yes: Yes | undefined) =>
  yes ? { reason: yes.reason, confirmed: yes.token } : { reason: reason.trim() };

const beyondAsking = <R extends { refusal: string }>(refused: R | undefined): R | undefined =>
  refused?.refusal === 'NEEDS_CONFIRMATION' ? undefined : refused;

/** Moves one session to another time; whoever has a place there is told, and before that the organizer sees who. */
export function MoveSheet({ activity, onClose }: { activity: ManagedActivity; onClose: () => void }) {
  const { plan } = activity;
  const send = useAct('organizer.moveSession');
  const [move, setMove] = useState<Move>(() => begin(plan.sessions[1] ? undefined : plan.sessions[0]));
  const [checked, setChecked] = useState(false);
  const [asked, setAsked] = useState<Asked>();
  const faults = faultsOf(move);

  async function save(yes?: Yes): Promise<void> {
    setChecked(true);
    const [startsAt, endsAt] = [instantAt(move.startsAt), instantAt(move.endsAt)];
    if (Object.keys(faults).length > 0 || !move.session || startsAt === undefined || endsAt === undefined) return;
    const when = { activityId: activity.id, sessionId: move.session.id, startsAt, endsAt };
    const outcome = await send.send({ ...when, ...wordsOf(move, yes) });
    if (outcome.ok) {
      toast('时间改好了');
      onClose();
    } else if (outcome.refusal === 'NEEDS_CONFIRMATION') setAsked({ ...outcome.detail, again: yes !== undefined });
    else if (!isUnsure(outcome.refusal)) setAsked(undefined);
  }

  if (asked) {
    return (
      <ConfirmSheet
        touches={asked.touches}
        again={asked.again}
        plan={plan}
        reason={move.reason}
        busy={send.busy}
        refused={send.refused}
        onYes={(reason) => void save({ reason, token: asked.token })}
        onNo={() => setAsked(undefined)}
      />
    );
  }
  return (
    <Sheet
      open
      title="改时间"
      onClose={onClose}
      testId="move-sheet"
      foot={
        <SaveFoot
          {...{ activity, refused: beyondAsking(send.refused), busy: send.busy, off: !move.session }}
          onSave={() => void save()}
          testId="save-move"
        />
      }
    >
      {plan.sessions.length > 1 && (
        <WhichSession sessions={plan.sessions} session={move.session} onChoose={(session) => setMove(begin(session))} />
      )}
      {move.session && (
        <View key={move.session.id}>
          <MoveForm move={move} faults={checked ? faults : {}} onChange={setMove} />
        </View>
      )}
    </Sheet>
  );
}
