import { cleanup } from '@testing-library/react';
import { forgetAnswers } from '../../src/cloud/answers';
import { forgetWaiting } from '../../src/cloud/waiting';
import { useBrowse } from '../../src/features/activity/browse-choice';
import { resetTaro } from '../support/taro';

/** Every test begins on a phone that has seen nothing. */
export function freshPhone(): void {
  cleanup();
  resetTaro();
  localStorage.clear();
  forgetAnswers();
  forgetWaiting();
  useBrowse.setState({ brand: undefined, month: undefined, day: undefined, text: '' });
  Object.defineProperty(navigator, 'onLine', { value: true, configurable: true });
}

export function goOffline(): void {
  Object.defineProperty(navigator, 'onLine', { value: false, configurable: true });
}
