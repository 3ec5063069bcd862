import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Decision } from '../../../types/contract/organizer-activity';
import type { ActivityId } from '../../../types/vocabulary';
import { useAnswer } from '../../cloud/use-answer';
import { useNow } from '../../cloud/use-now';
import { Check } from '../../ui/check/check';
import { Press } from '../../ui/press/press';
import { ApplicantFacts } from './applicant-facts';
import { ApplicantList } from './applicant-list';
import { DecideBar } from './decide-bar';
import { DecideSheet } from './decide-sheet';
import { useApplicants } from './use-applicants';
import { useSelection } from './use-selection';
import './organizer.css';

/** 审核: who applied, in order; some or all of them are decided on at once. */
export function Approvals({ id }: { id: ActivityId }) {
  const { value } = useAnswer('organizer.activity', { activityId: id });
  const list = useApplicants({ activityId: id, state: 'applied' });
  const items = list.items ?? [];
  const selection = useSelection(items);
  const [decision, setDecision] = useState<Decision>();
  const now = useNow();
  return (
    <View className="approvals">
      <ApplicantList
        list={list}
        empty={{ title: '没有等着审核的人', text: '有人申请就会排在这里，先来的在前' }}
        row={(applicant) => (
          <Press
            pressed={selection.has(applicant.registrationId)}
            onPress={() => selection.toggle(applicant.registrationId)}
            testId={`applicant-${applicant.registrationId}`}
          >
            <View className="applicant__inside">
              <Check on={selection.has(applicant.registrationId)} />
              <ApplicantFacts
                applicant={applicant}
                questions={value?.plan.questions ?? []}
                withPlace={(value?.plan.sessions.length ?? 0) > 1 || applicant.zone !== undefined}
                now={now}
              />
            </View>
          </Press>
        )}
      />
      {items.length > 0 && (
        <DecideBar selection={selection} waitlist={value?.plan.waitlist ?? false} onDecide={setDecision} />
      )}
      {decision && (
        <DecideSheet
          activityId={id}
          activity={value}
          decision={decision}
          applicants={selection.chosen}
          onClose={() => setDecision(undefined)}
          onWaitlist={(ids) => {
            selection.choose(ids);
            setDecision('waitlist');
          }}
        />
      )}
    </View>
  );
}
