import type { Album, ComingAgain, FeedbackResult, MyFeedback } from '../../types/contract';
import type { Instant } from '../../types/vocabulary';
import { moment } from './dates';

/** How it was, from 1 star to 5. */
export const STAR_WORDS = ['不太行', '一般', '还可以', '挺好', '特别好'] as const;

export const starWords = (stars: number): string => STAR_WORDS[stars - 1] ?? '';

export const AGAIN_WORDS: Record<ComingAgain, string> = { yes: '会再来', maybe: '看情况', no: '不来了' };

/** What stands where one can say something, or has. */
export function feedbackWords({ mine, opensAt, closesAt }: MyFeedback, now: Instant): { title: string; note: string } {
  if (mine) {
    const until = now <= closesAt ? `${moment(closesAt, now)} 前还能改` : '谢谢你的回答';
    return { title: `你说：${starWords(mine.stars)}`, note: until };
  }
  if (now < opensAt) return { title: '结束后说说感受', note: `${moment(opensAt, now)} 以后` };
  if (now > closesAt) return { title: '收集已经结束', note: '下次记得早点来说' };
  return { title: '这次怎么样，说说看', note: '三个问题，半分钟' };
}

/** `4.4`: of tenths. */
export const averageWords = (tenths: number): string => (tenths / 10).toFixed(1);

/** How many of those who came answered. */
export function answeredWords({ came, answers }: Pick<FeedbackResult, 'came' | 'answers'>): string {
  if (came === 0) return '还没有到场记录';
  return `${came} 人到场，${answers} 人回答了`;
}

/** While there are too few answers to show. */
export const fewWords = ({ least }: Pick<FeedbackResult, 'least'>): string =>
  `满 ${least} 份才看得到结果，这样谁都猜不出是谁说的`;

export const percentOf = (part: number, whole: number): number => (whole === 0 ? 0 : Math.round((part / whole) * 100));

/** What stands above an album: how many, for whom, and what waits for an organizer. */
export function albumNote({ photos, decides }: Pick<Album, 'photos' | 'decides'>): string {
  const asked = photos.filter(({ hidden }) => hidden).length;
  const waits = decides && asked > 0 ? `，${asked} 张等你决定` : '';
  return `${photos.length} 张，只有到场的人看得到${waits}`;
}
