import { Text, View } from '@tarojs/components';
import { DECISION_WORDS, seatsOf } from '../../../domain/wording/organizer';
import type { Decision } from '../../../types/contract/organizer-activity';
import { Bar } from '../../ui/bar/bar';
import { Button } from '../../ui/button/button';
import { Press } from '../../ui/press/press';
import { DECIDE_MOST, type Selection } from './use-selection';
import './organizer.css';

function selectedWords({ chosen }: Selection): string {
  if (chosen.length === 0) return '点名字选人';
  const seats = chosen.reduce((sum, applicant) => sum + seatsOf(applicant), 0);
  const most = chosen.length >= DECIDE_MOST ? `，一次最多 ${DECIDE_MOST} 位` : '';
  return `已选 ${chosen.length} 位，要 ${seats} 个名额${most}`;
}

/** What can be done with those who are chosen. */
export function DecideBar({
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
