import type { Calendar } from '../calendar';
import { type DemoActivity, demoActivity, hours, session, window } from './demo-activity';
import { VENUES } from './venues';

/** On the evening of the talk on overtime, in the same hall, and for more people than it holds: there is something to ask. */
function newcomersParty(cal: Calendar): DemoActivity {
  const day = cal.next(4, 3);
  return demoActivity({
    id: 'newcomers-party',
    title: '新同事见面会',
    tagline: '刚来药谷的，先认识几个人',
    brand: 'warm',
    format: 'show',
    description: [
      '今年刚到园区的同事坐到一起，吃点东西，玩几个小游戏。',
      '各兴趣社团在门口摆摊，看上哪个当场就能加入。',
    ],
    rules: ['凭电子票入场', '游戏自愿参加', '来不了请提前取消，把位置留给同事'],
    venue: VENUES.hall,
    ...window(cal, day, 2, 1),
    sessions: [session('s1', '周四晚场', hours(cal, day, '19:00', '21:00'), 300)],
    draft: true,
  });
}

/** What organizers still work on. */
export const draftActivities = (cal: Calendar): DemoActivity[] => [newcomersParty(cal)];
