import fc from 'fast-check';
import { planWarnings } from '../../../domain/activity/plan-warnings';
import { instantAt } from '../../../domain/time/shanghai';
import { weekday } from '../../../domain/wording/dates';
import { planFaults } from '../../../src/features/organizer/plan-faults';
import { EMPTY_FORM, formFrom, planFrom } from '../../../src/features/organizer/plan-form';
import { ruleFaults } from '../../../src/features/organizer/plan-rules';
import { fromTemplate, TEMPLATES } from '../../../src/features/organizer/plan-templates';
import { DAY, NOON } from '../../support/plans';
import { holds } from '../../support/seed';

/** What a template leaves to be typed: name, words and place. */
const TYPED = {
  ...{ title: '音乐节', tagline: '一起来', description: '一晚的歌' },
  ...{ venueName: '草坪', venueAddress: '药谷中路 1 号', venuePoint: '39.796, 116.506' },
};

const anyNow = fc.integer({ min: 0, max: 400 * 24 * 60 }).map((minutes) => NOON + minutes * 60_000);
const anyTemplate = fc.constantFrom(...TEMPLATES);

test('whenever one begins from a template, name, words and place are all that is missing', () => {
  holds(
    fc.property(anyTemplate, anyNow, (template, now) => {
      const missing = Object.keys(planFaults(fromTemplate(template, now)));
      return missing.join() === 'title,tagline,description,venue.name,venue.address,venue.point';
    }),
  );
});

test('whenever one begins from a template, nothing is wrong with it and nothing is asked about it', () => {
  holds(
    fc.property(anyTemplate, anyNow, (template, now) => {
      const form = { ...fromTemplate(template, now), ...TYPED };
      const faults = { ...planFaults(form), ...ruleFaults(form, undefined, now) };
      const warnings = planWarnings(planFrom(form), { now, published: false });
      return Object.keys(faults).length === 0 && warnings.length === 0;
    }),
  );
});

test('everything happens after sign-up has been open on a workday from ten o’clock, and within two months', () => {
  holds(
    fc.property(anyTemplate, anyNow, (template, now) => {
      const { opensAt, sessions } = planFrom({ ...fromTemplate(template, now), ...TYPED });
      return opensAt > now && opensAt < now + 4 * DAY && sessions.every(({ startsAt }) => startsAt < now + 62 * DAY);
    }),
  );
});

test('a session that is named after a weekday is on it', () => {
  const named = TEMPLATES.flatMap((template) => fromTemplate(template, NOON).sessions).filter(({ name }) =>
    name.startsWith('周'),
  );
  expect(named.map(({ name }) => name)).toEqual(['周六晚场', '周三下午', '周五晚上', '周日上午']);
  for (const { name, startsAt } of named) expect(name).toContain(weekday(instantAt(startsAt) ?? 0));
});

test('a template has every field that a form has, and is read back as it was', () => {
  for (const template of TEMPLATES) {
    const form = { ...fromTemplate(template, NOON), ...TYPED };
    expect(Object.keys(form).sort()).toEqual(Object.keys(EMPTY_FORM).sort());
    const again = formFrom(planFrom(form));
    expect({ ...again, sessions: [], questions: [] }).toEqual({ ...form, sessions: [], questions: [] });
  }
});
