import { Text, View } from '@tarojs/components';
import { span } from '../../../domain/wording/dates';
import type { ActivityDetail, Places } from '../../../types/contract/activity';
import type { Brand, Instant } from '../../../types/vocabulary';
import { ShareBar } from './share-bar';
import './activity-page.css';

interface PlacesLineProps {
  name: string;
  /** When it is, where that differs from line to line. */
  when?: string;
  places: Places;
  brand: Brand;
}

function PlacesLine({ name, when, places, brand }: PlacesLineProps) {
  return (
    <View className="places-line">
      <View className="row row--apart">
        <View className="grow">{name}</View>
        <View className="number">
          {places.left > 0 ? (
            <>
              <Text className="strong">{places.left}</Text>
              <Text className="note"> / {places.capacity}</Text>
            </>
          ) : (
            <Text className="note">已满</Text>
          )}
        </View>
      </View>
      {when !== undefined && <View className="note number">{when}</View>}
      <ShareBar places={places} brand={brand} />
    </View>
  );
}

/** What of it is for colleagues of one enterprise, and who waits already: what the number above does not say. */
function BesidesPlaces({ detail }: { detail: ActivityDetail }) {
  const { quota, waiting } = detail;
  if (!quota && waiting === 0) return null;
  return (
    <View className="activity__quota number">
      {quota && (
        <View data-testid="quota">
          {quota.left > 0 ? (
            <>
              你们单位还剩 <Text className="strong">{quota.left}</Text> 个名额
              <Text className="note">（共 {quota.capacity} 个）</Text>
            </>
          ) : (
            `你们单位的 ${quota.capacity} 个名额都有人了`
          )}
        </View>
      )}
      {waiting > 0 && (
        <View className="note" data-testid="waiting">
          有 {waiting} 位在候补
        </View>
      )}
    </View>
  );
}

/** Places left: the number one came for, then by session and zone. */
export function ActivityPlaces({ detail, now }: { detail: ActivityDetail; now: Instant }) {
  const { phase, places, sessionList, brand } = detail;
  if (phase === 'preview' || phase === 'cancelled' || phase === 'ended') return null;
  const single = sessionList.length === 1;
  // One session without zones has no parts: its number is the one above already.
  const plain = single && sessionList[0]?.zones.length === 0;
  const shown = plain ? [] : sessionList;
  return (
    <View className="activity__part pad">
      <View className="row row--apart activity__places-head">
        <View className="title">名额</View>
        <View className="number">
          {places.left > 0 && <Text className="note">还剩 </Text>}
          <Text className="large">{places.left > 0 ? places.left : '已满'}</Text>
        </View>
      </View>
      <BesidesPlaces detail={detail} />
      {plain && (
        <>
          <ShareBar places={places} brand={brand} />
          <View className="note number activity__of-all">共 {places.capacity} 个</View>
        </>
      )}
      <View className="stack">
        {shown.map((session) => (
          <View key={session.id} className="card">
            {!single && (
              <PlacesLine
                name={session.name}
                when={span(session.startsAt, session.endsAt, now)}
                places={session.places}
                brand={brand}
              />
            )}
            {session.zones.map((zone) => (
              <PlacesLine key={zone.id} name={zone.name} places={zone.places} brand={brand} />
            ))}
          </View>
        ))}
      </View>
    </View>
  );
}
