import fc from 'fast-check';
import {
  grantsInForce,
  holdsAny,
  holdsFor,
  SCOPES_OF,
  withGrant,
  withoutGrant,
} from '../../../domain/permission/grants';
import { type Grant, ROLES, type Scope } from '../../../types/vocabulary';
import { holds } from '../../support/seed';

const scope: fc.Arbitrary<Scope> = fc.oneof(
  fc.constant<Scope>({ kind: 'all' }),
  fc.record({
    kind: fc.constantFrom('enterprise', 'activity', 'shop'),
    id: fc.constantFrom('a', 'b'),
  }) as fc.Arbitrary<Scope>,
);
const grant: fc.Arbitrary<Grant> = fc.record(
  { role: fc.constantFrom(...ROLES), scope, until: fc.integer({ min: 0, max: 9 }) },
  { requiredKeys: ['role', 'scope'] },
);
const grants = fc.array(grant, { maxLength: 6 });
const nameOf = (of: Scope) => (of.kind === 'all' ? 'all' : `${of.kind}:${of.id}`);

test('a grant counts up to its last instant and not after', () => {
  const until5: Grant = { role: 'admin', scope: { kind: 'all' }, until: 5 };
  expect(holdsAny([until5], ['admin'], 5)).toBe(true);
  expect(holdsAny([until5], ['admin'], 6)).toBe(false);
  expect(grantsInForce([until5], 5)).toEqual([until5]);
  expect(grantsInForce([until5], 6)).toEqual([]);
});

test('a role reaches its own scope, or everything, and nothing else', () => {
  holds(
    fc.property(grants, fc.constantFrom(...ROLES), scope, (list, role, of) => {
      const reaches = list.some((each) => each.role === role && ['all', nameOf(of)].includes(nameOf(each.scope)));
      return holdsFor(list, [role], of, 0) === reaches;
    }),
    1_000,
  );
});

test('a grant for one enterprise does not reach everything', () => {
  const officer: Grant = { role: 'unit-officer', scope: { kind: 'enterprise', id: 'a' } };
  expect(holdsFor([officer], ['unit-officer'], { kind: 'all' }, 0)).toBe(false);
  expect(holdsFor([officer], ['unit-officer'], { kind: 'activity', id: 'a' }, 0)).toBe(false);
});

test('granting again changes the end of that one grant, and revoking takes only that one', () => {
  holds(
    fc.property(grants, grant, (list, given) => {
      const others = list.filter((each) => each.role !== given.role || nameOf(each.scope) !== nameOf(given.scope));
      const after = withGrant(list, given);
      return (
        JSON.stringify(after) === JSON.stringify([...others, given]) &&
        JSON.stringify(withoutGrant(after, given.role, given.scope)) === JSON.stringify(others)
      );
    }),
    1_000,
  );
});

test('each role is granted for the scope that product.md gives it', () => {
  expect(SCOPES_OF).toEqual({
    admin: ['all'],
    organizer: ['all'],
    'unit-officer': ['enterprise'],
    volunteer: ['activity'],
    referee: ['activity'],
    merchant: ['shop'],
  });
});
