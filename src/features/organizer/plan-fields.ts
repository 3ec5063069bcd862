import type { Issue } from '../../../types/contract/op';
import type { PlanFaults } from './plan-faults';
import type { PlanForm } from './plan-form';

/** What the fields are called on the form, in its order. */
const FIELD_NAMES: Record<string, string> = {
  title: '名称',
  tagline: '一句话介绍',
  brand: '品牌',
  format: '形式',
  description: '介绍',
  rules: '须知',
  images: '图片',
  sessions: '场次',
  'venue.name': '地点',
  'venue.address': '地址',
  'venue.point': '地图坐标',
  'venue.checkInWithin': '签到距离',
  'venue.holds': '容纳人数',
  preview: '先预告',
  opensAt: '报名开始',
  closesAt: '报名截止',
  cancelUntil: '可以取消到',
  allocation: '分配方式',
  waitlist: '候补',
  onePlacePer: '一人几个名额',
  companions: '同行人数',
  'quota.each': '每个单位的名额',
  'eligibility.employments': '职工类别',
  'eligibility.enterprises': '单位',
  takesAttendance: '签到',
  coolDown: '爽约限制',
  'coolDown.absences': '爽约次数',
  'coolDown.days': '爽约天数',
  questions: '报名时的问题',
};

const SESSION_PARTS: Record<string, string> = {
  name: '名称',
  startsAt: '开始',
  endsAt: '结束',
  capacity: '名额',
  zones: '分区',
};
const QUESTION_PARTS: Record<string, string> = { label: '问题', options: '选项', maxLength: '字数', range: '范围' };

/** Parts of a plan that stand in one field of the form. */
const TOGETHER: Record<string, string> = {
  venue: 'venue.name',
  'venue.latitude': 'venue.point',
  'venue.longitude': 'venue.point',
  quota: 'quota.each',
  'quota.own': 'quota.each',
  eligibility: 'eligibility.enterprises',
};

interface Named {
  id: string;
}

/** Lists are named by id or by place: `sessions.0` is `sessions.s1`. */
function idIn(list: readonly Named[], part: string | undefined): string | undefined {
  return (
    list.find(({ id }) => id === part)?.id ??
    (part !== undefined && /^\d+$/.test(part) ? list[Number(part)]?.id : undefined)
  );
}

function sessionField(form: PlanForm, [at, part, zoneAt, zonePart]: readonly string[]): string {
  const id = idIn(form.sessions, at);
  if (id === undefined) return 'sessions';
  if (part === undefined || !(part in SESSION_PARTS)) return `sessions.${id}.name`;
  const zone = part === 'zones' ? idIn(form.sessions.find((each) => each.id === id)?.zones ?? [], zoneAt) : undefined;
  if (zone === undefined) return `sessions.${id}.${part}`;
  return `sessions.${id}.zones.${zone}.${zonePart === 'capacity' ? 'capacity' : 'name'}`;
}

function questionField(form: PlanForm, [at, part]: readonly string[]): string {
  const id = idIn(form.questions, at);
  if (id === undefined) return 'questions';
  if (part === 'min' || part === 'max') return `questions.${id}.range`;
  return `questions.${id}.${part !== undefined && part in QUESTION_PARTS ? part : 'label'}`;
}

/** The field that a path of the contract (`plan.sessions.0.capacity`) stands in; `undefined` where there is none. */
export function fieldOf(form: PlanForm, path: string): string | undefined {
  const [head = '', ...rest] = path
    .replace(/^plan\./, '')
    .replace(/[[\]]+/g, '.')
    .split('.')
    .filter((part) => part !== '');
  if (head === 'sessions') return sessionField(form, rest);
  if (head === 'questions') return questionField(form, rest);
  for (let length = rest.length; length >= 0; length -= 1) {
    const shorter = [head, ...rest.slice(0, length)].join('.');
    const field = TOGETHER[shorter] ?? (shorter in FIELD_NAMES ? shorter : undefined);
    if (field !== undefined) return field;
  }
  return undefined;
}

/** What a field is called, with the session or the question that it belongs to. */
export function fieldName(form: PlanForm, field: string): string {
  const [head, id, part = '', zone, zonePart] = field.split('.');
  if (head === 'sessions' && id !== undefined) {
    const at = form.sessions.findIndex((session) => session.id === id);
    const session = form.sessions[at];
    const name = session?.name.trim() || `第 ${at + 1} 场`;
    if (zone === undefined) return `${name}的${SESSION_PARTS[part] ?? '安排'}`;
    const zoneName = session?.zones.find((each) => each.id === zone)?.name.trim() || '分区';
    return `${name} · ${zoneName}的${zonePart === 'capacity' ? '名额' : '名称'}`;
  }
  if (head === 'questions' && id !== undefined) {
    return `问题 ${form.questions.findIndex((question) => question.id === id) + 1}`;
  }
  return FIELD_NAMES[field] ?? field;
}

/** What the rules of a plan and of an edit say (domain/activity), said to whoever typed it. */
const ISSUE_WORDS: Record<string, string> = {
  'stays as it was published': '发布以后不能再改',
  'is over': '已经结束的场次不能再改',
  'has passed': '这个时间已经过去了',
  'somebody is in already': '已经有人报了这一场，不能再分区',
  'draws are not held yet': '摇号还没有开放',
  'ends before it starts': '结束要晚于开始',
  'before opensAt': '截止要晚于开始',
  'after the end': '不能晚于活动结束',
};

/** The refused parts of a plan at their fields; what stands in no field is left over. */
export function issueFaults(form: PlanForm, issues: readonly Issue[]): { faults: PlanFaults; rest: Issue[] } {
  const faults: PlanFaults = {};
  const rest: Issue[] = [];
  for (const issue of issues) {
    const field = fieldOf(form, issue.path);
    if (field === undefined) rest.push(issue);
    else faults[field] = ISSUE_WORDS[issue.message] ?? `${fieldName(form, field)}不合适，改一下再保存`;
  }
  return { faults, rest };
}

/** The names of those fields, each once: `名称、周六晚场的名额`. */
export function fieldNames(form: PlanForm, fields: readonly string[]): string {
  return [...new Set(fields.map((field) => fieldName(form, field)))].join('、');
}
