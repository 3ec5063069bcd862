import type { AuditedEntry } from '../../../domain/points/audit';
import { type Ask, walked } from '../../../domain/points/audit-asks';
import { causeFaults } from '../../../domain/points/audit-causes';

/** Two deeds were awarded; the second is due no more. */
const reader = { _id: 'winter.ann', memberId: 'ann', awards: { '2026-11-20': 1 }, awarded: 2 };

const earned = (_id: string, memberId = 'ann') =>
  ({ _id, memberId, points: 2, against: 'issued', at: 1, lots: [] }) as unknown as AuditedEntry;
const back = (of: string): AuditedEntry => ({ ...earned(`back.${of}`), points: -2, reverses: of });

/** What the audit says against these entries, where the books hold the reader and the entries themselves. */
function faults(...entries: AuditedEntry[]): Promise<string[]> {
  const books: Record<string, { _id: string }[]> = { readers: [reader], entries };
  const look = async (asks: Ask[]) =>
    asks.map((ask) =>
      ask.kind === 'among' && ask.field === '_id'
        ? (books[ask.of] ?? []).filter(({ _id }) => ask.values.includes(_id))
        : [],
    );
  return walked(causeFaults(entries, new Map()), look);
}

test('points for what somebody has read stand, and what is taken back of a deed that is due no more', async () => {
  const [first, second] = [earned('reading.winter.ann.1'), earned('reading.winter.ann.2')];
  expect(await faults(first, second, back('reading.winter.ann.2'))).toEqual([]);
});

test.each([
  ['that nobody read', [earned('reading.winter.bob.1', 'bob')]],
  ['of somebody else’s reading', [earned('reading.winter.ann.1', 'bob')]],
  ['that reading never earned', [earned('reading.winter.ann.3')]],
  ['taken back although the deed is still due', [earned('reading.winter.ann.1'), back('reading.winter.ann.1')]],
])('points %s are a fault', async (_what, entries) => {
  expect(await faults(...entries)).toHaveLength(1);
});
