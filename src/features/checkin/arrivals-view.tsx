import { Text, View } from '@tarojs/components';
import { minuteBars } from '../../../domain/ticket/minute-bars';
import { clock } from '../../../domain/wording/dates';
import type { Arrivals } from '../../../types/contract/checkin';
import type { Instant } from '../../../types/vocabulary';
import { serverNow } from '../../cloud/clock';
import { useAnswer } from '../../cloud/use-answer';
import { useLive } from '../../cloud/use-live';
import { StaleLine } from '../../shell/failure';
import { Columns } from '../../ui/columns/columns';
import { Bone } from '../../ui/skeleton/skeleton';
import type { GateOf } from './recent';
import { Trouble } from './trouble';
import './arrivals-view.css';

const AGAIN_MS = 10_000;

/** Of how much, as the width of a bar. */
const share = (part: number, whole: number): string =>
  `${whole > 0 ? Math.min(100, Math.round((part / whole) * 100)) : 0}%`;

function Total({ arrivals }: { arrivals: Arrivals }) {
  const { expected, arrived } = arrivals;
  return (
    <View className="arrivals__total" data-testid="arrived">
      <View className="arrivals__count">
        <Text className="arrivals__arrived number">{arrived}</Text>
        <Text className="arrivals__expected number"> / {expected} 人到场</Text>
      </View>
      <View className="arrivals__bar">
        <View className="arrivals__part" style={{ width: share(arrived, expected) }} />
      </View>
    </View>
  );
}

/** Rows of a name, a number, and a bar of its share. */
function Rows({ title, rows }: { title: string; rows: { name: string; words: string; width: string }[] }) {
  return (
    <View className="arrivals__block">
      <View className="note">{title}</View>
      {rows.map(({ name, words, width }) => (
        <View key={name} className="arrivals__row">
          <View className="row row--apart">
            <Text>{name}</Text>
            <Text className="number">{words}</Text>
          </View>
          <View className="arrivals__bar">
            <View className="arrivals__part" style={{ width }} />
          </View>
        </View>
      ))}
    </View>
  );
}

function Minutes({ minutes, now }: { minutes: Arrivals['minutes']; now: Instant }) {
  const bars = minuteBars(minutes, now);
  const [first, last] = [bars[0], bars[bars.length - 1]];
  if (!first || !last) return null;
  const most = Math.max(...bars.map(({ arrived }) => arrived), 1);
  return (
    <View className="arrivals__block">
      <View className="row row--apart note">
        <Text>每分钟到场</Text>
        <Text className="number">最多 {most} 人</Text>
      </View>
      <Columns
        columns={bars.map(({ at, arrived }) => ({ key: String(at), value: arrived }))}
        label={`${clock(first.at)} 到 ${clock(last.at)} 每分钟到场人数，最多一分钟 ${most} 人`}
      />
      <View className="row row--apart note number">
        <Text>{clock(first.at)}</Text>
        <Text>{clock(last.at)}</Text>
      </View>
    </View>
  );
}

/** 到场: how many have come, by zone, gate and minute; asked for anew every ten seconds while it is in sight. */
export function ArrivalsView({ of }: { of: GateOf }) {
  const answer = useAnswer('checkin.arrivals', { ...of });
  const { value, refused, asking, again } = answer;
  useLive(answer, AGAIN_MS, true);
  if (!value) {
    if (refused) return <Trouble refused={refused} again={again} asking={asking} />;
    return (
      <View className="pad" data-testid="skeleton">
        <Text className="out-of-sight">正在加载</Text>
        <Bone className="arrivals__shape" />
        <Bone className="arrivals__shape arrivals__shape--more" />
      </View>
    );
  }
  const { zones, gates, minutes, arrived, now } = value;
  return (
    <View className="pad" data-testid="arrivals">
      <View className="arrivals__stale">{refused && <StaleLine />}</View>
      <Total arrivals={value} />
      {zones.length > 0 && (
        <Rows
          title="分区"
          rows={zones.map((zone) => ({
            name: zone.name,
            words: `${zone.arrived} / ${zone.expected}`,
            width: share(zone.arrived, zone.expected),
          }))}
        />
      )}
      {gates.length > 0 && (
        <Rows
          title="入口"
          rows={gates.map((each) => ({
            name: each.gate,
            words: `${each.arrived} 人`,
            width: share(each.arrived, arrived),
          }))}
        />
      )}
      {arrived === 0 ? (
        <View className="note arrivals__none">还没有人到场</View>
      ) : (
        <Minutes minutes={minutes} now={Math.max(now, serverNow())} />
      )}
      <View className="note arrivals__none">每 10 秒更新一次</View>
    </View>
  );
}
