import { learnTime, serverNow } from '../../src/cloud/clock';
import { ulid } from '../../src/cloud/request-id';
import { icsOf } from '../../src/device/calendar-entry';

test('a request id is a ULID: its first ten letters sort by time, the rest is chance', () => {
  const zeros = new Uint8Array(10);
  const full = new Uint8Array(10).fill(255);
  expect(ulid(0, zeros)).toBe('00000000000000000000000000');
  // The ULID specification's own largest value.
  expect(ulid(2 ** 48 - 1, full)).toBe('7ZZZZZZZZZZZZZZZZZZZZZZZZZ');
  // The example of the specification: 01ARYZ6S41 stands for this instant.
  expect(ulid(1_469_918_176_385, zeros).slice(0, 10)).toBe('01ARYZ6S41');
});

test('the time of the server is learnt from the middle of a call', () => {
  const here = 1_800_000_000_000;
  const clock = jest.spyOn(Date, 'now').mockReturnValue(here + 5_000);
  learnTime(here + 60_000, here - 1_000, here + 1_000);
  expect(serverNow()).toBe(here + 65_000);
  clock.mockRestore();
  learnTime(0, 0, 0);
});

test('a calendar file carries the instant in UTC and escapes what RFC 5545 reserves', () => {
  const startsAt = Date.UTC(2026, 11, 5, 10, 30);
  const ics = icsOf({ id: 'a', title: '音乐节; 草坪, 夜场', place: '一号', startsAt, endsAt: startsAt + 3_600_000 }, 0);
  expect(ics).toContain('DTSTART:20261205T103000Z\r\n');
  expect(ics).toContain('DTEND:20261205T113000Z\r\n');
  expect(ics).toContain('SUMMARY:音乐节\\; 草坪\\, 夜场\r\n');
});
