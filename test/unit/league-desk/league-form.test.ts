import { leaguePlanIssues } from '../../../domain/league/league-plan-issues';
import { leaguePreview } from '../../../domain/league/league-preview';
import { instantAt } from '../../../domain/time/shanghai';
import { leagueFaults } from '../../../src/features/league-desk/league-faults';
import { fieldOf, issueFaults, LEAGUE_STEPS, stepOf } from '../../../src/features/league-desk/league-fields';
import {
  EMPTY_LEAGUE,
  formFrom,
  hasFinal,
  type LeagueForm,
  newRegion,
  planFrom,
} from '../../../src/features/league-desk/league-form';
import { fromTemplate, TEMPLATES } from '../../../src/features/league-desk/league-templates';
import { previewPlan } from '../../../src/features/league-desk/preview-plan';
import { faultsByStep } from '../../../src/shell/step-form/step-plan';
import { mergeForms } from '../../../src/shell/typed-form/form-merge';

const NOW = instantAt('2031-05-01T10:00') ?? 0;
const filled = (form: LeagueForm): LeagueForm => ({
  ...form,
  ...{ title: ' 药谷电竞联赛 ', tagline: '两个晚上', description: '五个人一队。\n\n带上耳机。' },
  ...{ venueName: '活动中心', venueAddress: '药谷中路 1 号', venuePoint: '116.506, 39.796' },
});
const ESPORTS = filled(fromTemplate('esports', EMPTY_LEAGUE, NOW));

describe('a league as it is typed', () => {
  test.each(TEMPLATES)('from the template of %s with a title and a place nothing is missing', (template) => {
    const form = filled(fromTemplate(template, EMPTY_LEAGUE, NOW));
    expect(leagueFaults(form)).toEqual({});
    expect(leaguePlanIssues(planFrom(form))).toEqual([]);
  });

  test.each(TEMPLATES)('the template of %s fits its courts and hours', (template) => {
    const plan = planFrom(filled(fromTemplate(template, EMPTY_LEAGUE, NOW)));
    const { courts, issues } = leaguePreview(plan, plan.most);
    expect(issues).toEqual([]);
    expect(courts).toBeLessThanOrEqual(plan.courts.length);
  });

  test.each(TEMPLATES)('the plan of the template of %s comes back the same', (template) => {
    const plan = planFrom(filled(fromTemplate(template, EMPTY_LEAGUE, NOW)));
    expect(planFrom(formFrom(plan))).toEqual(plan);
  });

  test('words are trimmed, lines are paragraphs, a point is understood in either order', () => {
    const { title, description, venue } = planFrom(ESPORTS);
    expect(title).toBe('药谷电竞联赛');
    expect(description).toEqual(['五个人一队。', '带上耳机。']);
    expect(venue).toMatchObject({ latitude: 39.796, longitude: 116.506 });
  });

  test('a template keeps the words that are typed already', () => {
    const form = fromTemplate('tug-of-war', ESPORTS, NOW);
    expect(form).toMatchObject({ title: ESPORTS.title, venueName: '活动中心', discipline: 'tug-of-war' });
  });

  test('a template leaves at least two weeks for entries, and closes them before it begins', () => {
    const { startsAt } = planFrom(ESPORTS).courts[0]?.openings[0] ?? { startsAt: 0 };
    expect(startsAt - NOW).toBeGreaterThan(11 * 86_400_000);
    expect(planFrom(ESPORTS).lockAt).toBeLessThan(startsAt);
  });
});

describe('what comes after the first stage', () => {
  test('a single knockout is all there is, whatever was switched on before', () => {
    const form: LeagueForm = { ...ESPORTS, kind: 'knockout', final: true };
    expect(hasFinal(form)).toBe(false);
    expect(planFrom(form).format).toEqual({ first: { bestOf: 1, minutes: 20, kind: 'knockout', placeThree: true } });
  });

  test('regions always lead to a final', () => {
    const regions = [newRegion([]), { id: 'r2', name: '西区' }];
    const form: LeagueForm = { ...ESPORTS, regional: true, regions, final: false };
    expect(planFrom(form).format).toMatchObject({ regions: [{ id: 'r1' }, { id: 'r2', name: '西区' }], final: {} });
  });
});

describe('what is missing', () => {
  test('is said field by field, each in its step', () => {
    const faults = leagueFaults(EMPTY_LEAGUE);
    expect(Object.keys(faults)).toEqual([
      ...['discipline', 'title', 'brand', 'opensAt', 'lockAt'],
      ...['venueName', 'venueAddress', 'venuePoint', 'courts'],
    ]);
    expect(faultsByStep(LEAGUE_STEPS, faults)).toEqual({ what: 3, who: 2, where: 4 });
  });

  test('openings are looked at only where a court has them', () => {
    const half = [{ id: 'o1', day: '2031-05-16', from: '', until: '' }];
    expect(leagueFaults({ ...ESPORTS, openings: half })).toEqual({ 'openings.o1': '日期和时间要填全' });
    const own = ESPORTS.courts.map((court) => ({ ...court, own: ESPORTS.openings }));
    expect(leagueFaults({ ...ESPORTS, openings: half, courts: own })).toEqual({});
  });

  test('entries close after they open and before the first court does', () => {
    expect(leagueFaults({ ...ESPORTS, lockAt: ESPORTS.opensAt })).toEqual({ lockAt: '截止要晚于开始' });
    expect(leagueFaults({ ...ESPORTS, lockAt: '2031-12-01T10:00' })).toEqual({ lockAt: '截止要早于开赛' });
  });

  test('regions are at least two, by different names', () => {
    const one = [{ id: 'r1', name: '东区' }];
    expect(leagueFaults({ ...ESPORTS, regional: true, regions: one })).toEqual({ regions: '至少写两个赛区' });
    const twice = [...one, { id: 'r2', name: ' 东区' }];
    expect(leagueFaults({ ...ESPORTS, regional: true, regions: twice })).toEqual({ regions: '赛区的名字重复了' });
  });

  test('two courts of one name are told', () => {
    const courts = ESPORTS.courts.map((court) => ({ ...court, name: '主台' }));
    expect(leagueFaults({ ...ESPORTS, courts })).toEqual({ courts: '场地的名字重复了' });
  });
});

describe('what the server finds', () => {
  const issue = (path: string) => ({ path, message: 'wrong' });

  test('stands at its field, by place or by id', () => {
    expect(fieldOf(ESPORTS, 'plan.title')).toBe('title');
    expect(fieldOf(ESPORTS, 'plan.venue.latitude')).toBe('venuePoint');
    expect(fieldOf(ESPORTS, 'plan.format.first.groups')).toBe('groups');
    expect(fieldOf(ESPORTS, 'first')).toBe('groups');
    expect(fieldOf({ ...ESPORTS, kind: 'knockout' }, 'first')).toBe('kind');
    expect(fieldOf(ESPORTS, 'regions.r1')).toBe('regions');
    expect(fieldOf(ESPORTS, 'final.take')).toBe('take');
    expect(fieldOf(ESPORTS, 'plan.courts.1.name')).toBe('courts.c2');
    expect(fieldOf(ESPORTS, 'courts.c2.openings')).toBe('openings');
    expect(fieldOf(ESPORTS, 'courts.0.openings.1.endsAt')).toBe('openings.o2');
    expect(fieldOf(ESPORTS, 'nowhere')).toBeUndefined();
  });

  test('comes in the order of the form, and what has no field is left over', () => {
    const { faults, rest } = issueFaults(ESPORTS, [issue('courts'), issue('nowhere'), issue('title')]);
    expect(Object.keys(faults)).toEqual(['title', 'courts']);
    expect(rest).toEqual([issue('nowhere')]);
    expect(stepOf('openings.o2')).toBe('where');
  });

  test('every rule of a plan that this form can break has its own words', () => {
    const broken: Partial<LeagueForm>[] = [
      ...[{ lockAt: ESPORTS.opensAt }, { lockAt: '2031-12-01T10:00' }, { most: '1' }, { most: '5' }, { take: '9' }],
      ...[{ rest: '9999' }, { answer: '1' }, { firstMinutes: '1' }, { groups: '99' }, { firstBestOf: '2' }],
      ...[{ courts: [] }, { discipline: 'curling' }, { firstMinutes: '200', finalMinutes: '200' }],
      { kind: 'knockout', regional: true, regions: [1, 2].map((n) => ({ id: `r${n}`, name: '区' })), take: '5' },
    ];
    for (const part of broken) {
      const form = { ...ESPORTS, ...part };
      const issues = leaguePlanIssues(planFrom(form));
      expect(issues).not.toEqual([]);
      const { faults, rest } = issueFaults(form, issues);
      expect(rest).toEqual([]);
      for (const words of Object.values(faults)) expect(words).not.toContain('不合适');
    }
  });
});

describe('the preview', () => {
  test('is asked for with words still missing', () => {
    const form = { ...ESPORTS, title: '', venueName: '', venuePoint: '' };
    const asked = previewPlan(form);
    expect(asked?.entries).toBe(24);
    expect(asked?.plan).toMatchObject({ title: '未定', venue: { name: '未定' } });
    expect(asked?.plan.courts).toEqual(planFrom(ESPORTS).courts);
  });

  test.each([{ discipline: '' }, { most: '' }, { groups: 'x' }, { finalMinutes: '' }])('waits for %j', (part) => {
    expect(previewPlan({ ...ESPORTS, ...part })).toBeUndefined();
  });

  test('does not wait for what no stage asks', () => {
    expect(previewPlan({ ...ESPORTS, kind: 'knockout', groups: '', take: '', finalMinutes: '' })).toBeDefined();
  });
});

describe('a league that somebody else changed meanwhile', () => {
  test('what only they changed is theirs, what I changed stays mine, and both are told', () => {
    const mine = { ...ESPORTS, title: '我的', rest: '7' };
    const theirs = { ...ESPORTS, title: '他的', most: '20' };
    const { form, theirs: taken, both } = mergeForms(ESPORTS, mine, theirs);
    expect(form).toMatchObject({ title: '我的', rest: '7', most: '20' });
    expect([taken, both]).toEqual([['most'], ['title']]);
  });

  test('the same change is no conflict', () => {
    const same = { ...ESPORTS, title: '一样' };
    expect(mergeForms(ESPORTS, same, same)).toMatchObject({ form: same, theirs: [], both: [] });
  });
});
