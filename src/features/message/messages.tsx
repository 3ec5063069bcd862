import { View } from '@tarojs/components';
import { useReachBottom } from '@tarojs/taro';
import { useEffect } from 'react';
import { moment } from '../../../domain/wording/dates';
import { messageWords } from '../../../domain/wording/messages';
import type { Message, OpName, OpOf } from '../../../types/contract';
import type { ValueOf } from '../../../types/contract/op';
import type { Instant } from '../../../types/vocabulary';
import { useAnswers } from '../../cloud/answers';
import { call, type RefusedBy } from '../../cloud/call';
import { useNow } from '../../cloud/use-now';
import { usePages } from '../../cloud/use-pages';
import { noteSeen } from '../../cloud/use-unread';
import { go } from '../../routes';
import { Failure, FailureLine } from '../../shell/failure';
import { TellMeButton } from '../../shell/tell-me-button';
import { Button } from '../../ui/button/button';
import { Dot } from '../../ui/dot/dot';
import { Notice } from '../../ui/notice/notice';
import { Press } from '../../ui/press/press';
import { SkeletonRows } from '../../ui/skeleton/skeleton';
import './messages.css';

const LIST: OpName = 'message.list';
/** What an organizer writes to all: who has read such words may want the next ones in WeChat too. */
const SAID_TO_ALL = ['announced'] as const;
type ListPage = ValueOf<OpOf<'message.list'>>;

/** Whatever it is about, where one can see how that stands now. */
function open(message: Message): void {
  switch (message.about) {
    case 'registration':
      go.ticket(message.registrationId);
      break;
    case 'redemption':
      go.voucher(message.redemptionId);
      break;
    case 'league':
      if (message.match) go.match(message.leagueId, message.match.fixtureId);
      else go.league(message.leagueId);
      break;
    case 'announcement':
      go.detail(message.activityId);
      break;
    default:
      message satisfies never;
  }
}

function aboutWords(message: Message): string {
  const named = message.about === 'registration' || message.about === 'announcement';
  const names = named ? [message.title, message.sessionName] : [message.title];
  return names.filter((each) => each !== '').join(' · ');
}

function MessageRow({ message, now }: { message: Message; now: Instant }) {
  const { id, at, unread } = message;
  const words = messageWords(message, now);
  return (
    <Press
      className={`message${unread ? ' message--unread' : ''}`}
      onPress={() => open(message)}
      testId={`message-${id}`}
    >
      <View className="message__inside">
        <View className="grow">
          <View className="message__title number">{words.title}</View>
          {words.note !== undefined && <View>{words.note}</View>}
          <View className="note message__about">{aboutWords(message)}</View>
          <View className="note number">{moment(at, now)}</View>
        </View>
        {unread && (
          <View className="message__mark">
            <Dot label="未读" />
          </View>
        )}
      </View>
    </Press>
  );
}

/** Notes on the server that the latest one was seen. Where that fails, opening the list again does it. */
function useSeen(latest: Message | undefined): void {
  const upTo = latest?.unread ? latest.at : undefined;
  useEffect(() => {
    if (upTo === undefined) return;
    void call('message.seen', { upTo }).then((outcome) => outcome.ok && noteSeen());
  }, [upTo]);
}

/** 消息: what happened to what I signed up for or redeemed, latest first. What was new stays marked for as long as one looks. */
export function Messages() {
  const now = useNow();
  const version = useAnswers((state) => state.versions[LIST] ?? 0);
  const list = usePages<Message, ListPage, RefusedBy<'message.list'>>('messages', version, (cursor) =>
    call('message.list', cursor === undefined ? {} : { cursor }),
  );
  useReachBottom(list.loadMore);
  useSeen(list.items?.[0]);
  if (!list.items) {
    if (!list.refused) return <SkeletonRows count={5} />;
    return <Failure refused={list.refused} again={list.again} asking={list.asking} />;
  }
  return (
    <View data-testid="messages">
      {list.items.length === 0 && (
        <Notice icon="bell" title="还没有消息" text="报名和券有了变化，会在这里告诉你" testId="empty">
          <Button onPress={() => go.tab('pages/activities/index')}>去看活动</Button>
        </Notice>
      )}
      {list.items.map((message) => (
        <MessageRow key={message.id} message={message} now={now} />
      ))}
      {list.items.some(({ about }) => about === 'announcement') && (
        <View className="pad">
          <TellMeButton kinds={SAID_TO_ALL} />
        </View>
      )}
      {list.refused && (
        <View className="pad">
          <FailureLine refused={list.refused} again={list.again} asking={list.asking} />
        </View>
      )}
    </View>
  );
}
