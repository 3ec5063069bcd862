import './photos-in-hand';
import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { usePhotosOnTheWay } from '../../src/shell/photo-field/on-the-way';
import { PhotoField } from '../../src/shell/photo-field/photo-field';
import { freshPhone } from './fresh';
import { arrives, goingUp } from './photos-in-hand';

const [OLD, NEW] = ['cloud://park.7061/activity/old.jpg', 'cloud://park.7061/activity/new.jpg'];

beforeEach(freshPhone);

function Form() {
  const [photos, setPhotos] = useState([OLD]);
  return (
    <>
      <PhotoField folder="activity" photos={photos} onChange={setPhotos} />
      <div data-testid="kept">{photos.join()}</div>
      <button type="button" data-testid="send" disabled={usePhotosOnTheWay()} />
    </>
  );
}
const kept = (): string | null => screen.getByTestId('kept').textContent;

async function adding(): Promise<void> {
  render(<Form />);
  fireEvent.click(screen.getByTestId('add-photo'));
  await waitFor(() => expect(goingUp()).toBe(1));
}

test('one that is taken away while another goes up stays away', async () => {
  await adding();
  expect(screen.getByLabelText('正在上传照片').hasAttribute('disabled')).toBe(true);
  fireEvent.click(screen.getByLabelText('去掉第 1 张照片'));
  await act(async () => arrives(NEW));
  expect(kept()).toBe(NEW);
});

test('a form knows that photos go up, and when they have arrived, or not', async () => {
  const mayBeSent = (): boolean => !screen.getByTestId('send').hasAttribute('disabled');
  await adding();
  expect(mayBeSent()).toBe(false);
  await act(async () => arrives(NEW));
  expect([mayBeSent(), kept()]).toEqual([true, `${OLD},${NEW}`]);
});

test('one that did not arrive is not kept, and the others stay', async () => {
  await adding();
  await act(async () => arrives(undefined));
  expect(kept()).toBe(OLD);
  expect(screen.getByTestId('send').hasAttribute('disabled')).toBe(false);
  expect(screen.getByLabelText('加照片').hasAttribute('disabled')).toBe(false);
});
