import { Text, View } from '@tarojs/components';
import { useShareAppMessage } from '@tarojs/taro';
import { type ReactNode, useState } from 'react';
import { isEmptyOfMine, shareWords } from '../../../domain/wording/report';
import { BRAND_WORDS } from '../../../domain/wording/vocabulary';
import type { Book, MyYear as MyYearOf } from '../../../types/contract';
import { serverNow } from '../../cloud/clock';
import { useAnswer } from '../../cloud/use-answer';
import { SharePress } from '../../device/share-press';
import { go, myYearPath } from '../../routes';
import { Failure, StaleLine } from '../../shell/failure';
import { Button } from '../../ui/button/button';
import { Icon } from '../../ui/icon/icon';
import { Notice } from '../../ui/notice/notice';
import { SkeletonPage } from '../../ui/skeleton/skeleton';
import { WIDE } from '../../ui/wide/wide';
import { yearAt } from './year-at';
import { YearLine } from './year-line';
import './my-year.css';

/** Where one was, and of which brands. */
function Went({ activities, brands, year }: MyYearOf) {
  const [most] = brands;
  return (
    <View className="card mine-card mine-card--first" data-testid="went">
      <View className="note">{year} 年，你来过</View>
      <View className="row mine-card__line">
        <Text className="large number" data-testid="activities">
          {activities}
        </Text>
        <Text>场活动</Text>
      </View>
      {activities > 0 && (
        <View className="mine-split" role="img" aria-label={brands.map(brandWords).join('，')}>
          {brands.map(({ brand, activities: of }) => (
            <View key={brand} className={`mine-split__part mine-split__part--${brand}`} style={{ flexGrow: of }} />
          ))}
        </View>
      )}
      <View className="mine-brands number">
        {brands.map((each) => (
          <Text key={each.brand} className={`mine-brands__one mine-brands__one--${each.brand}`}>
            {brandWords(each)}
          </Text>
        ))}
      </View>
      {most && brands.length > 1 && (
        <View className="note">
          来得最多的是{BRAND_WORDS[most.brand].name}：{BRAND_WORDS[most.brand].line}
        </View>
      )}
      {activities === 0 && <View className="note">这一年还没来过，下一场见</View>}
    </View>
  );
}

const brandWords = ({ brand, activities }: MyYearOf['brands'][number]): string =>
  `${BRAND_WORDS[brand].short} ${activities}`;

interface CardProps {
  title: string;
  amount: number;
  unit: string;
  testId: string;
  children?: ReactNode;
}

function Card({ title, amount, unit, testId, children }: CardProps) {
  return (
    <View className="card mine-card" data-testid={testId}>
      <View className="note">{title}</View>
      <View className="row mine-card__line">
        <Text className="large number">{amount}</Text>
        <Text>{unit}</Text>
      </View>
      {children}
    </View>
  );
}

const bookWords = ({ title, author }: Book): string => `《${title}》${author === undefined ? '' : ` ${author}`}`;

function Read({ readingDays, longestStreak, books }: MyYearOf) {
  if (readingDays === 0 && books.length === 0) return null;
  return (
    <>
      <Card title="翻开书的日子" amount={readingDays} unit="天" testId="read">
        <View className="number">最长连着读了 {longestStreak} 天</View>
      </Card>
      {books.length > 0 && (
        <Card title="读过的书" amount={books.length} unit="本" testId="books">
          <View className="stack stack--tight">
            {books.map((book) => (
              <Text key={bookWords(book)}>{bookWords(book)}</Text>
            ))}
          </View>
        </Card>
      )}
    </>
  );
}

function Cards({ mine }: { mine: MyYearOf }) {
  const { points, places } = mine;
  return (
    <View className="mine-cards" data-testid="my-year">
      <Went {...mine} />
      <Read {...mine} />
      {points > 0 && (
        <Card title="这一年攒下" amount={points} unit="积分" testId="earned">
          <View className="note">来一次、读一天、帮一把，都记着</View>
        </Card>
      )}
      {places.length > 0 && (
        <Card title="去过" amount={places.length} unit="个地方" testId="places">
          <View>{places.join('、')}</View>
        </Card>
      )}
    </View>
  );
}

function Share({ mine, thisYear }: { mine: MyYearOf; thisYear: number }) {
  return (
    <View className="pad mine-share">
      <SharePress className="button button--plain" title={shareWords(mine, thisYear)} path={myYearPath}>
        <View className="row">
          <Icon name="share" />
          <Text>叫同事也看看</Text>
        </View>
      </SharePress>
      <View className="note mine-share__note">同事打开，看到的是自己的一年</View>
    </View>
  );
}

function Empty({ year, isOver }: { year: number; isOver: boolean }) {
  const words = isOver ? '那一年的活动和读书，这里没有记下' : '来一次活动、读一会儿书，这里就有了';
  return (
    <Notice icon="star" title={`${year} 年还没有足迹`} text={words} testId="empty">
      {!isOver && <Button onPress={() => go.tab('pages/activities/index')}>看看活动</Button>}
    </Notice>
  );
}

/** 我的一年: what somebody did in a year, for them alone. Whoever opens a shared one sees their own. */
export function MyYear() {
  const thisYear = yearAt(serverNow());
  const [year, setYear] = useState(thisYear);
  const { value, refused, asking, again } = useAnswer('report.myYear', { year });
  useShareAppMessage(() => ({ title: shareWords(value, thisYear), path: myYearPath }));
  if (refused?.refusal === 'NOT_MEMBER') {
    return (
      <Notice icon="star" title="加入工会，也有自己的一年" text="来过的活动、读过的书，都替你记着" testId="not-member">
        <Button kind="primary" onPress={go.join} testId="join">
          去加入工会
        </Button>
      </Notice>
    );
  }
  return (
    <View className={`mine-year ${WIDE}`}>
      <YearLine year={year} last={thisYear} onChoose={setYear} />
      {value && refused && <StaleLine />}
      {!value && (refused ? <Failure refused={refused} again={again} asking={asking} /> : <SkeletonPage />)}
      {value && isEmptyOfMine(value) && <Empty year={year} isOver={year < thisYear} />}
      {value && !isEmptyOfMine(value) && (
        <>
          <Cards mine={value} />
          <Share mine={value} thisYear={thisYear} />
        </>
      )}
    </View>
  );
}
