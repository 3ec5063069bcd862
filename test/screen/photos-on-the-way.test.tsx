import './photos-in-hand';
import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { MatchPage } from '../../src/features/league/match-page';
import { CheckIn } from '../../src/features/reading/check-in';
import { PhotoField } from '../../src/shell/photo-field/photo-field';
import { StepFoot } from '../../src/shell/step-form/step-foot';
import { freshPhone } from './fresh';
import { leagueOf, matchOf } from './league-samples';
import { arrives, goingUp } from './photos-in-hand';
import { challengeOf, checkedInOf, detailOf, todayAnswer } from './reading-samples';
import { ok, type Replies, sent, serve } from './server';

const NEW = 'cloud://park.7061/folder/new.jpg';

beforeEach(freshPhone);

/** Chooses a photo and presses the button while it goes up, then once more when it has arrived. */
async function sentMeanwhile(testId: string): Promise<void> {
  fireEvent.click(screen.getByTestId('add-photo'));
  await waitFor(() => expect(goingUp()).toBe(1));
  expect(screen.getByTestId(testId).textContent).toBe('正在上传');
  fireEvent.click(screen.getByTestId(testId));
  await act(async () => arrives(NEW));
  expect(screen.getByTestId(testId).hasAttribute('disabled')).toBe(false);
  fireEvent.click(screen.getByTestId(testId));
}

function served(replies: Replies) {
  const calls = serve({ 'league.league': () => ok(leagueOf()), 'reading.today': () => ok(todayAnswer()), ...replies });
  return (op: Parameters<typeof sent>[1]) => sent(calls, op).map(({ input }) => input);
}

test('a check-in is sent once, with the photo that was on its way', async () => {
  const detail = detailOf({ photoFolder: 'folder' });
  const { mine } = detail;
  const inputs = served({
    'reading.today': () => ok(todayAnswer({ challenges: [{ ...challengeOf(), ...(mine && { mine }) }] })),
    'reading.challenge': () => ok(detail),
    'reading.checkIn': () => ok(checkedInOf()),
  });
  render(<CheckIn id="autumn" status="active" />);
  await screen.findByTestId('check-in-form');
  await sentMeanwhile('send');
  await screen.findByTestId('checked-in');
  expect(inputs('reading.checkIn')).toEqual([expect.objectContaining({ photos: [NEW] })]);
});

test('a dispute is sent once, with the photo that was on its way', async () => {
  const reported = { state: 'reported', mySide: 0, reportedBy: 1, acts: ['dispute'], photoFolder: 'folder' } as const;
  const match = matchOf({ ...reported, acts: [...reported.acts] });
  const inputs = served({ 'league.fixture': () => ok(match), 'league.dispute': () => ok(match) });
  render(<MatchPage leagueId="spring" fixtureId={match.id} />);
  fireEvent.click(await screen.findByTestId('act-dispute'));
  fireEvent.change(screen.getByTestId('dispute-words'), { target: { value: '第 2 局填反了' } });
  await sentMeanwhile('send-dispute');
  await waitFor(() => expect(inputs('league.dispute')).toEqual([expect.objectContaining({ photos: [NEW] })]));
});

test('a form in steps is saved when the photo has arrived, from whatever step', async () => {
  const saved: string[][] = [];
  let kept: string[] = [];
  render(
    <>
      <PhotoField
        folder="folder"
        photos={[]}
        onChange={(photos) => {
          kept = photos;
        }}
      />
      <StepFoot
        {...{ refused: [], unsure: undefined, wrong: 0, onNext: undefined, busy: false, words: '保存草稿' }}
        onSave={() => saved.push(kept)}
      />
    </>,
  );
  await sentMeanwhile('save');
  expect(saved).toEqual([[NEW]]);
});
