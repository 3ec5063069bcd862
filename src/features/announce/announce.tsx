import { View } from '@tarojs/components';
import { useReachBottom } from '@tarojs/taro';
import { unannounceable } from '../../../domain/message/announceable';
import type { DetailOf } from '../../../domain/wording/refusal';
import { ANNOUNCE_REFUSALS } from '../../../domain/wording/refusals-announce';
import type { OpOf } from '../../../types/contract';
import type { ValueOf } from '../../../types/contract/op';
import type { Announcement } from '../../../types/contract/organizer-announce';
import type { ActivityId } from '../../../types/vocabulary';
import { outdate, useAnswers } from '../../cloud/answers';
import { call, type RefusedBy } from '../../cloud/call';
import { useAnswer } from '../../cloud/use-answer';
import { useLive } from '../../cloud/use-live';
import { useNow } from '../../cloud/use-now';
import { usePages } from '../../cloud/use-pages';
import { Failure, StaleLine } from '../../shell/failure';
import { Notice } from '../../ui/notice/notice';
import { SkeletonPage } from '../../ui/skeleton/skeleton';
import { WIDEST } from '../../ui/wide/wide';
import { Sent } from './sent';
import { Write } from './write';
import '../../shell/refused/announce';
import './announce.css';

const LIST = 'organizer.announcements';
type SentPage = ValueOf<OpOf<typeof LIST>>;

/** Asked again after so long while one is still going out: a sweep goes on with it every ten seconds. */
const GOING_MS = 5_000;

/** What was sent; asked for again and again while one of them is still going out. */
function useSent(id: ActivityId) {
  const version = useAnswers(({ versions }) => versions[LIST] ?? 0);
  const list = usePages<Announcement, SentPage, RefusedBy<typeof LIST>>(id, version, (cursor) =>
    call(LIST, { activityId: id, ...(cursor === undefined ? {} : { cursor }) }),
  );
  useReachBottom(list.loadMore);
  const going = list.items?.some(({ done }) => !done) === true;
  useLive({ again: () => outdate(LIST), asking: list.asking }, GOING_MS, going);
  return list;
}

/** Stands where nothing can be written: what the call would say. */
function Closed({ why }: { why: DetailOf<'NOT_ANNOUNCEABLE'> }) {
  const { title, text } = ANNOUNCE_REFUSALS.NOT_ANNOUNCEABLE(why);
  return <Notice icon="bell" title={title} text={text} testId="closed" />;
}

/** 给大家发消息: what to say and to whom, and what was said before with how far it has come. */
export function Announce({ id }: { id: ActivityId }) {
  const { value, refused, asking, again } = useAnswer('organizer.announcing', { activityId: id });
  const sent = useSent(id);
  const clock = useNow(value?.nextAt ?? value?.until);
  if (!value) return refused ? <Failure refused={refused} again={again} asking={asking} /> : <SkeletonPage />;
  // What it says of itself is never later than now.
  const now = Math.max(clock, value.now);
  const closed = unannounceable(value, now);
  return (
    <View className={`announce ${WIDEST}`} data-testid="announce">
      {refused && <StaleLine />}
      <View className="announce__columns">
        <View className="announce__write">
          {closed ? <Closed why={closed} /> : <Write id={id} announcing={value} now={now} />}
        </View>
        {value.state !== 'draft' && <Sent list={sent} now={now} />}
      </View>
    </View>
  );
}
