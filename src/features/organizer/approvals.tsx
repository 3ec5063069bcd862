import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { DECISION_WORDS, seatsOf } from '../../../domain/wording/organizer';
import type { Decision } from '../../../types/contract/organizer-activity';
import type { ActivityId } from '../../../types/vocabulary';
import { useAnswer } from '../../cloud/use-answer';
import { useNow } from '../../cloud/use-now';
import { Bar } from '../../ui/bar/bar';
import { Button } from '../../ui/button/button';
import { Check } from '../../ui/check/check';
import { Press } from '../../ui/press/press';
import { ApplicantFacts } from './applicant-facts';
import { ApplicantList } from './applicant-list';
import { DecideSheet } from './decide-sheet';
import { useApplicants } from './use-applicants';
import { DECIDE_MOST, type Selection, useSelection } from './use-selection';
import './organizer.css';

function selectedWords({ chosen }: Selection): string {
  if (chosen.length === 0) return '点名字选人';
  const seats = chosen.reduce((sum, applicant) => sum + seatsOf(applicant), 0);
  const most = chosen.length >= DECIDE_MOST ? `，一次最多 ${DECIDE_MOST} 位` : '';
  return `已选 ${chosen.length} 位，要 ${seats} 个名额${most}`;
}

/** What can be done with those who are chosen. */
function DecideBar({
  selection,
  waitlist,
  onDecide,
}: {
  selection: Selection;
  waitlist: boolean;
  onDecide: (decision: Decision) => void;
}) {
  const none = selection.chosen.length === 0;
  return (
    <Bar>
      <View className="row row--apart decide-bar__above">
        <View className="note number" data-testid="selected">
          {selectedWords(selection)}
        </View>
        <Press className="text-press" onPress={selection.toggleAll} testId="select-all">
          <Text>{selection.all ? '都不选' : '全选'}</Text>
        </Press>
      </View>
      <View className="decide-bar">
        <Button disabled={none} onPress={() => onDecide('decline')} testId="decline">
          {DECISION_WORDS.decline.act}
        </Button>
        {waitlist && (
          <Button disabled={none} onPress={() => onDecide('waitlist')} testId="to-waitlist">
            {DECISION_WORDS.waitlist.act}
          </Button>
        )}
        <Button kind="primary" disabled={none} onPress={() => onDecide('approve')} testId="approve">
          {DECISION_WORDS.approve.act}
        </Button>
      </View>
    </Bar>
  );
}

/** 审核: who applied, in order; some or all of them are decided on at once. */
export function Approvals({ id }: { id: ActivityId }) {
  const { value } = useAnswer('organizer.activity', { activityId: id });
  const list = useApplicants(id, 'applied');
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
