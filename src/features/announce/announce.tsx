import { View } from '@tarojs/components';
import { useReachBottom } from '@tarojs/taro';
import type { OpOf } from '../../../types/contract';
import type { ValueOf } from '../../../types/contract/op';
import type { Announcement, Announcing } from '../../../types/contract/organizer-announce';
import type { ActivityId, Instant } from '../../../types/vocabulary';
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

/** What stands where nothing can be written, or `undefined` where it can. */
function closedWords({ state, until }: Announcing, now: Instant): { title: string; text: string } | undefined {
  if (state === 'draft') return { title: '活动还没有发布', text: '发布以后有人报名了，再给大家发消息' };
  if (now > until) return { title: '活动结束很久了', text: '结束 30 天以后，就不再打扰大家了' };
  return undefined;
}

/** 给大家发消息: what to say and to whom, and what was said before with how far it has come. */
export function Announce({ id }: { id: ActivityId }) {
  const { value, refused, asking, again } = useAnswer('organizer.announcing', { activityId: id });
  const sent = useSent(id);
  const clock = useNow(value?.nextAt ?? value?.until);
  if (!value) return refused ? <Failure refused={refused} again={again} asking={asking} /> : <SkeletonPage />;
  // What it says of itself is never later than now.
  const now = Math.max(clock, value.now);
  const closed = closedWords(value, now);
  return (
    <View className={`announce ${WIDEST}`} data-testid="announce">
      {refused && <StaleLine />}
      <View className="announce__columns">
        <View className="announce__write">
          {closed ? (
            <Notice icon="bell" title={closed.title} text={closed.text} testId="closed" />
          ) : (
            <Write id={id} announcing={value} now={now} />
          )}
        </View>
        {value.state !== 'draft' && <Sent list={sent} now={now} />}
      </View>
    </View>
  );
}
