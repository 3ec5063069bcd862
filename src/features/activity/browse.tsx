import { View } from '@tarojs/components';
import { useReachBottom } from '@tarojs/taro';
import { BRAND_WORDS } from '../../../domain/wording/vocabulary';
import type { ActivityCard, ActivityPage } from '../../../types/contract/activity';
import { BRANDS, type Brand } from '../../../types/vocabulary';
import { useAnswers } from '../../cloud/answers';
import { call, type RefusedBy } from '../../cloud/call';
import { useNow } from '../../cloud/use-now';
import { usePages } from '../../cloud/use-pages';
import { go } from '../../routes';
import { Failure, FailureLine } from '../../shell/failure';
import { Button } from '../../ui/button/button';
import { Chips } from '../../ui/chips/chips';
import { Icon } from '../../ui/icon/icon';
import { Notice } from '../../ui/notice/notice';
import { Press } from '../../ui/press/press';
import { SkeletonRows } from '../../ui/skeleton/skeleton';
import { ActivityRow } from './activity-row';
import { questionOf, useBrowse } from './browse-choice';
import { MonthStrip } from './month-strip';
import { SearchLine } from './search-line';
import './browse.css';

type BrandChoice = Brand | 'all';
const CHOICES: readonly { value: BrandChoice; words: string }[] = [
  { value: 'all', words: '全部' },
  ...BRANDS.map((brand) => ({ value: brand, words: BRAND_WORDS[brand].short })),
];

type List = ReturnType<typeof usePages<ActivityCard, ActivityPage, RefusedBy<'activity.list'>>>;

function Found({ list, narrowed, onAll }: { list: List; narrowed: boolean; onAll: () => void }) {
  const now = useNow();
  if (!list.items) {
    return list.refused ? (
      <Failure refused={list.refused} again={list.again} asking={list.asking} />
    ) : (
      <SkeletonRows count={6} />
    );
  }
  if (list.items.length === 0) {
    return (
      <Notice icon="empty" title="这里还没有活动" text={narrowed ? '换个条件看看' : '过几天再来'} testId="empty">
        {narrowed && <Button onPress={onAll}>看全部活动</Button>}
      </Notice>
    );
  }
  return (
    <View data-testid="activities">
      {list.items.map((card) => (
        <ActivityRow key={card.id} card={card} now={now} />
      ))}
      {list.refused ? (
        <View className="pad">
          <FailureLine refused={list.refused} again={list.again} asking={list.asking} />
        </View>
      ) : (
        <View className="browse__end note">{list.more ? '还有更多…' : '没有更多了'}</View>
      )}
    </View>
  );
}

/** The activities tab: search, brands, a month as a strip, and the list, twenty at a time. */
export function Browse() {
  const choice = useBrowse();
  const now = useNow();
  const version = useAnswers((state) => state.versions['activity.list'] ?? 0);
  const question = questionOf(choice);
  const list: List = usePages(JSON.stringify(question), version, (cursor) =>
    call('activity.list', cursor === undefined ? question : { ...question, cursor }),
  );
  useReachBottom(list.loadMore);
  const searching = choice.text.trim() !== '';
  return (
    <View className="browse">
      <View className="pad">
        <SearchLine initial={choice.text} onSeek={(text) => choice.choose({ text })} />
      </View>
      <View className="browse__brands">
        <Chips
          options={CHOICES}
          chosen={choice.brand ?? 'all'}
          onChoose={(value) => choice.choose({ brand: value === 'all' ? undefined : value })}
        />
      </View>
      {!searching && (
        <MonthStrip
          month={choice.month}
          day={choice.day}
          now={now}
          onMonth={(month) => choice.choose({ month, day: undefined })}
          onDay={(day) => choice.choose({ day })}
        />
      )}
      {!searching && (
        <Press className="browse__leagues" onPress={go.leagues} testId="leagues">
          <View className="row">
            <Icon name="flag" small />
            <View className="grow">联赛：组队报名，看赛程和积分榜</View>
            <Icon name="forward" small />
          </View>
        </Press>
      )}
      <Found
        list={list}
        narrowed={Object.keys(question).length > 0}
        onAll={() => choice.choose({ brand: undefined, month: undefined, day: undefined, text: '' })}
      />
    </View>
  );
}
