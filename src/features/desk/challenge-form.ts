import { dayNumber } from '../../../domain/time/days';
import type { ChallengeEntry, ChallengePlan, DailyRule } from '../../../types/contract/reading';
import type { BookId } from '../../../types/vocabulary';

/** A challenge as it is typed: everything a text, so that it can be half done. */
export interface ChallengeForm {
  title: string;
  tagline: string;
  /** A paragraph a line. */
  description: string;
  /** As a date field has it: a day, or nothing yet. */
  startsOn: string;
  endsOn: string;
  kind: DailyRule['kind'];
  least: string;
  /** Only the books that are chosen count. */
  listed: boolean;
  books: BookId[];
  entry: ChallengeEntry;
  goal: string;
  /** One a line. */
  rewards: string;
}

export const EMPTY_CHALLENGE: ChallengeForm = {
  ...{ title: '', tagline: '', description: '', startsOn: '', endsOn: '', kind: 'minutes', least: '20' },
  ...{ listed: false, books: [], entry: 'personal', goal: '', rewards: '' },
};

/** What of it stays: the server decides so by the same facts. */
export interface Locks {
  /** Published: who takes part, and how. */
  published: boolean;
  /** Its first day has come: what counts, from when, and until when at least. */
  begun: boolean;
  /** Its last day is gone. */
  over: boolean;
  /** The last day as people know it. */
  endsOn: string;
}

export function formFrom(plan: ChallengePlan): ChallengeForm {
  const { title, tagline, startsOn, endsOn, rule, books, entry, goal } = plan;
  return {
    ...{ title, tagline, startsOn, endsOn, entry, kind: rule.kind, least: String(rule.least) },
    description: plan.description.join('\n'),
    listed: books !== undefined,
    books: books ?? [],
    goal: goal === undefined ? '' : String(goal),
    rewards: plan.rewards.join('\n'),
  };
}

const numberOf = (typed: string): number | undefined =>
  /^\d{1,6}$/.test(typed.trim()) ? Number(typed.trim()) : undefined;

const linesOf = (typed: string): string[] =>
  typed
    .split('\n')
    .map((line) => line.replace(/\p{Cc}+/gu, ' ').trim())
    .filter((line) => line !== '');

/** What is wrong, in words, by the field: the server checks the same and has the last word. */
export type ChallengeFaults = Partial<Record<keyof ChallengeForm, string>>;

/** What one of each kind may ask of a day at most. */
const MOST_A_DAY: Record<DailyRule['kind'], number> = { minutes: 1_440, pages: 1_000, note: 500 };
const MOST_DAYS = 366;
const MOST_BOOKS = 100;
const MOST_REWARDS = 10;
/** Of a team, whose days add up. */
const TEAM = 10;

const outside = (typed: string, least: number, most: number): string | undefined => {
  const number = numberOf(typed);
  return number === undefined || number < least || number > most ? `请填 ${least} 到 ${most} 的整数` : undefined;
};

const lengthOf = ({ startsOn, endsOn }: ChallengeForm): number | undefined =>
  startsOn === '' || endsOn === '' ? undefined : dayNumber(endsOn) - dayNumber(startsOn) + 1;

function dayFaults(form: ChallengeForm, { begun, endsOn }: Locks): ChallengeFaults {
  const days = lengthOf(form);
  return {
    ...(form.startsOn === '' && { startsOn: '请选第一天' }),
    ...(form.endsOn === '' && { endsOn: '请选最后一天' }),
    ...(days !== undefined && days < 1 && { endsOn: '最后一天不能早于第一天' }),
    ...(days !== undefined && days > MOST_DAYS && { endsOn: `最多 ${MOST_DAYS} 天` }),
    ...(begun && form.endsOn !== '' && form.endsOn < endsOn && { endsOn: '开始以后只能往后延' }),
  };
}

export function challengeFaults(form: ChallengeForm, locks: Locks): ChallengeFaults {
  const reachable = Math.max(1, lengthOf(form) ?? MOST_DAYS) * (form.entry === 'team' ? TEAM : 1);
  const least = outside(form.least, 0, MOST_A_DAY[form.kind]);
  const goal = form.goal.trim() === '' ? undefined : outside(form.goal, 1, reachable);
  return {
    ...(form.title.trim() === '' && { title: '请填写名称' }),
    ...dayFaults(form, locks),
    ...(least !== undefined && { least }),
    ...(form.listed && form.books.length === 0 && { books: '请从书架上选书' }),
    ...(form.books.length > MOST_BOOKS && { books: `最多选 ${MOST_BOOKS} 本` }),
    ...(goal !== undefined && { goal }),
    ...(linesOf(form.rewards).length > MOST_REWARDS && { rewards: `最多 ${MOST_REWARDS} 条` }),
  };
}

/** The plan that a form without faults says. */
export function planFrom(form: ChallengeForm): ChallengePlan {
  const { startsOn, endsOn, kind, entry, listed, books } = form;
  const goal = numberOf(form.goal);
  return {
    title: form.title.trim(),
    tagline: form.tagline.trim(),
    description: linesOf(form.description),
    ...{ startsOn, endsOn, entry },
    rule: { kind, least: numberOf(form.least) ?? 0 },
    ...(listed && { books }),
    ...(goal !== undefined && { goal }),
    rewards: linesOf(form.rewards),
  };
}

const FIELD_NAMES: Record<string, string> = {
  ...{ title: '名称', tagline: '一句话介绍', description: '介绍', startsOn: '第一天', endsOn: '最后一天' },
  ...{ rule: '每天读多少', books: '书单', entry: '怎么参加', goal: '目标', rewards: '奖励' },
};

/** What the server found wrong, by the fields' names: `名称、书单`. */
export function challengeIssues(paths: readonly string[]): string {
  const names = paths.map((path) => FIELD_NAMES[path.replace(/^plan\./, '').split('.')[0] ?? '']);
  return [...new Set(names.filter((name) => name !== undefined))].join('、');
}
