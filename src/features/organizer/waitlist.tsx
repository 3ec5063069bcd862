import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import type { Applicant } from '../../../types/contract/organizer-activity';
import type { ActivityId } from '../../../types/vocabulary';
import { useAnswer } from '../../cloud/use-answer';
import { useNow } from '../../cloud/use-now';
import { toast } from '../../device/toast';
import { FailureLine } from '../../shell/failure';
import { Button } from '../../ui/button/button';
import { ReasonField } from '../../ui/field/reason-field';
import { Press } from '../../ui/press/press';
import { Sheet } from '../../ui/sheet/sheet';
import { ApplicantFacts } from './applicant-facts';
import { ApplicantList } from './applicant-list';
import { useAct } from './use-act';
import { useApplicants } from './use-applicants';
import './organizer.css';

/** Past everybody who waits: only with a reason, which stays in the log. */
function JumpSheet({ applicant, onClose }: { applicant: Applicant; onClose: () => void }) {
  const jump = useAct('organizer.jump');
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const { position } = applicant;
  async function yes(): Promise<void> {
    const words = reason.trim();
    setMissing(words === '');
    if (words === '') return;
    const outcome = await jump.send({ registrationId: applicant.registrationId, reason: words });
    if (!outcome.ok) return;
    toast(`${applicant.name}排到第 ${outcome.value.position} 位`);
    onClose();
  }
  return (
    <Sheet
      open
      title={`把${applicant.name}提前`}
      onClose={onClose}
      testId="jump-sheet"
      foot={
        <>
          {jump.refused && <FailureLine refused={jump.refused} again={onClose} />}
          <Button kind="primary" busy={jump.busy} onPress={() => void yes()} testId="confirm-jump">
            提前
          </Button>
        </>
      }
    >
      <View className="number">
        {position === undefined ? '' : `现在排第 ${position} 位。`}提前以后排到没有提前过的人前面，有合适的名额先给
        {applicant.name}。
      </View>
      <ReasonField
        note="原因会留在操作记录里"
        missing={missing}
        onType={(words) => {
          setReason(words);
          setMissing(false);
        }}
      />
    </Sheet>
  );
}

/** 候补: the queue in its order. */
export function Waitlist({ id }: { id: ActivityId }) {
  const { value } = useAnswer('organizer.activity', { activityId: id });
  const list = useApplicants({ activityId: id, state: 'waitlisted' });
  const [jumping, setJumping] = useState<Applicant>();
  const now = useNow();
  const offered = value?.counts.offered ?? 0;
  return (
    <View className="waitlist">
      {list.items && list.items.length > 0 && (
        <View className="pad note number">空出的名额按这个顺序给{offered > 0 ? `，有 ${offered} 位正在确认` : ''}</View>
      )}
      <ApplicantList
        list={list}
        empty={{ title: '没有人在候补', text: '名额满了以后再报的人会排在这里' }}
        row={(applicant, at) => (
          <View className="applicant__inside">
            <Text className="title number waitlist__position">{applicant.position ?? at + 1}</Text>
            <ApplicantFacts
              applicant={applicant}
              questions={value?.plan.questions ?? []}
              withPlace={(value?.plan.sessions.length ?? 0) > 1 || applicant.zone !== undefined}
              now={now}
            />
            {(applicant.position ?? at + 1) > 1 && (
              <Press
                className="waitlist__jump"
                label={`把${applicant.name}提前`}
                onPress={() => setJumping(applicant)}
                testId={`jump-${applicant.registrationId}`}
              >
                <Text>提前</Text>
              </Press>
            )}
          </View>
        )}
      />
      {jumping && <JumpSheet applicant={jumping} onClose={() => setJumping(undefined)} />}
    </View>
  );
}
