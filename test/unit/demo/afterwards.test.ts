import { answersIn, feedbackWindow, isOpen } from '../../../domain/afterwards/feedback';
import { afterwardsOf } from '../../../scripts/demo/afterwards';
import { demoId } from '../../../scripts/demo/chance';
import { drawnScene, SCENES } from '../../../scripts/demo/drawn-scene';
import { demoYear } from '../../../scripts/demo/year-of-demo';
import { recounted } from '../../support/afterwards';
import { INSTANTS } from './instants';

describe.each(INSTANTS.slice(0, 2))('what comes afterwards in the demo as of %s', (_name, now) => {
  const { activities } = demoYear(now);
  const { albums, feedback, feedbackBooks } = afterwardsOf(activities);
  const [book] = feedbackBooks;
  const over = activities.find(({ activity }) => activity._id === book?._id);

  test('is of an activity that can still be answered, in which its worker was', () => {
    const { endsAt = 0 } = over?.activity ?? {};
    expect(isOpen(feedbackWindow(endsAt, endsAt), now)).toBe(true);
    expect(over?.participations.map(({ memberId }) => memberId)).toContain(demoId('member demo-worker'));
  });

  test('has six photos, and answers of some who were there, counted as they say', () => {
    expect(albums[0]?.photos).toHaveLength(6);
    const there = new Set(over?.participations.map(({ memberId }) => memberId));
    expect(feedback.filter(({ memberId }) => !there.has(memberId))).toEqual([]);
    expect(feedback.map(({ memberId }) => memberId)).not.toContain(demoId('member demo-worker'));
    expect(book && answersIn(book)).toBeGreaterThan(5);
    expect(book).toMatchObject(recounted(feedback, book?._id));
  });
});

test('its pictures are drawn, each another', () => {
  const drawn = SCENES.map((_scene, at) => drawnScene(at));
  expect(new Set(drawn).size).toBe(6);
  for (const svg of drawn) expect(svg).toMatch(/^<svg [^>]*>.*<\/svg>$/);
});
