import { View } from '@tarojs/components';
import { moment, span } from '../../../domain/wording/dates';
import { cancelWindow } from '../../../domain/wording/primary';
import { EMPLOYMENT_WORDS } from '../../../domain/wording/vocabulary';
import type { ActivityDetail, SignUpPhase } from '../../../types/contract/activity';
import type { Instant } from '../../../types/vocabulary';
import { PLACE_HINT } from '../../device/place';
import { Cell, CellGroup } from '../../ui/cell/cell';

/** Who may come, in a line. */
function whoMayCome({ eligibility, eligibleEnterprises }: ActivityDetail): string {
  const kinds = eligibility.employments?.map((kind) => EMPLOYMENT_WORDS[kind].name).join('、');
  const units = eligibility.enterprises ? eligibleEnterprises.join('、') : undefined;
  if (kinds === undefined && units === undefined) return '园区工会会员都可以报名';
  return `仅限${[units, kinds].filter((part) => part !== undefined).join('的')}`;
}

/** Phases in which there is nothing to cancel. */
const UNDECIDED_OR_OVER: readonly SignUpPhase[] = ['preview', 'ended', 'cancelled'];

function signUpWindow({ phase, opensAt, closesAt }: ActivityDetail, now: Instant): string {
  if (phase === 'preview') return '还没定，定了会写在这里';
  return now < opensAt ? `${moment(opensAt, now)} 开始` : `${moment(closesAt, now)} 截止`;
}

/** How places are given, where not to whoever comes first, and until when one can give one back. */
function changeOfMind({ allocation, cancelUntil }: ActivityDetail, now: Instant): string {
  return `${allocation === 'approval' ? '审核制 · ' : ''}${cancelWindow(cancelUntil, now)}`;
}

interface ActivityFactsProps {
  detail: ActivityDetail;
  now: Instant;
  /** Opens the place; absent where there is none to open yet. */
  onPlace: (() => void) | undefined;
}

/** When, where, who, until when: what one needs to know before deciding. */
export function ActivityFacts({ detail, now, onPlace }: ActivityFactsProps) {
  return (
    <CellGroup>
      <Cell
        icon="clock"
        title={span(detail.startsAt, detail.endsAt, now)}
        {...(detail.sessions > 1 ? { note: `共 ${detail.sessions} 场` } : {})}
      />
      <Cell
        icon="place"
        title={detail.venue.name}
        note={detail.venue.address}
        value={<View className="note">{PLACE_HINT}</View>}
        {...(onPlace && { onPress: onPlace })}
      />
      <Cell
        icon="people"
        title={whoMayCome(detail)}
        {...(detail.companions > 0 ? { note: `可以带 ${detail.companions} 位同伴` } : {})}
      />
      <Cell
        icon="edit"
        title={`报名 ${signUpWindow(detail, now)}`}
        {...(UNDECIDED_OR_OVER.includes(detail.phase) ? {} : { note: changeOfMind(detail, now) })}
      />
    </CellGroup>
  );
}
