import { standingIn } from '../../support/stands-in';

describe('what the auditor looks for in the books', () => {
  test('a phone or an account counts wherever it stands', () => {
    expect(standingIn('{"of":"x13800001234y"}', ['13800001234', '13800005678'])).toEqual(['13800001234']);
  });

  test('a short name counts as a text of its own, and not within an id', () => {
    expect(standingIn('{"_id":"r王芳x"}', ['王芳'])).toEqual([]);
    expect(standingIn('{"by":"王芳"}', ['王芳'])).toEqual(['王芳']);
  });

  test('those that begin alike are told apart', () => {
    expect(standingIn('load-000012', ['load-000011', 'load-000012'])).toEqual(['load-000012']);
  });
});
