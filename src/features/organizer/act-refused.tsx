import { View } from '@tarojs/components';
import { placeName, tooSmallWords } from '../../../domain/wording/organizer';
import type { AnyRefused } from '../../../domain/wording/refusal';
import type { ManagedActivity, TooSmall } from '../../../types/contract/organizer-activity';
import { go } from '../../routes';
import { useEnterpriseNames } from '../../shell/enterprise-choice/enterprise-names';
import { FailureLine } from '../../shell/failure';
import { Button } from '../../ui/button/button';
import { zoneOf } from './plan-editor';
import { fieldNames, issueFaults } from './plan-fields';
import { formFrom } from './plan-form';
import './organizer.css';

interface ActRefusedProps {
  refused: AnyRefused | undefined;
  activity: ManagedActivity;
  /** Sends the same once more. */
  again?: () => void;
}

/** The enterprise that a counter or an id means. */
const enterpriseOf = (id: string): string => id.replace(/^e_/, '');

function TooSmallLine({ over, activity }: { over: readonly TooSmall[]; activity: ManagedActivity }) {
  const { plan } = activity;
  const nameOfEnterprise = useEnterpriseNames(
    over.flatMap(({ what, id }) => (what === 'enterprise' ? [enterpriseOf(id)] : [])),
  );
  const nameOf = ({ what, id }: TooSmall): string => {
    if (what === 'enterprise') return nameOfEnterprise(enterpriseOf(id));
    const zone = what === 'zone' ? zoneOf(formFrom(plan).sessions, id) : undefined;
    return placeName(plan, zone?.session ?? id, zone?.zone);
  };
  return (
    <View className="failure-line" data-testid="refused-TOO_SMALL" role="alert">
      <View className="grow">
        <View className="strong">名额不能少于已经给出的</View>
        {over.map((each) => (
          <View key={`${each.what} ${each.id}`} className="note number">
            {tooSmallWords(each, () => nameOf(each))}
          </View>
        ))}
      </View>
    </View>
  );
}

function UnfitLine({ activity, issues }: { activity: ManagedActivity; issues: Parameters<typeof issueFaults>[1] }) {
  const form = formFrom(activity.plan);
  const { faults } = issueFaults(form, issues);
  const names = fieldNames(form, Object.keys(faults));
  return (
    <View className="failure-line" data-testid="refused-PLAN_UNFIT" role="alert">
      <View className="grow">
        <View className="strong">还差一点才能发布</View>
        <View className="note">{names === '' ? '有几处要改' : `请改一下：${names}`}</View>
      </View>
      <View className="failure-line__step">
        <Button onPress={() => go.manageEdit(activity.id, true)} testId="mend">
          去修改
        </Button>
      </View>
    </View>
  );
}

/** Why something was not done with an activity, in its own words: sessions and fields by name, by how much. */
export function ActRefused({ refused, activity, again }: ActRefusedProps) {
  if (!refused) return null;
  if (refused.refusal === 'TOO_SMALL') return <TooSmallLine over={refused.detail.over} activity={activity} />;
  if (refused.refusal === 'PLAN_UNFIT') return <UnfitLine issues={refused.detail.issues} activity={activity} />;
  return <FailureLine refused={refused} again={again} />;
}
