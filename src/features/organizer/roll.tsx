import { View } from '@tarojs/components';
import { useState } from 'react';
import { soughtBy } from '../../../domain/member/sought';
import { ROLL_WORDS } from '../../../domain/wording/organizer';
import {
  type Applicant,
  type Decision,
  LISTED_STATES,
  type ListedState,
  type ManagedActivity,
} from '../../../types/contract/organizer-activity';
import type { ActivityId } from '../../../types/vocabulary';
import { useAnswer } from '../../cloud/use-answer';
import { useNow } from '../../cloud/use-now';
import { Check } from '../../ui/check/check';
import { Chips } from '../../ui/chips/chips';
import { useTypedText } from '../../ui/field/use-typed-text';
import { Press } from '../../ui/press/press';
import { WIDEST } from '../../ui/wide/wide';
import { ApplicantList } from './applicant-list';
import { DecideBar } from './decide-bar';
import { DecideSheet } from './decide-sheet';
import { type Part, RollFilter } from './roll-filter';
import { RollHeads, RollRow } from './roll-row';
import { useApplicants } from './use-applicants';
import { type Selection, useSelection } from './use-selection';
import './organizer.css';

const isListed = (state: string | undefined): state is ListedState => LISTED_STATES.some((each) => each === state);

interface PersonProps {
  applicant: Applicant;
  activity: ManagedActivity | undefined;
  /** Where somebody can be chosen, to be decided on. */
  selection: Selection | undefined;
}

function Person({ applicant, activity, selection }: PersonProps) {
  const now = useNow();
  const { registrationId, zone } = applicant;
  const row = (
    <RollRow
      applicant={applicant}
      questions={activity?.plan.questions ?? []}
      withPlace={(activity?.plan.sessions.length ?? 0) > 1 || zone !== undefined}
      now={now}
    />
  );
  if (!selection) return row;
  const on = selection.has(registrationId);
  return (
    <Press pressed={on} onPress={() => selection.toggle(registrationId)} testId={`applicant-${registrationId}`}>
      <View className="applicant__inside">
        <Check on={on} />
        {row}
      </View>
    </Press>
  );
}

/** A decision on those who are chosen, while they still wait for one. */
function Deciding({ activity, selection }: { activity: ManagedActivity; selection: Selection }) {
  const [decision, setDecision] = useState<Decision>();
  return (
    <>
      <DecideBar selection={selection} waitlist={activity.plan.waitlist} onDecide={setDecision} />
      {decision && (
        <DecideSheet
          activityId={activity.id}
          activity={activity}
          decision={decision}
          applicants={selection.chosen}
          onClose={() => setDecision(undefined)}
          onWaitlist={(ids) => {
            selection.choose(ids);
            setDecision('waitlist');
          }}
        />
      )}
    </>
  );
}

function emptyWords(state: ListedState, narrowed: boolean) {
  const title = `没有${ROLL_WORDS[state]}的人`;
  return narrowed ? { title, text: '换个条件，或者换个名字试试' } : { title, text: '有人报名就会出现在这里' };
}

/** 名单: who registered, by state, with what they answered; whoever waits for a decision can be decided on. */
export function Roll({ id, first }: { id: ActivityId; first: string | undefined }) {
  const [state, setState] = useState<ListedState>(isListed(first) ? first : 'confirmed');
  const [part, setPart] = useState<Part>({});
  const { text, type } = useTypedText();
  const { value } = useAnswer('organizer.activity', { activityId: id });
  const list = useApplicants({ activityId: id, state, ...part, ...(soughtBy(text) ? { name: text } : {}) });
  const items = list.items ?? [];
  const selection = useSelection(items);
  const choosing = state === 'applied' && value !== undefined && items.length > 0;
  const counts = value?.counts ?? {};
  const shown = LISTED_STATES.filter((each) => each === state || each === 'confirmed' || (counts[each] ?? 0) > 0);
  return (
    <View className={WIDEST}>
      <Chips
        options={shown.map((each) => ({ value: each, words: `${ROLL_WORDS[each]} ${counts[each] ?? ''}`.trim() }))}
        chosen={state}
        onChoose={setState}
      />
      <RollFilter activity={value} part={part} onPart={setPart} onType={type} />
      {items.length > 0 && <RollHeads choosing={choosing} />}
      <ApplicantList
        list={list}
        empty={emptyWords(state, text !== '' || Object.keys(part).length > 0)}
        row={(applicant) => (
          <Person applicant={applicant} activity={value} selection={choosing ? selection : undefined} />
        )}
      />
      {choosing && <Deciding activity={value} selection={selection} />}
    </View>
  );
}
