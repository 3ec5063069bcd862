import { View } from '@tarojs/components';
import { useState } from 'react';
import { ROLL_WORDS } from '../../../domain/wording/organizer';
import type { ActivityId } from '../../../types/vocabulary';
import { useAnswer } from '../../cloud/use-answer';
import { useNow } from '../../cloud/use-now';
import { Chips } from '../../ui/chips/chips';
import { ApplicantFacts } from './applicant-facts';
import { ApplicantList } from './applicant-list';
import { ROLL_STATES, type RollState } from './standing';
import { useApplicants } from './use-applicants';
import './organizer.css';

const isRollState = (state: string | undefined): state is RollState => ROLL_STATES.some((each) => each === state);

/** 名单: who registered, by state, with what they answered. */
export function Roll({ id, first }: { id: ActivityId; first: string | undefined }) {
  const [state, setState] = useState<RollState>(isRollState(first) ? first : 'confirmed');
  const { value } = useAnswer('organizer.activity', { activityId: id });
  const list = useApplicants(id, state);
  const now = useNow();
  const counts = value?.counts ?? {};
  const sessions = value?.plan.sessions ?? [];
  const shown = ROLL_STATES.filter((each) => each === state || each === 'confirmed' || (counts[each] ?? 0) > 0);
  return (
    <View className="roll">
      <Chips
        options={shown.map((each) => ({ value: each, words: `${ROLL_WORDS[each]} ${counts[each] ?? ''}`.trim() }))}
        chosen={state}
        onChoose={setState}
      />
      <ApplicantList
        list={list}
        empty={{ title: `没有${ROLL_WORDS[state]}的人`, text: '有人报名就会出现在这里' }}
        row={(applicant) => (
          <ApplicantFacts
            applicant={applicant}
            questions={value?.plan.questions ?? []}
            withPlace={sessions.length > 1 || applicant.zone !== undefined}
            now={now}
          />
        )}
      />
    </View>
  );
}
