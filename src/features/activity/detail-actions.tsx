import { Text, View } from '@tarojs/components';
import type { ActivityDetail } from '../../../types/contract/activity';
import { addToCalendar } from '../../device/calendar';
import { SharePress } from '../../device/share-press';
import { detailPath } from '../../routes';
import { Icon } from '../../ui/icon/icon';
import { Press } from '../../ui/press/press';

/** Take it along: into the calendar, to a colleague. */
export function DetailActions({ detail }: { detail: ActivityDetail }) {
  const session = detail.sessionList.find(({ id }) => id === detail.mine[0]?.sessionId) ?? detail.sessionList[0];
  const entry = {
    id: detail.id,
    title: detail.title,
    place: `${detail.venue.name} ${detail.venue.address}`,
    startsAt: session?.startsAt ?? detail.startsAt,
    endsAt: session?.endsAt ?? detail.endsAt,
  };
  return (
    <View className="detail__actions pad">
      <Press className="detail__action" onPress={() => void addToCalendar(entry)}>
        <View className="row">
          <Icon name="calendar" />
          <Text>加到日历</Text>
        </View>
      </Press>
      <SharePress className="detail__action" title={detail.title} path={detailPath(detail.id)}>
        <View className="row">
          <Icon name="share" />
          <Text>分享</Text>
        </View>
      </SharePress>
    </View>
  );
}
