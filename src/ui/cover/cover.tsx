import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { LONGEST_PART, widestPart } from './title-width';
import './cover.css';

interface DateParts {
  month: string;
  day: string;
  weekday: string;
}

interface CoverProps {
  brand: 'warm' | 'craft' | 'vital' | 'books';
  title: string;
  /** Small words above the title. */
  above: string;
  /** When it is; absent where `children` say something else in its place, or nothing does. */
  date?: DateParts;
  children?: ReactNode;
  /** Shown on a card among others; a page's own cover is taller. */
  small?: boolean;
  /** Of what is over or cancelled: without its colour. */
  muted?: boolean;
}

/** A drawn cover: the brand's pattern, the name in large type, the date as a block. */
export function Cover({ brand, title, above, date, children, small = false, muted = false }: CoverProps) {
  const widest = widestPart(title);
  return (
    <View className={`cover cover--${brand}${small ? ' cover--small' : ''}${muted ? ' cover--muted' : ''}`}>
      <View className="cover__words">
        <Text className="cover__above">{above}</Text>
        <View
          className={`cover__title${widest > LONGEST_PART ? ' cover__title--long' : ''}`}
          style={{ '--widest': String(widest) }}
        >
          {title}
        </View>
      </View>
      {date && <DateBlock date={date} tone="plain" />}
      {children}
    </View>
  );
}

interface PriceBlockProps {
  price: number;
  tone: CoverProps['brand'] | 'plain';
}

/** A price where a date stands elsewhere: what something costs is what one looks for. */
export function PriceBlock({ price, tone }: PriceBlockProps) {
  return (
    <View className={`date-block price-block date-block--${tone}`}>
      <Text className="date-block__day number">{price === 0 ? '免费' : price}</Text>
      <Text className="date-block__note">{price === 0 ? '会员' : '积分'}</Text>
    </View>
  );
}

/** A date as one looks for it: the day large. */
export function DateBlock({ date, tone }: { date: DateParts; tone: CoverProps['brand'] | 'plain' }) {
  return (
    <View className={`date-block date-block--${tone}`}>
      <Text className="date-block__note">{date.month}</Text>
      <Text className="date-block__day number">{date.day}</Text>
      <Text className="date-block__note">{date.weekday}</Text>
    </View>
  );
}
