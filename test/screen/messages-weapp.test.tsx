import Taro from '@tarojs/taro';
import { act, render, waitFor } from '@testing-library/react';
import { noteSeen } from '../../src/cloud/use-unread';
import { askConsent, canAsk } from '../../src/device/subscribe.weapp';
import { TabBar } from '../../src/shell/tab-bar.weapp';
import { comeBack } from '../support/taro';
import { freshPhone } from './fresh';
import { ok, serve } from './server';

beforeEach(freshPhone);

/** WeChat, as far as messages need it; gives what it was asked. */
function wechat(answer: Record<string, string> | 'fails', inFront = () => true): unknown[] {
  const asked: unknown[] = [];
  const dot = (name: string) => async (input: object) => {
    if (!inFront()) throw new Error(`${name}:fail not TabBar page`);
    asked.push({ name, ...input });
  };
  Object.assign(Taro, {
    requestSubscribeMessage: async ({ tmplIds }: { tmplIds: string[] }) => {
      asked.push(tmplIds);
      if (answer === 'fails') throw new Error('requestSubscribeMessage:fail 20004');
      return { errMsg: 'requestSubscribeMessage:ok', ...answer };
    },
    showTabBarRedDot: dot('show'),
    hideTabBarRedDot: dot('hide'),
  });
  return asked;
}

describe('the dialog of WeChat', () => {
  test('gives the kinds that were answered with yes', async () => {
    const answer = { 'demo-offered': 'accept', 'demo-moved': 'reject', 'demo-cancelled': 'acceptWithAudio' };
    const asked = wechat(answer);
    expect(await askConsent(['offered', 'moved', 'cancelled'])).toEqual(['offered', 'cancelled']);
    expect(asked).toEqual([['demo-offered', 'demo-moved', 'demo-cancelled']]);
  });

  test.each(['reject', 'ban', 'filter'])('takes %s for no', async (word) => {
    wechat({ 'demo-offered': word });
    expect(await askConsent(['offered'])).toEqual([]);
  });

  test('that cannot be had is no yes', async () => {
    wechat('fails');
    expect(await askConsent(['offered'])).toEqual([]);
  });

  test('is not asked for where the build knows no template', async () => {
    const asked = wechat({});
    expect(canAsk(['absent'])).toBe(false);
    expect(canAsk(['absent', 'moved'])).toBe(true);
    expect(await askConsent(['absent'])).toEqual([]);
    expect(asked).toEqual([]);
  });
});

test('the tab of WeChat’s own bar is marked while something is new, also where it changed behind another page', async () => {
  let inFront = true;
  const asked = wechat({}, () => inFront);
  serve({ 'message.unread': () => ok({ unread: true, now: Date.now() }) });
  render(<TabBar current="pages/home/index" />);
  await waitFor(() => expect(asked.at(-1)).toEqual({ name: 'show', index: 4 }));
  inFront = false;
  await act(async () => noteSeen());
  expect(asked.at(-1)).toEqual({ name: 'show', index: 4 });
  inFront = true;
  await act(async () => comeBack());
  expect(asked.at(-1)).toEqual({ name: 'hide', index: 4 });
});
