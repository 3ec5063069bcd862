import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { Edit } from '../../src/features/organizer/edit';
import { Manage } from '../../src/features/organizer/manage';
import type { PlanCheck } from '../../types/contract/organizer-check';
import type { Plan } from '../../types/contract/plan';
import { comeBack, visited } from '../support/taro';
import { freshPhone } from './fresh';
import { managedOf, planOf } from './organizer-samples';
import { type Call, ok, type Replies, sent, serve } from './server';

beforeEach(freshPhone);

const press = (testId: string): void => {
  fireEvent.click(screen.getByTestId(testId));
};
const checkOf = (change: Partial<PlanCheck> = {}): PlanCheck => ({
  ...{ clashes: [], moreClashes: false, now: Date.now() },
  ...change,
});
/** Nothing to ask about, but for what a test says. */
const sound = (change: Partial<Plan> = {}): Plan => planOf({ quota: {}, cancelUntil: planOf().closesAt, ...change });

describe('what to think of before publishing', () => {
  const draft = (plan: Plan) => managedOf({ state: 'draft', plan });
  const tight = (): Plan => sound({ venue: { ...planOf().venue, holds: 250 } });

  async function checking(plan: Plan, replies: Replies): Promise<Call[]> {
    const calls = serve({ 'organizer.activity': () => ok(draft(plan)), ...replies });
    render(<Edit id="music" />);
    await screen.findByTestId('save');
    press('step-check');
    return calls;
  }

  test('in the last step each says what to do, and leads to its field; saving goes on all the same', async () => {
    const [first] = planOf().sessions;
    const clash = {
      sessionId: 's1',
      activityId: 'choir',
      title: '合唱排练',
      startsAt: first?.startsAt ?? 0,
      endsAt: first?.endsAt ?? 0,
    };
    const calls = await checking(tight(), {
      'organizer.checkPlan': () => ok(checkOf({ clashes: [clash], volunteers: 0 })),
    });
    expect((await screen.findByTestId('warning-venue-clash')).textContent).toContain('合唱排练');
    expect(screen.getByTestId('warning-over-venue').textContent).toContain('减掉 50 个');
    expect(sent(calls, 'organizer.checkPlan')[0]?.input).toMatchObject({
      activityId: 'music',
      plan: { title: '职工音乐节' },
    });
    expect(screen.queryByTestId('faults')).toBeNull();
    press('warning-over-venue');
    expect(screen.getByTestId('sessions.s1.capacity')).toBeTruthy();
    press('step-check');
    fireEvent.click(await screen.findByTestId('warning-no-volunteers'));
    expect(visited).toEqual(['/packages/organizer/pages/volunteers/index?id=music']);
  });

  test.each([
    ['of volunteers too', { volunteers: 1 }, '时间、名额、场地和志愿者都看过了，没有要提醒的'],
    ['of what was looked at alone', {}, '时间、名额和场地都看过了，没有要提醒的'],
  ])('where nothing is to be thought of, that is said %s', async (_what, found, words) => {
    await checking(sound({ preview: true }), { 'organizer.checkPlan': () => ok(checkOf(found)) });
    expect((await screen.findByTestId('no-warnings')).textContent).toBe(words);
  });

  test('whoever was asked for help meanwhile is known on coming back', async () => {
    const volunteers = [0, 1];
    await checking(sound({ preview: true }), {
      'organizer.checkPlan': () => ok(checkOf({ volunteers: volunteers.shift() ?? 1 })),
    });
    fireEvent.click(await screen.findByTestId('warning-no-volunteers'));
    const later = Date.now() + 60_000;
    const clock = jest.spyOn(Date, 'now').mockReturnValue(later);
    act(comeBack);
    clock.mockRestore();
    await waitFor(() => expect(screen.queryByTestId('warning-no-volunteers')).toBeNull());
  });

  test('while something is missing nothing is asked', async () => {
    const calls = serve({});
    render(<Edit />);
    press('start-empty');
    press('step-check');
    expect(screen.queryByTestId('warnings')).toBeNull();
    expect(sent(calls, 'organizer.checkPlan')).toHaveLength(0);
  });

  test('on the sheet that publishes they stand too, and lead into the form at the field', async () => {
    serve({
      'organizer.activity': () => ok(draft(tight())),
      'organizer.checkPlan': () => ok(checkOf({ volunteers: 1, moreClashes: true })),
      'organizer.publishActivity': () => ok({ activityId: 'music', state: 'published' }),
    });
    render(<Manage id="music" />);
    fireEvent.click(await screen.findByTestId('publish'));
    expect(await screen.findByTestId('warning-more-at-venue')).toBeTruthy();
    expect(screen.queryByTestId('warning-no-volunteers')).toBeNull();
    press('warning-over-venue');
    expect(visited).toEqual(['/packages/setup/pages/edit/index?id=music&at=sessions.s1.capacity']);
    press('confirm-publish');
    await waitFor(() => expect(screen.queryByTestId('publish-sheet')).toBeNull());
  });

  test('where the venue could not be asked about that is said, and what the plan says stands', async () => {
    const calls = await checking(tight(), {
      'organizer.checkPlan': (_input, turn) =>
        turn === 0 ? { ok: false, refusal: 'FORBIDDEN', detail: { needs: ['organizer'] } } : ok(checkOf()),
    });
    expect(await screen.findByTestId('refused-FORBIDDEN')).toBeTruthy();
    expect(screen.getByTestId('warning-over-venue')).toBeTruthy();
    expect(sent(calls, 'organizer.checkPlan')).toHaveLength(1);
  });

  test('a field that the link names is where the form begins, and is brought into sight', async () => {
    const sought: string[] = [];
    function scrollIntoView(this: HTMLElement): void {
      sought.push(this.id);
    }
    Object.defineProperty(HTMLElement.prototype, 'scrollIntoView', { value: scrollIntoView, configurable: true });
    serve({ 'organizer.activity': () => ok(draft(tight())) });
    render(<Edit id="music" at="closesAt" />);
    expect(await screen.findByTestId('closesAt')).toBeTruthy();
    await waitFor(() => expect(sought).toEqual(['field-closesAt']));
    Reflect.deleteProperty(HTMLElement.prototype, 'scrollIntoView');
  });
});
