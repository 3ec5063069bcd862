import { render, screen } from '@testing-library/react';
import { Detail } from '../../src/features/activity/detail';
import { freshPhone } from './fresh';
import { detailOf } from './samples';
import { type Detail as DetailValue, ok, serve } from './server';

const MEMBER = { status: 'active' as const, memberId: 'member1', enterpriseId: 'e1', employment: 'employee' as const };

beforeEach(freshPhone);

async function show(detail: DetailValue): Promise<void> {
  serve({ 'activity.get': () => ok(detail) });
  render(<Detail id="music" who={MEMBER} />);
  await screen.findByTestId('primary');
}

describe('pictures stand below the words about it', () => {
  test('each is told apart, and opens whole', async () => {
    const images = ['a', 'b'].map((name) => `cloud://park.7061/activity/${name}.jpg`);
    await show(detailOf({ images }));
    expect(screen.getAllByTestId('photo').map((photo) => photo.getAttribute('alt'))).toEqual([
      '照片，共 2 张的第 1 张',
      '照片，共 2 张的第 2 张',
    ]);
    expect(screen.getAllByTestId('photo').every((photo) => photo.closest('a') !== null)).toBe(true);
  });

  test('where there are none, nothing is kept free for them', async () => {
    await show(detailOf());
    expect(screen.queryByTestId('photos')).toBeNull();
  });
});
