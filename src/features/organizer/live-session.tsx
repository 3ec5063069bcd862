import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { minuteBars } from '../../../domain/ticket/minute-bars';
import { clock, span } from '../../../domain/wording/dates';
import type { LiveSession } from '../../../types/contract/organizer-live';
import type { Instant } from '../../../types/vocabulary';
import { Columns } from '../../ui/columns/columns';
import { Press } from '../../ui/press/press';
import './live.css';

const share = (part: number, whole: number): string =>
  `${whole > 0 ? Math.min(100, Math.round((part / whole) * 100)) : 0}%`;

interface LineProps {
  name: string;
  used: number;
  arrived: number;
  /** What the whole bar stands for. */
  whole: number;
  /** Places there are, where that is what the bar stands for. */
  capacity?: number;
}

/** How many have a place, as a bar, and those of them who came, as the filled part of it. */
function Line({ name, used, arrived, whole, capacity }: LineProps) {
  return (
    <View className="live-line">
      <View className="row row--apart">
        <View className="grow live-line__name">{name}</View>
        <View className="number live-line__count">
          {arrived > 0 && <Text className="live__came">{arrived} 到 </Text>}
          <Text className="strong">{used}</Text>
          {capacity !== undefined && <Text className="note"> / {capacity}</Text>}
        </View>
      </View>
      <View className="live-line__bar">
        <View className="live-line__used" style={{ width: share(Math.max(used, arrived), whole) }} />
        <View className="live-line__came" style={{ width: share(arrived, whole) }} />
      </View>
    </View>
  );
}

/** What the two parts of a bar mean; said once. */
function Key() {
  return (
    <View className="row note live-key">
      <View className="live-key__used" />
      <Text>已给出</Text>
      <View className="live-key__came" />
      <Text>已到场</Text>
    </View>
  );
}

function Places({ session, now }: { session: LiveSession; now: Instant }) {
  const { zones, used, arrived, capacity, startsAt, endsAt } = session;
  return (
    <View className="card live-card">
      <View className="row row--apart">
        <View className="strong">名额</View>
        <Key />
      </View>
      <View className="note number">{span(startsAt, endsAt, now)}</View>
      <Line name={zones.length > 0 ? '整场' : '这一场'} {...{ used, arrived, capacity }} whole={capacity} />
      {zones.map((zone) => (
        <Line key={zone.id} {...zone} whole={zone.capacity} />
      ))}
    </View>
  );
}

function Minutes({ session, now }: { session: LiveSession; now: Instant }) {
  const bars = minuteBars(session.minutes, now);
  const [first, last] = [bars[0], bars[bars.length - 1]];
  const most = Math.max(0, ...bars.map(({ arrived }) => arrived));
  return (
    <View className="card live-card" data-testid="minutes">
      <View className="row row--apart">
        <View className="strong">每分钟到场</View>
        {most > 0 && <Text className="note number">最多 {most} 人</Text>}
      </View>
      {first && last ? (
        <>
          <Columns
            columns={bars.map(({ at, arrived }) => ({ key: String(at), value: arrived }))}
            label={`${clock(first.at)} 到 ${clock(last.at)} 每分钟到场人数，最多一分钟 ${most} 人`}
          />
          <View className="row row--apart note number">
            <Text>{clock(first.at)}</Text>
            <Text>{clock(last.at)}</Text>
          </View>
        </>
      ) : (
        <View className="note live-card__none">还没有人到场</View>
      )}
    </View>
  );
}

/** Enterprises shown before one asks for all of them. */
const TOP = 10;

function Enterprises({ session }: { session: LiveSession }) {
  const [all, setAll] = useState(false);
  const { enterprises } = session;
  if (enterprises.length === 0) return null;
  const most = Math.max(...enterprises.map(({ used, arrived }) => Math.max(used, arrived)));
  const shown = all ? enterprises : enterprises.slice(0, TOP);
  return (
    <View className="card live-card" data-testid="by-enterprise">
      <View className="row row--apart">
        <View className="strong">单位</View>
        <Text className="note number">{enterprises.length} 个</Text>
      </View>
      {shown.map((each) => (
        <Line key={each.id} {...each} name={each.name === '' ? '不在名录里的单位' : each.name} whole={most} />
      ))}
      {enterprises.length > TOP && (
        <Press className="text-press" onPress={() => setAll(!all)} testId="all-enterprises">
          <Text>{all ? `只看前 ${TOP} 个` : `看全部 ${enterprises.length} 个`}</Text>
        </Press>
      )}
    </View>
  );
}

/** One session: its places, who came when, and from where. */
export function LiveSessionView({ session, now }: { session: LiveSession; now: Instant }) {
  return (
    <View className="stack live-session" data-testid={`session-${session.id}`}>
      <Places session={session} now={now} />
      <Minutes session={session} now={now} />
      <Enterprises session={session} />
    </View>
  );
}
