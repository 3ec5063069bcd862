import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { placeName } from '../../../domain/wording/organizer';
import type { ManagedActivity } from '../../../types/contract/organizer-activity';
import type { EnterpriseId, SessionId, ZoneId } from '../../../types/vocabulary';
import { EnterpriseChoice } from '../../shell/enterprise-choice/enterprise-choice';
import { Chips } from '../../ui/chips/chips';
import { TextInput } from '../../ui/field/text-input';
import { Press } from '../../ui/press/press';
import { poolsOf } from './standing';
import './roll.css';

/** Which part of a list is looked at. */
export interface Part {
  sessionId?: SessionId;
  zoneId?: ZoneId;
  enterpriseId?: EnterpriseId;
}

const EVERYWHERE = 'all';

interface PlaceOption {
  value: string;
  words: string;
  part: Pick<Part, 'sessionId' | 'zoneId'>;
}

/** Sessions, and their zones behind each; nothing where there is but one place to be. */
function placesOf(activity: ManagedActivity): PlaceOption[] {
  const pools = poolsOf(activity);
  const options = pools.flatMap(({ sessionId, counter, name, zones }): PlaceOption[] => [
    ...(pools.length > 1 ? [{ value: counter, words: name, part: { sessionId } }] : []),
    ...zones.map((zone) => ({
      value: zone.counter,
      words: pools.length > 1 ? placeName(activity.plan, sessionId, zone.zoneId) : zone.name,
      part: { sessionId, ...(zone.zoneId !== undefined && { zoneId: zone.zoneId }) },
    })),
  ]);
  return options.length > 1 ? [{ value: EVERYWHERE, words: '全部', part: {} }, ...options] : [];
}

interface RollFilterProps {
  activity: ManagedActivity | undefined;
  part: Part;
  onPart: (part: Part) => void;
  onType: (typed: string) => void;
}

/** Looking for somebody by name, and for a part of the list: folded away until it is wanted. */
export function RollFilter({ activity, part, onPart, onType }: RollFilterProps) {
  const [open, setOpen] = useState(false);
  const { enterpriseId, ...place } = part;
  const options = activity ? placesOf(activity) : [];
  const chosen = options.find((each) => JSON.stringify(each.part) === JSON.stringify(place))?.value ?? EVERYWHERE;
  const count = [place.sessionId, enterpriseId].filter((each) => each !== undefined).length;
  return (
    <View className="roll-filter">
      <View className="row pad">
        <View className="grow">
          <TextInput
            label="找人"
            placeholder="姓名，或手机号后四位"
            maxLength={30}
            keyboard="search"
            onType={onType}
            testId="roll-search"
          />
        </View>
        <Press className="text-press roll-filter__press" pressed={open} onPress={() => setOpen(!open)} testId="filter">
          <Text>{count > 0 ? `筛选 ${count}` : '筛选'}</Text>
        </Press>
      </View>
      {open && (
        <View className="roll-filter__parts" data-testid="filters">
          {options.length > 0 && (
            <Chips
              options={options}
              chosen={chosen}
              onChoose={(value) => {
                const { part: to = {} } = options.find((each) => each.value === value) ?? {};
                onPart({ ...to, ...(enterpriseId !== undefined && { enterpriseId }) });
              }}
            />
          )}
          <View className="pad">
            <EnterpriseChoice
              title="看哪个单位"
              chosen={enterpriseId === undefined ? [] : [enterpriseId]}
              onChange={(next) => {
                // One at a time: the one that was chosen last.
                const latest = next[next.length - 1];
                onPart({ ...place, ...(latest !== undefined && { enterpriseId: latest }) });
              }}
            />
          </View>
        </View>
      )}
    </View>
  );
}
