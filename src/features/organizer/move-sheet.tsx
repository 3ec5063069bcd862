import { View } from '@tarojs/components';
import { useState } from 'react';
import { instantAt, wallTime } from '../../../domain/time/shanghai';
import { span } from '../../../domain/wording/dates';
import type { ManagedActivity } from '../../../types/contract/organizer-activity';
import type { Plan, SessionPlan } from '../../../types/contract/plan';
import type { RefusedBy } from '../../cloud/call';
import { serverNow } from '../../cloud/clock';
import { isUnsure } from '../../cloud/command';
import { toast } from '../../device/toast';
import { Button } from '../../ui/button/button';
import { Choice } from '../../ui/choice/choice';
import { DateTime } from '../../ui/date-time/date-time';
import { Field } from '../../ui/field/field';
import { Sheet } from '../../ui/sheet/sheet';
import { ActRefused } from './act-refused';
import { ConfirmSheet } from './confirm-sheet';
import { ReasonField } from './reason-field';
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

interface Moving {
  move: Move;
  faults: MoveFaults;
  asked: Asked | undefined;
  busy: boolean;
  refused: RefusedBy<'organizer.moveSession'> | undefined;
  change: (move: Move) => void;
  takeBack: () => void;
  save: (yes?: Yes) => Promise<void>;
}

function useMoving({ id, plan }: ManagedActivity, onDone: () => void): Moving {
  const { busy, refused, send } = useAct('organizer.moveSession');
  const [move, change] = useState<Move>(() => begin(plan.sessions.length === 1 ? plan.sessions[0] : undefined));
  const [checked, setChecked] = useState(false);
  const [asked, setAsked] = useState<Asked>();
  const faults = faultsOf(move);

  async function save(yes?: Yes): Promise<void> {
    setChecked(true);
    const [startsAt, endsAt] = [instantAt(move.startsAt), instantAt(move.endsAt)];
    if (Object.keys(faults).length > 0 || !move.session || startsAt === undefined || endsAt === undefined) return;
    const outcome = await send({
      ...{ activityId: id, sessionId: move.session.id, startsAt, endsAt },
      reason: yes?.reason ?? move.reason.trim(),
      ...(yes ? { confirmed: yes.token } : {}),
    });
    if (outcome.ok) {
      toast('时间改好了');
      onDone();
    } else if (outcome.refusal === 'NEEDS_CONFIRMATION') setAsked({ ...outcome.detail, again: yes !== undefined });
    else if (!isUnsure(outcome.refusal)) setAsked(undefined);
  }

  return {
    ...{ move, asked, busy, refused, change, save, takeBack: () => setAsked(undefined) },
    faults: checked ? faults : {},
  };
}

/** Which session; the only one is not asked about. */
function WhichSession({ plan, moving: { move, change } }: { plan: Plan; moving: Moving }) {
  const { session } = move;
  const when = ({ startsAt, endsAt }: SessionPlan): string => span(startsAt, endsAt, serverNow());
  if (plan.sessions.length < 2) return null;
  if (session) {
    return <Target title={session.name} note={when(session)} other="换一场" onOther={() => change(begin(undefined))} />;
  }
  return (
    <Field label="哪一场">
      <Choice
        options={plan.sessions.map((each) => ({ value: each.id, title: each.name, note: when(each) }))}
        chosen={undefined}
        onChoose={(id) => change(begin(plan.sessions.find((each) => each.id === id)))}
      />
    </Field>
  );
}

/** Moves one session to another time; whoever has a place there is told, and before that the organizer sees who. */
export function MoveSheet({ activity, onClose }: { activity: ManagedActivity; onClose: () => void }) {
  const { plan } = activity;
  const moving = useMoving(activity, onClose);
  const { move, asked, busy, refused, save } = moving;
  if (asked) {
    return (
      <ConfirmSheet
        touches={asked.touches}
        again={asked.again}
        plan={plan}
        reason={move.reason}
        busy={busy}
        refused={refused}
        onYes={(reason) => void save({ reason, token: asked.token })}
        onNo={moving.takeBack}
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
        <>
          <ActRefused refused={refused?.refusal === 'NEEDS_CONFIRMATION' ? undefined : refused} activity={activity} />
          <Button kind="primary" busy={busy} disabled={!move.session} onPress={() => void save()} testId="save-move">
            {busy ? '正在保存' : '保存'}
          </Button>
        </>
      }
    >
      <WhichSession plan={plan} moving={moving} />
      {move.session && (
        <View key={move.session.id}>
          <MoveForm move={move} faults={moving.faults} onChange={moving.change} />
        </View>
      )}
    </Sheet>
  );
}
