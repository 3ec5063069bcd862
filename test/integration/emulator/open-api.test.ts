import type { RunningCloud } from '../../support/cloud';
import { somebody, startFixtures } from './fixture-cloud';

describe('open APIs: nothing succeeds unseen', () => {
  let cloud: RunningCloud;

  beforeAll(async () => {
    cloud = await startFixtures(['outside', 'barred', 'probe']);
  });
  afterAll(() => cloud.stop());

  const ask = async (api: string, params: Record<string, unknown>): Promise<Record<string, unknown>> => {
    const { answer } = await cloud.call('outside', 'api', { api, params }, somebody);
    if (!answer.ok) throw new Error(`${api} answered ${answer.refusal}`);
    return Object(answer.value);
  };
  const records = async (): Promise<Record<string, unknown>[]> => Object(await cloud.api('GET', 'openapi'));
  const set = (api: string, outcome: unknown, times?: number) =>
    cloud.api('POST', 'openapi/settings', { api, outcome, times });

  const message = { touser: 'reader', page: 'p', data: { thing1: { value: '内容' } }, templateId: 'T' };
  const send = () => ask('subscribeMessage.send', message);

  test('a message without the person’s consent is 43101; each consent is one message', async () => {
    expect(await send()).toMatchObject({ failed: { errCode: 43101 } });
    await cloud.api('POST', 'openapi/consents', { openid: 'reader', template: 'T' });
    expect(await send()).toMatchObject({ gave: { errCode: 0, msgid: expect.any(Number) } });
    expect(await send()).toMatchObject({ failed: { errCode: 43101 } });
    const [last, sent] = await records();
    expect(last?.outcome).toMatchObject({ errcode: 43101 });
    expect(sent).toMatchObject({
      api: 'subscribeMessage.send',
      function: 'outside',
      input: { touser: 'reader', template_id: 'T', data: { thing1: { value: '内容' } } },
      outcome: { errcode: 0 },
    });
  });

  test('a message for nobody is 40003', async () => {
    expect(await ask('subscribeMessage.send', { ...message, touser: '' })).toMatchObject({
      failed: { errCode: 40003 },
    });
  });

  const check = (openid: string, content = '一段话') =>
    ask('security.msgSecCheck', { content, version: 2, scene: 2, openid });

  test('content is checked only for a person who was here within two hours, else 61010', async () => {
    expect(await check('never-here')).toMatchObject({ failed: { errCode: 61010 } });
    await cloud.call('probe', 'calls', {}, { openid: 'writer' });
    expect(await check('writer')).toMatchObject({ gave: { result: { suggest: 'pass', label: 100 } } });
    await cloud.api('POST', 'clock', { advanceMs: 2 * 3600_000 + 1000 });
    expect(await check('writer')).toMatchObject({ failed: { errCode: 61010 } });
    await cloud.api('POST', 'clock', { reset: true });
  });

  test('a verdict that nobody set is marked as such; a set one is given, for one call or for all', async () => {
    await cloud.call('probe', 'calls', {}, { openid: 'writer' });
    await check('writer');
    expect((await records())[0]?.outcome).toMatchObject({ note: 'unset default' });
    await set('security.msgSecCheck', { suggest: 'risky' }, 1);
    expect(await check('writer')).toMatchObject({ gave: { result: { suggest: 'risky' } } });
    expect(await check('writer')).toMatchObject({ gave: { result: { suggest: 'pass' } } });
    await set('security.msgSecCheck', { suggest: 'review' });
    for (const _again of [1, 2])
      expect(await check('writer')).toMatchObject({ gave: { result: { suggest: 'review' } } });
    expect((await records())[0]?.outcome).not.toHaveProperty('note');
    await set('security.msgSecCheck', null);
  });

  test('a failure that was set is answered and recorded', async () => {
    await set('security.msgSecCheck', { errcode: -1, errmsg: 'system error' }, 1);
    expect(await check('writer')).toMatchObject({ failed: { errCode: -1 } });
    expect((await records())[0]?.outcome).toMatchObject({ errcode: -1, note: 'set' });
  });

  const phone = (code: string) => ask('phonenumber.getPhoneNumber', { code });

  test('a phone code gives its number once', async () => {
    const info = { phoneInfo: { phoneNumber: '13800001234', purePhoneNumber: '13800001234', countryCode: '86' } };
    expect(await phone('phone-13800001234')).toMatchObject({ gave: info });
    expect(await phone('phone-13800001234')).toMatchObject({ failed: { errCode: 40029 } });
    expect(await phone('phone-13800001234-b')).toMatchObject({ gave: info });
    for (const code of ['', 'x', 'phone-1', '13800001234']) expect(await phone(code)).toHaveProperty('failed');
  });

  test('an unknown API is -604100, as the platform answers it, and recorded', async () => {
    expect(await ask('some.unknown', {})).toMatchObject({ failed: { errCode: -604100 } });
    expect((await records())[0]).toMatchObject({ api: 'some.unknown', outcome: { errorCode: -604100 } });
  });

  test('a function that does not declare an API may not call it: -604101', async () => {
    const input = { api: 'phonenumber.getPhoneNumber', params: { code: 'phone-13800005678' } };
    const { answer } = await cloud.call('barred', 'api', input, somebody);
    expect(answer).toMatchObject({ ok: true, value: { failed: { errCode: -604101 } } });
    expect(await phone('phone-13800005678')).toHaveProperty('gave');
  });

  test('bytes of the answer are those that the SDK was recorded to accept', async () => {
    const boundary = '----b';
    const part = (name: string, value: string) =>
      `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
    const body = `${part('action', 'wx.openApi')}${part('apiName', 'some.unknown')}${part('requestData', '\b\u0000\u0012\u0000')}--${boundary}--\r\n`;
    const headers = { 'content-type': `multipart/form-data; boundary=${boundary}` };
    const response = await fetch(`${cloud.url}/admin`, { method: 'POST', headers, body });
    expect(response.headers.get('content-type')).toBe('application/octet-stream');
    expect(Buffer.from(await response.arrayBuffer()).toString('base64')).toBe('GLyQ2////////wE=');
  });

  test.each(['', 'no parts', '------b\r\n\r\nx'])(
    'a multipart body that is none is INVALID_PARAM: %j',
    async (body) => {
      const headers = { 'content-type': 'multipart/form-data; boundary=----b' };
      const response = await fetch(`${cloud.url}/admin`, { method: 'POST', headers, body });
      expect(await response.json()).toMatchObject({ code: 'INVALID_PARAM' });
    },
  );
});
