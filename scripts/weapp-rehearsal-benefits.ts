/** What the rehearsal's cloud answers about points and benefits: one of each, with every part that a page can show. */
export function benefitAnswers(now: number): Record<string, unknown> {
  const useUntil = now + 86_400_000;
  const about = { title: '咖啡一杯', brand: 'books', kind: 'voucher', price: 5 };
  const plan = {
    ...{
      ...about,
      tagline: '上午来一杯',
      description: ['中杯'],
      terms: ['工作日'],
      stock: 9,
      perPerson: 1,
      eligibility: {},
    },
    ...{
      listed: false,
      opensAt: now,
      closesAt: useUntil,
      useUntil,
      cancelWithin: 0,
      refundExpired: true,
      shopIds: ['s'],
    },
  };
  const voucher = {
    ...{ id: 'none', benefitId: 'none', ...about, state: 'valid', redeemedAt: now, useUntil, terms: ['工作日'] },
    ...{ shops: [{ id: 's', name: '会客厅', address: '东门' }], key: 'abcdefghijklmnopqrstuvwxyz' },
    ...{ digits: '123456789012', now },
  };
  const redeemed = { name: '林一', phone: '138****1001', enterpriseName: '禾芩', price: 5, redeemedAt: now };
  const verified = { at: now, shopName: '会客厅' };
  const balance = { points: 5, debt: 0, next: { points: 5, expiresAt: useUntil } };
  const sums = { earned: 5, granted: 0, refunded: 0, spent: 0, expired: 0, takenBack: 0 };
  const book = { version: 'first', from: '2020-01-01', rules: [{ id: 'a', kind: 'reading', points: 1 }] };
  const caps = { day: {}, year: {} };
  return {
    manage: { id: 'none', plan, state: 'draft', left: 9, redeemed: 0 },
    redemptions: {
      items: [
        { ...redeemed, redemptionId: 'a', state: 'valid' },
        { ...redeemed, redemptionId: 'b', state: 'verified', verified },
      ],
    },
    show: voucher,
    balance: { ...balance, now },
    explain: { points: 5, debt: 0, ...sums, lots: [{ points: 5, expiresAt: useUntil, came: 5, year: 2026 }], now },
    rules: { today: { ...book, caps }, coming: [], now },
    account: { balance, entries: { items: [] }, now },
  };
}
