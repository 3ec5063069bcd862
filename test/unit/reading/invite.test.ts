import { inviteFrom, inviteOf } from '../../../domain/reading/invite';

const ids = Array.from({ length: 500 }, (_, at) => `team${at}`);

test('the code of a team is always the same, short, and of signs that nobody mistakes', () => {
  for (const id of ids) {
    const code = inviteOf('key', id);
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{8}$/);
    expect(inviteOf('key', id)).toBe(code);
    expect(inviteFrom(code)).toBe(code);
  }
});

test('teams have different codes, and another deployment has others', () => {
  expect(new Set(ids.map((id) => inviteOf('key', id))).size).toBe(ids.length);
  expect(inviteOf('another key', 'team1')).not.toBe(inviteOf('key', 'team1'));
});

test.each([
  ['in small letters', '01ab-cdef', '01ABCDEF'],
  ['with gaps', ' 01AB CDEF ', '01ABCDEF'],
  ['with letters that look like digits', 'OIlb-cdef', '011BCDEF'],
  ['with the signs of a Chinese keyboard', '０１ＡＢ－ＣＤＥＦ', '01ABCDEF'],
])('it may be typed %s', (_how, typed, code) => {
  expect(inviteFrom(typed)).toBe(code);
});

test.each(['', '01ABCDE', '01ABCDEFG', '01ABCDEU', '三楼读书会一队啊'])('%p is no code', (typed) => {
  expect(inviteFrom(typed)).toBeUndefined();
});
