import { phoneWord } from '../../../domain/wording/phone';

test('a whole number is read in three groups, anything else stays as it is', () => {
  expect(phoneWord('13800001001')).toBe('138 0000 1001');
  expect(phoneWord('138****1001')).toBe('138****1001');
  expect(phoneWord('')).toBe('');
});
