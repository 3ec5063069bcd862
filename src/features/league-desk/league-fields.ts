import type { Issue } from '../../../types/contract/op';
import type { StepPlan } from '../../shell/step-form/step-plan';
import type { LeagueFaults } from './league-faults';
import type { LeagueForm } from './league-form';

/** The form is filled in by steps; what it comes to stands in the last one. */
export const STEPS = ['what', 'who', 'how', 'where', 'check'] as const;
export type Step = (typeof STEPS)[number];

export const STEP_WORDS: Record<Step, string> = {
  what: '比什么',
  who: '谁能来',
  how: '怎么比',
  where: '在哪打',
  check: '核对',
};

interface FieldFacts {
  step: Exclude<Step, 'check'>;
  name: string;
}

/** Every field by its path, or by the beginning of it, in the order of the form. */
const FIELDS: Record<string, FieldFacts> = {
  discipline: { step: 'what', name: '项目' },
  title: { step: 'what', name: '名称' },
  tagline: { step: 'what', name: '一句话介绍' },
  brand: { step: 'what', name: '品牌' },
  description: { step: 'what', name: '介绍' },
  opensAt: { step: 'who', name: '报名开始' },
  lockAt: { step: 'who', name: '报名截止' },
  most: { step: 'who', name: '最多多少报名' },
  regions: { step: 'who', name: '赛区' },
  kind: { step: 'how', name: '赛制' },
  groups: { step: 'how', name: '分几组' },
  firstBestOf: { step: 'how', name: '几局几胜' },
  firstMinutes: { step: 'how', name: '一场多久' },
  take: { step: 'how', name: '出线几名' },
  finalBestOf: { step: 'how', name: '淘汰赛几局几胜' },
  finalMinutes: { step: 'how', name: '淘汰赛一场多久' },
  venueName: { step: 'where', name: '地点' },
  venueAddress: { step: 'where', name: '地址' },
  venuePoint: { step: 'where', name: '地图坐标' },
  courts: { step: 'where', name: '场地' },
  openings: { step: 'where', name: '开放时间' },
  rest: { step: 'where', name: '两场之间歇多久' },
  answer: { step: 'where', name: '多久不回应就算数' },
};

const headOf = (field: string): string => field.split('.')[0] ?? '';

export const fieldName = (field: string): string => FIELDS[headOf(field)]?.name ?? field;
export const stepOf = (field: string): Step => FIELDS[headOf(field)]?.step ?? 'check';

export const LEAGUE_STEPS: StepPlan<Step> = { steps: STEPS, stepOf };

/** Parts of a plan that stand in one field of the form, the longest path first; a format's with or without its name. */
const PARTS: readonly (readonly [string, string])[] = [
  ['venue.name', 'venueName'],
  ['venue.address', 'venueAddress'],
  ['venue.latitude', 'venuePoint'],
  ['venue.longitude', 'venuePoint'],
  ['venue', 'venueName'],
  ['regions', 'regions'],
  ['first.kind', 'kind'],
  ['first.groups', 'groups'],
  ['first.bestOf', 'firstBestOf'],
  ['first.minutes', 'firstMinutes'],
  ['first', 'groups'],
  ['final.take', 'take'],
  ['final.bestOf', 'finalBestOf'],
  ['final.minutes', 'finalMinutes'],
  ['final', 'take'],
  ['format', 'kind'],
  ['entries', 'most'],
];

interface Named {
  id: string;
}

/** Lists are named by id or by place: `0` is the first. */
function idIn(list: readonly Named[], part: string | undefined): string | undefined {
  if (part === undefined) return undefined;
  return list.find(({ id }) => id === part)?.id ?? (/^\d+$/.test(part) ? list[Number(part)]?.id : undefined);
}

function courtField(form: LeagueForm, [at, part, openingAt]: readonly string[]): string {
  const court = form.courts.find(({ id }) => id === idIn(form.courts, at));
  if (!court) return 'courts';
  if (part !== 'openings') return `courts.${court.id}`;
  const opening = idIn(court.own ?? form.openings, openingAt);
  if (opening === undefined) return court.own ? `courts.${court.id}` : 'openings';
  return court.own ? `courts.${court.id}.openings.${opening}` : `openings.${opening}`;
}

/** The field that a path of the contract (`plan.courts.0.openings.1`) stands in; `undefined` where there is none. */
export function fieldOf(form: LeagueForm, path: string): string | undefined {
  const plain = path
    .replace(/^plan\./, '')
    .replace(/\[(\w+)\]/g, '.$1')
    .replace(/^format\./, '');
  const [head = '', ...rest] = plain.split('.');
  if (head === 'courts') return courtField(form, rest);
  const part = PARTS.find(([begin]) => plain === begin || plain.startsWith(`${begin}.`))?.[1];
  // A knockout has no number of groups to be mended.
  if (part === 'groups' && form.kind === 'knockout') return 'kind';
  return part ?? (head in FIELDS ? head : undefined);
}

/** What the rules of a plan say (domain/league), said to whoever typed it. */
const ISSUE_WORDS: readonly (readonly [RegExp, string])[] = [
  [/^no such discipline$/, '比赛那天没有这个项目，换一个'],
  [/^not after opensAt$/, '截止要晚于开始'],
  [/^is over$/, '截止时间已经过了'],
  [/^ends before it starts$/, '关门要晚于开门'],
  [/^overlap$/, '有两段时间重叠了'],
  [/^shorter than a match$/, '有一段比一场比赛还短'],
  [/^open before rosters are locked$/, '场地开放要晚于报名截止'],
  [/^at most (\d+) days from the first to the last$/, '从第一天到最后一天最多 $1 天'],
  [/^names repeat$/, '名字重复了'],
  [/^regions need one$/, '分赛区就要有决赛'],
  [/^at least two go on$/, '至少要有两个出线'],
  [/^from (\d+) to (\d+)$/, '请填 $1 到 $2'],
  [/^a whole number from 1$/, '至少 1'],
  [/^(\d+) groups need (\d+) entries, there are (\d+)$/, '分 $1 组至少要 $2 个报名，现在按 $3 个算'],
  [/^the smallest group has (\d+)$/, '最小的组只有 $1 个，出线的不能更多'],
  [/^a knockout needs 2 entries, there are (\d+)$/, '淘汰赛至少要 2 个报名，现在按 $1 个算'],
  [/^a knockout has (\d+) places to go on from$/, '淘汰赛只分得出前 $1 名'],
  [/^(\d+) matches, at most (\d+)$/, '一共要打 $1 场，最多 $2 场'],
  [/^one of (.+)$/, '这个项目只能是 $1 局'],
  [/^at most (\d+)$/, '最多 $1'],
];

/** An issue in words. */
export function issueWords(form: LeagueForm, { path, message }: Issue): string {
  const known = ISSUE_WORDS.find(([pattern]) => pattern.test(message));
  if (known) return message.replace(known[0], known[1]);
  const field = fieldOf(form, path);
  return `${field === undefined ? '有一处' : fieldName(field)}不合适，改一下再保存`;
}

/** The refused parts of a plan at their fields, in the order of the form; what stands in no field is left over. */
export function issueFaults(form: LeagueForm, issues: readonly Issue[]): { faults: LeagueFaults; rest: Issue[] } {
  const found: [string, string][] = [];
  const rest: Issue[] = [];
  for (const issue of issues) {
    const field = fieldOf(form, issue.path);
    if (field === undefined) rest.push(issue);
    else found.push([field, issueWords(form, issue)]);
  }
  const order = Object.keys(FIELDS);
  found.sort(([one], [other]) => order.indexOf(headOf(one)) - order.indexOf(headOf(other)));
  return { faults: Object.fromEntries(found), rest };
}
