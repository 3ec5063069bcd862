import { type ChallengeRecord, endKeyOf } from '../../../domain/reading/challenge-record';
import { shifted } from '../../../domain/time/days';
import { dayOf, startOfDay } from '../../../domain/time/shanghai';
import type { ChallengePlan, ChallengeState } from '../../../types/contract';
import type { Day } from '../../../types/vocabulary';
import { demoId } from '../chance';
import { SHELF } from './shelf';

export const EVERYBODY = 'winter-reading';
export const TEAMS = 'read-together';

function challenge(_id: string, plan: ChallengePlan, state: ChallengeState, today: Day): ChallengeRecord {
  const at = startOfDay(plan.startsOn < today ? shifted(plan.startsOn, -3) : shifted(today, -2));
  const changed = { by: demoId('member demo-organizer'), at };
  return { _id, v: 1, rev: 1, plan, state, endKey: endKeyOf(plan, _id), changed, requests: [] };
}

const HALF_AN_HOUR = { rule: { kind: 'minutes', least: 30 } } as const;

const daysFrom = (today: Day, from: number, to: number) => ({
  startsOn: shifted(today, from),
  endsOn: shifted(today, to),
});

/** One that everybody reads in, and one of teams. */
function running(today: Day): ChallengeRecord[] {
  return [
    challenge(
      EVERYBODY,
      {
        ...{
          title: '书香药谷百日共读',
          tagline: '每天半小时，读什么都行',
          ...daysFrom(today, -40, 59),
          ...HALF_AN_HOUR,
        },
        description: [
          '从今天起，每天读半小时书，写一句想说的话。',
          '断了一天不要紧：连着读七天就有一张补卡，三天之内可以补上。',
        ],
        ...{ entry: 'personal', goal: 60, rewards: ['读满 60 天，送一张书香读者证', '一天不落读完，年会上台领一套书'] },
      },
      'published',
      today,
    ),
    challenge(
      TEAMS,
      {
        ...{ title: '三人行读书小队', tagline: '约上同事一起读，天数算在一起', ...daysFrom(today, -20, 24) },
        description: ['三到十个人一队，大家读的天数加在一起。', '队里随时可以来新人，带着自己读过的天数来。'],
        ...{ rule: { kind: 'pages', least: 10 }, entry: 'team', goal: 100 },
        rewards: ['一起读满 100 天，送小队一个书架'],
      },
      'published',
      today,
    ),
  ];
}

/** One to come, one that is over, and a draft. */
function others(today: Day): ChallengeRecord[] {
  const classics = SHELF.filter(({ title }) => ['红楼梦', '西游记', '水浒传', '三国演义'].includes(title));
  return [
    challenge(
      'four-classics',
      {
        ...{ title: '四大名著慢慢读', tagline: '一天一回，不赶进度', ...daysFrom(today, 9, 98) },
        description: ['只读四大名著，哪一本都行。'],
        ...{ rule: { kind: 'note', least: 20 }, books: classics.map(({ id }) => id), entry: 'enterprise' },
        rewards: ['读得最多的单位，送一面流动书墙'],
      },
      'published',
      today,
    ),
    challenge(
      'summer-evenings',
      {
        ...{ title: '夏夜读书月', tagline: '晚上凉快，读几页', ...daysFrom(today, -160, -131), ...HALF_AN_HOUR },
        ...{ description: ['一个月，三十个夏夜。'], entry: 'personal', rewards: [] },
      },
      'published',
      today,
    ),
    challenge(
      'spring-draft',
      {
        ...{ title: '春天读首诗', tagline: '', ...daysFrom(today, 60, 90), rule: { kind: 'note', least: 0 } },
        ...{ description: [], entry: 'personal', rewards: [] },
      },
      'draft',
      today,
    ),
  ];
}

export function demoChallenges(now: number): ChallengeRecord[] {
  const today = dayOf(now);
  return [...running(today), ...others(today)];
}
