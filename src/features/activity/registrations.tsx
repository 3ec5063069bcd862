import { View } from '@tarojs/components';
import { useReachBottom } from '@tarojs/taro';
import { useState } from 'react';
import { dateBlock, span } from '../../../domain/wording/dates';
import { companionWords, standingTag, UNDER_WAY } from '../../../domain/wording/registration';
import { standingOf } from '../../../domain/wording/standing';
import type { OpName, OpOf } from '../../../types/contract';
import type { ValueOf } from '../../../types/contract/op';
import type { Registration } from '../../../types/contract/registration';
import type { Instant } from '../../../types/vocabulary';
import { useAnswers } from '../../cloud/answers';
import { call, type RefusedBy } from '../../cloud/call';
import { useNow } from '../../cloud/use-now';
import { usePages } from '../../cloud/use-pages';
import { go } from '../../routes';
import { Failure, FailureLine } from '../../shell/failure';
import { Button } from '../../ui/button/button';
import { Chips } from '../../ui/chips/chips';
import { DateBlock } from '../../ui/cover/cover';
import { ListRow } from '../../ui/list-row/list-row';
import { Notice } from '../../ui/notice/notice';
import { SkeletonRows } from '../../ui/skeleton/skeleton';
import { Tag } from '../../ui/tag/tag';
import './registrations.css';

type When = 'upcoming' | 'past';
const WHENS: readonly { value: When; words: string }[] = [
  { value: 'upcoming', words: '接下来' },
  { value: 'past', words: '过去和取消的' },
];
const MINE: OpName = 'activity.mine';
type MinePage = ValueOf<OpOf<'activity.mine'>>;

function RegistrationRow({ registration, now }: { registration: Registration; now: Instant }) {
  const { id, brand, title, session, zone, companions } = registration;
  const standing = standingOf(registration, now);
  const tag = standingTag(registration, now);
  const over = standing !== 'live' && standing !== 'attended' && !UNDER_WAY.includes(standing);
  return (
    <ListRow
      block={<DateBlock date={dateBlock(session.startsAt)} tone={brand} />}
      title={title}
      tags={<Tag words={tag.words} tone={tag.mine ? 'mine' : 'none'} />}
      over={over}
      onPress={() => go.ticket(id)}
      testId={`registration-${id}`}
    >
      <View className="note one-line number">{span(session.startsAt, session.endsAt, now)}</View>
      <View className="note one-line">
        {[session.name, zone?.name, companionWords(companions)].filter(Boolean).join(' · ')}
      </View>
    </ListRow>
  );
}

/** What waits for an answer first, the nearest deadline before the others; the rest stays in its order. */
export function offersFirst<R extends Registration>(items: readonly R[], now: Instant): R[] {
  const due = (each: R): number =>
    standingOf(each, now) === 'offered' ? (each.offerUntil ?? 0) : Number.POSITIVE_INFINITY;
  return items
    .map((each) => ({ each, at: due(each) }))
    .sort((a, b) => (a.at === b.at ? 0 : a.at - b.at))
    .map(({ each }) => each);
}

/** Everything I signed up for: what is to come, and what is over. */
export function Registrations() {
  const [when, setWhen] = useState<When>('upcoming');
  const now = useNow();
  const version = useAnswers((state) => state.versions[MINE] ?? 0);
  const list = usePages<Registration, MinePage, RefusedBy<'activity.mine'>>(when, version, (cursor) =>
    call('activity.mine', cursor === undefined ? { when } : { when, cursor }),
  );
  useReachBottom(list.loadMore);
  const rows = offersFirst(list.items ?? [], now);
  return (
    <View className="registrations">
      <Chips options={WHENS} chosen={when} onChoose={setWhen} />
      {!list.items &&
        (list.refused ? (
          <Failure refused={list.refused} again={list.again} asking={list.asking} />
        ) : (
          <SkeletonRows count={4} />
        ))}
      {list.items?.length === 0 && (
        <Notice
          icon="ticket"
          title={when === 'upcoming' ? '接下来还没有安排' : '还没有参加过活动'}
          text="挑一个喜欢的去看看"
          testId="empty"
        >
          <Button onPress={() => go.tab('pages/activities/index')}>去看活动</Button>
        </Notice>
      )}
      {rows.map((registration) => (
        <RegistrationRow key={registration.id} registration={registration} now={now} />
      ))}
      {list.items && list.refused && (
        <View className="pad">
          <FailureLine refused={list.refused} again={list.again} asking={list.asking} />
        </View>
      )}
    </View>
  );
}
