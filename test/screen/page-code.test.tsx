import { waitFor } from '@testing-library/react';
import { fetchPageCode, withPageCode } from '../../src/device/page-code';
import { toasts } from '../support/taro';
import { freshPhone } from './fresh';

/** Routes as Taro's router has them; each fails as often as it is told to, and counts. */
function routesOf(failures: Record<string, number>): string[] {
  const asked: string[] = [];
  const routes = Object.entries(failures).map(([path, fails]) => {
    let left = fails;
    const load = () => {
      asked.push(path);
      left -= 1;
      return [left >= 0 ? Promise.reject(new Error('Loading chunk failed')) : Promise.resolve({})];
    };
    return { path, load };
  });
  Object.assign(window, { __taroAppConfig: { routes } });
  return asked;
}

beforeEach(freshPhone);
afterEach(() => void Reflect.deleteProperty(window, '__taroAppConfig'));

test('the code of every page is fetched after the start, and then a page opens at once', async () => {
  const asked = routesOf({ 'pages/one': 0, 'pages/two': 0 });
  fetchPageCode();
  await waitFor(() => expect(asked).toEqual(['pages/one', 'pages/two']));
  await Promise.resolve();
  const opened = jest.fn();
  withPageCode('/pages/two?id=1', opened);
  expect(opened).toHaveBeenCalledTimes(1);
  expect(asked).toHaveLength(2);
});

test('code that cannot be had is said, and asked for again by the next tap', async () => {
  routesOf({ 'pages/three': 1 });
  const opened = jest.fn();
  withPageCode('/pages/three', opened);
  await waitFor(() => expect(toasts).toEqual(['网络不太顺，联网后再试一次']));
  expect(opened).not.toHaveBeenCalled();
  withPageCode('/pages/three', opened);
  await waitFor(() => expect(opened).toHaveBeenCalledTimes(1));
});
