/** What the rehearsal's cloud answers after an activity: enough that every part of each page is drawn. */
export function afterwardsAnswers(now: number): Record<string, unknown> {
  const photos = [
    { id: 'p1', url: 'https://none/p1.jpg' },
    { id: 'p2', hidden: true },
  ];
  const counts = { stars: [0, 0, 1, 2, 3], again: { yes: 4, maybe: 1, no: 1 }, average: 43 };
  return {
    feedback: { title: '音乐节', opensAt: now - 1_000, closesAt: now + 86_400_000, now },
    result: { title: '音乐节', came: 9, answers: 6, least: 5, counts, words: { items: ['喝水的地方少'] }, now },
    album: { title: '音乐节', photos, seenUntil: now + 3_600_000, folder: 'album/none', decides: true, now },
  };
}
