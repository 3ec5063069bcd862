import { View } from '@tarojs/components';
import { useState } from 'react';
import { DECISION_WORDS, decidedLines, peopleWords, placeName, seatsOf } from '../../../domain/wording/organizer';
import type { Applicant, Decide, Decided, Decision, ManagedActivity } from '../../../types/contract/organizer-activity';
import type { ActivityId, RegistrationId } from '../../../types/vocabulary';
import { FailureLine } from '../../shell/failure';
import { Button } from '../../ui/button/button';
import { Choice } from '../../ui/choice/choice';
import { Field } from '../../ui/field/field';
import { ReasonField } from '../../ui/field/reason-field';
import { Icon } from '../../ui/icon/icon';
import { Sheet } from '../../ui/sheet/sheet';
import { poolsOf } from './standing';
import { useAct } from './use-act';
import './organizer.css';

interface DecideSheetProps {
  activityId: ActivityId;
  activity: ManagedActivity | undefined;
  decision: Decision;
  /** In the order in which places are given. */
  applicants: readonly Applicant[];
  onClose: () => void;
  /** Those for whom there was no place go to the queue instead. */
  onWaitlist: (ids: readonly RegistrationId[]) => void;
}

const FITS: readonly { value: Decide['fit']; title: string; note: string }[] = [
  { value: 'as-many-as-fit', title: '能放几位放几位', note: '按顺序给，名额满了就停，其余的还在待审核' },
  { value: 'all', title: '全部通过才算', note: '名额不够就一位也不动' },
];

/** Sessions and zones that those want, with how many they want and what is left: `草坪区要 5 个，还剩 3 个`. */
function demandWords(activity: ManagedActivity, applicants: readonly Applicant[]): string[] {
  const pools = poolsOf(activity);
  return pools.flatMap((session) => {
    const parts = session.zones.length > 0 ? session.zones : [session];
    return parts.flatMap(({ sessionId, zoneId, capacity, used, ...part }) => {
      const name = pools.length > 1 ? placeName(activity.plan, sessionId, zoneId) : part.name;
      const wanting = applicants.filter((each) => each.session.id === sessionId && each.zone?.id === zoneId);
      const seats = wanting.reduce((sum, each) => sum + seatsOf(each), 0);
      return seats === 0 ? [] : [`${name}要 ${seats} 个，还剩 ${Math.max(0, capacity - used)} 个`];
    });
  });
}

interface Outcome {
  decision: Decision;
  decided: Decided;
  /** Who they were: by now they have left the list. */
  names: Record<RegistrationId, string>;
}

/** Exactly what became of each. */
function DecidedView({ decision, decided, names }: Outcome) {
  const lines = decidedLines(decision, decided, (id) => names[id] ?? '');
  return (
    <View className="stack" data-testid="decided">
      <View className="row decided__title">
        {decided.done.length > 0 && <Icon name="check" />}
        <View className="title number">{lines.title}</View>
      </View>
      {lines.full !== undefined && <View className="card number">{lines.full}</View>}
      {lines.gone !== undefined && <View className="card number">{lines.gone}</View>}
    </View>
  );
}

function Form({
  props,
  fit,
  onFit,
  missing,
  onReason,
}: {
  props: DecideSheetProps;
  fit: Decide['fit'];
  onFit: (fit: Decide['fit']) => void;
  missing: boolean;
  onReason: (words: string) => void;
}) {
  const { activity, decision, applicants } = props;
  const names = applicants.slice(0, 8).map(({ name }) => name);
  return (
    <>
      <View className="stack stack--tight">
        <View className="number">{peopleWords(names, applicants.length)}</View>
        {activity && decision === 'approve' && (
          <View className="note number">
            {demandWords(activity, applicants).map((line) => (
              <View key={line}>{line}</View>
            ))}
          </View>
        )}
        {decision === 'waitlist' && <View className="note">排到队尾，有名额空出来会先问前面的人</View>}
      </View>
      {decision === 'approve' && applicants.length > 1 && (
        <Field label="名额不够时">
          <Choice options={FITS} chosen={fit} onChoose={onFit} />
        </Field>
      )}
      <ReasonField
        note={decision === 'decline' ? '对方会看到这句话' : '留在操作记录里'}
        optional={decision !== 'decline'}
        missing={missing}
        onType={onReason}
      />
    </>
  );
}

/** After it is done: those for whom no place was left may queue instead. */
function DecidedFoot({ waiting, onQueue, onClose }: { waiting: number; onQueue: () => void; onClose: () => void }) {
  return (
    <>
      {waiting > 0 && (
        <Button onPress={onQueue} testId="queue-rest">
          把这 {waiting} 位转候补
        </Button>
      )}
      <Button kind="primary" onPress={onClose} testId="decided-close">
        好的
      </Button>
    </>
  );
}

/** What is decided, with which words, and what came of it. */
function useDecision({ activityId, decision, applicants }: DecideSheetProps) {
  const decide = useAct('organizer.decide');
  const [fit, setFit] = useState<Decide['fit']>('as-many-as-fit');
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const [outcome, setOutcome] = useState<Outcome>();

  async function yes(): Promise<void> {
    const words = reason.trim();
    const needed = decision === 'decline' && words === '';
    setMissing(needed);
    if (needed) return;
    const names = Object.fromEntries(applicants.map((each) => [each.registrationId, each.name]));
    const answer = await decide.send({
      activityId,
      registrationIds: applicants.map(({ registrationId }) => registrationId),
      decision,
      ...(words === '' ? {} : { reason: words }),
      fit: decision === 'approve' ? fit : 'as-many-as-fit',
    });
    if (answer.ok) setOutcome({ decision, decided: answer.value, names });
    else if (answer.refusal === 'REASON_NEEDED') setMissing(true);
  }
  return { decide, fit, setFit, setReason, missing, setMissing, outcome, setOutcome, yes };
}

/** One decision on those who are chosen, and then exactly what became of each. */
export function DecideSheet(props: DecideSheetProps) {
  const { decision, applicants, onClose, onWaitlist } = props;
  const { decide, fit, setFit, setReason, missing, setMissing, outcome, setOutcome, yes } = useDecision(props);
  const { act } = DECISION_WORDS[decision];
  const waiting = outcome?.decision === 'approve' ? outcome.decided.full : [];
  const canQueue = waiting.length > 0 && props.activity?.plan.waitlist === true;
  return (
    <Sheet
      open
      title={outcome ? '结果' : `${act} ${applicants.length} 位`}
      onClose={onClose}
      testId="decide-sheet"
      foot={
        outcome ? (
          <DecidedFoot
            waiting={canQueue ? waiting.length : 0}
            onQueue={() => {
              setOutcome(undefined);
              onWaitlist(waiting);
            }}
            onClose={onClose}
          />
        ) : (
          <>
            {decide.refused && decide.refused.refusal !== 'REASON_NEEDED' && <FailureLine refused={decide.refused} />}
            <Button
              kind={decision === 'decline' ? 'danger' : 'primary'}
              busy={decide.busy}
              disabled={applicants.length === 0}
              onPress={() => void yes()}
              testId="confirm-decide"
            >
              {decide.busy ? '正在处理' : act}
            </Button>
          </>
        )
      }
    >
      {outcome ? (
        <DecidedView {...outcome} />
      ) : (
        <Form
          props={props}
          fit={fit}
          onFit={(next) => {
            setFit(next);
            decide.forget();
          }}
          missing={missing}
          onReason={(words) => {
            setReason(words);
            setMissing(false);
          }}
        />
      )}
    </Sheet>
  );
}
