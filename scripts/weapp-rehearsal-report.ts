/** What the rehearsal's cloud answers about a year: one in which something was, so that every part of the page is drawn. */
export function reportAnswers(now: number): Record<string, unknown> {
  const counts = { sessions: 1, times: 3, persons: 2 };
  const line = { ...counts, attendance: { expected: 3, came: 2 }, benefits: 1 };
  const brands = ['warm', 'craft', 'vital', 'books'].map((brand) => ({ brand, ...line }));
  const year = new Date(now).getFullYear();
  return {
    year: {
      ...{ year, total: line, brands, formats: [{ format: 'walk', ...line }], exactUpTo: now, now },
      months: [{ month: `${year}-01`, ...line, brands }],
      employments: [{ employment: 'employee', ...counts }],
      enterprises: [{ id: 'none', name: '药谷第一制药', ...line }],
      points: [{ month: `${year}-01`, issued: 5, adjusted: 0, redeemed: 2, expired: 0 }],
    },
    myYear: {
      ...{ year, activities: 2, brands: [{ brand: 'vital', activities: 2 }], places: ['体育公园'], now },
      ...{ books: [{ title: '活着' }], readingDays: 3, longestStreak: 2, points: 9 },
    },
  };
}
