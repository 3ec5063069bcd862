import { act, render, screen } from '@testing-library/react';
import { chooseCare, lookOf, useLook, wakeLook } from '../../src/ui/look/look';
import { Screen } from '../../src/ui/screen/screen';
import { freshPhone } from './fresh';

beforeEach(() => {
  freshPhone();
  useLook.setState({ choice: 'system', scale: 1 });
});

describe('care mode', () => {
  test('follows the size of text that the phone is set to, unless somebody chose', () => {
    expect(lookOf({ choice: 'system', scale: 1 }).care).toBe(false);
    expect(lookOf({ choice: 'system', scale: 1.3 }).care).toBe(true);
    expect(lookOf({ choice: 'off', scale: 1.5 }).care).toBe(false);
    expect(lookOf({ choice: 'on', scale: 1 }).care).toBe(true);
  });

  test('is never smaller than large, and no text grows beyond what a narrow phone holds', () => {
    expect(lookOf({ choice: 'on', scale: 1 }).scale).toBe(1.25);
    expect(lookOf({ choice: 'off', scale: 1.5 }).scale).toBe(1.5);
    expect(lookOf({ choice: 'system', scale: 3 }).scale).toBe(1.6);
  });

  test('a choice is kept over a restart', () => {
    act(() => chooseCare('on'));
    useLook.setState({ choice: 'system', scale: 1 });
    wakeLook();
    expect(useLook.getState().choice).toBe('on');
  });

  test('reaches everything on the screen', () => {
    const { container } = render(<Screen>活动</Screen>);
    expect(container.querySelector('.screen--care')).toBeNull();
    act(() => chooseCare('on'));
    expect(container.querySelector('.screen--care')?.textContent).toBe('活动');
    expect(screen.getByText('活动')).toBeTruthy();
  });
});
