import { View } from '@tarojs/components';
import { progressOf, sentNote, sentTo } from '../../../domain/wording/announce';
import type { AnyRefused } from '../../../domain/wording/refusal';
import type { Announcement } from '../../../types/contract/organizer-announce';
import type { Instant } from '../../../types/vocabulary';
import { Failure } from '../../shell/failure';
import { ListEnd } from '../../shell/list-end/list-end';
import { Notice } from '../../ui/notice/notice';
import { SkeletonRows } from '../../ui/skeleton/skeleton';

interface SentProps {
  list: {
    items: Announcement[] | undefined;
    refused: AnyRefused | undefined;
    again: () => void;
    asking: boolean;
    more: boolean;
  };
  now: Instant;
}

function SentLine({ one, now }: { one: Announcement; now: Instant }) {
  return (
    <View className="parted sent-line" data-testid={`sent-${one.done ? 'done' : 'going'}`}>
      <View className="sent-line__words">{one.text}</View>
      <View className={`number strong${one.done ? '' : ' mine'}`}>{progressOf(one)}</View>
      <View className="note">{sentTo(one)}</View>
      <View className="note number">{sentNote(one, now)}</View>
    </View>
  );
}

/** What was sent to all before, latest first, with how many have it. */
export function Sent({ list, now }: SentProps) {
  const { items, refused, again, asking } = list;
  return (
    <View className="announce__sent" data-testid="sent">
      <View className="title announce__title">发过的消息</View>
      {!items && (refused ? <Failure refused={refused} again={again} asking={asking} /> : <SkeletonRows count={2} />)}
      {items?.length === 0 && (
        <Notice icon="bell" title="还没有发过" text="发出去的话和送到多少人，会记在这里" testId="empty" />
      )}
      {items && items.length > 0 && (
        <>
          <View className="announce__lines">
            {items.map((one) => (
              <SentLine key={one.id} one={one} now={now} />
            ))}
          </View>
          <ListEnd list={list} />
        </>
      )}
    </View>
  );
}
