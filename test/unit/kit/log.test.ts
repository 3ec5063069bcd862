import { log, scrubbed } from '../../../cloudfunctions/kit/log';

test('what is logged of an error has no phone, code or account in it', () => {
  const error = new Error('bad openid: oAbC_123-x, phone=13800001234 code:"abc123" touser: someone');
  const said = scrubbed(Object.assign(error, { errMsg: 'duplicate key 13900005678' }));
  for (const secret of ['oAbC_123-x', '13800001234', 'abc123', 'someone', '13900005678']) {
    expect(said).not.toContain(secret);
  }
  expect(said).toContain('log.test');
});

test.each([undefined, 'text', 7, { errMsg: 'only this' }])('whatever is thrown (%p) can be logged', (thrown) => {
  expect(() => scrubbed(thrown ?? {})).not.toThrow();
});

test('a line of the log is one line of JSON', () => {
  const write = jest.spyOn(console, 'log').mockImplementation(() => undefined);
  log({ id: 'i', op: 'a.b', ms: 1, outcome: 'ok', error: 'two\nlines' });
  const [[line] = []] = write.mock.calls;
  write.mockRestore();
  expect(JSON.parse(String(line))).toEqual({ id: 'i', op: 'a.b', ms: 1, outcome: 'ok', error: 'two\nlines' });
  expect(String(line)).not.toContain('\n');
});
