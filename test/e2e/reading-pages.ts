import { DESK } from './desk-pages';
import { holds, isRecord, itemsOf } from './expect';
import type { Stage } from './journey';
import { type PageOf, sheet, sheetOfFirst } from './page-of';
import type { Phone } from './phone';
import { READING, readingPath } from './reading';

/** A note that colleagues talk about, and its book. */
async function talkedAbout(stage: Stage): Promise<{ noteId: string; bookId: string }> {
  for (const { id, book, comments } of itemsOf(await stage.ask('demo-organizer', 'reading.feed', {}))) {
    const bookId = isRecord(book) ? book.id : undefined;
    if (typeof id === 'string' && typeof bookId === 'string' && Number(comments) > 1) return { noteId: id, bookId };
  }
  throw new Error('the demo has a note with comments');
}

/** Words by which the shelf has several books. */
export async function seekBook(phone: Phone): Promise<void> {
  await phone.tap('pick-book');
  await phone.type('book-search', '三体');
  await phone.sees('title-alone');
}

const boards = (name: string, challenge: string, segment: string): PageOf => ({
  name,
  path: readingPath('boards', challenge),
  async ready(phone) {
    await phone.sees('board');
    await phone.tap(`segment-${segment}`);
    await phone.all('[data-testid="rank"], [data-testid="rank-mine"]').first().waitFor();
  },
});

function challengesPages(): PageOf[] {
  const challenge = (page: string): string => readingPath(page, 'winter-reading');
  return [
    {
      name: 'reading',
      path: '/pages/reading/index',
      async ready(phone) {
        await phone.sees('joined-winter-reading');
        await phone.sees('all-notes');
      },
    },
    { name: 'challenge', path: challenge('challenge'), ready: (phone) => phone.sees('numbers') },
    {
      name: 'challenge-soon',
      path: readingPath('challenge', 'four-classics'),
      ready: (phone) => phone.reads('书单，读这些才算'),
    },
    {
      name: 'reading-check-in',
      path: challenge('check-in'),
      ready: (phone) => phone.sees('check-in-form'),
      sheets: [{ name: 'book-sheet', open: seekBook }],
    },
    boards('boards', 'winter-reading', 'people'),
    boards('boards-enterprises', 'winter-reading', 'enterprises'),
    boards('boards-teams', 'read-together', 'teams'),
    { name: 'my-check-ins', path: `${READING}/mine/index`, ready: (phone) => phone.reads(/页/) },
  ];
}

/** Every page on which somebody reads along. */
export async function readersPages(stage: Stage): Promise<PageOf[]> {
  const { noteId, bookId } = await talkedAbout(stage);
  return [
    ...challengesPages(),
    { name: 'feed', path: `${READING}/feed/index`, ready: (phone) => phone.sees('notes') },
    {
      name: 'note',
      path: readingPath('note', noteId),
      ready: (phone) => phone.sees(`like-${noteId}`),
      sheets: [sheet('say-sheet'), sheet('report-sheet', 'report-note')],
    },
    { name: 'book', path: readingPath('book', bookId), ready: (phone) => phone.sees('readers') },
    {
      name: 'team',
      path: readingPath('team', 'read-together'),
      ready: (phone) => phone.sees('team'),
      sheets: [sheet('leave-sheet', 'leave-team')],
    },
    { name: 'reading-settings', path: `${READING}/settings/index`, ready: (phone) => phone.sees('seen-as') },
  ];
}

/** Every page on which organizers look after reading, and what somebody sees who does not read along yet. */
export async function readingDesk(stage: Stage): Promise<PageOf[]> {
  const { noteId } = await talkedAbout(stage);
  holds(itemsOf(await stage.ask('demo-organizer', 'reading.queue', {})).length > 0, 'something waits for a human');
  const desk = (page: string): string => `${DESK}/${page}/index`;
  return [
    { name: 'reading-open', path: '/pages/reading/index', ready: (phone) => phone.sees('open-winter-reading') },
    { name: 'team-none', path: readingPath('team', 'read-together'), ready: (phone) => phone.sees('no-team') },
    { name: 'desk-challenges', path: desk('challenges'), ready: (phone) => phone.sees('managed-winter-reading') },
    {
      name: 'desk-challenge-new',
      path: desk('challenge-form'),
      async ready(phone) {
        await phone.tap('listed');
        await phone.sees('choose-books');
      },
      sheets: [sheet('books-sheet', 'choose-books')],
    },
    {
      name: 'desk-challenge',
      path: `${desk('challenge-form')}?id=winter-reading`,
      ready: (phone) => phone.sees('challenge-head'),
      sheets: [sheet('reason-sheet', 'close-challenge')],
    },
    {
      name: 'desk-moderation',
      path: desk('moderation'),
      ready: (phone) => phone.sees('moderation'),
      sheets: [sheet('reason-sheet', 'hide')],
    },
    {
      name: 'desk-shelf',
      path: desk('shelf'),
      ready: (phone) => phone.reads('围城'),
      sheets: [sheetOfFirst('book-sheet', 'book-')],
    },
    {
      name: 'desk-note',
      path: readingPath('note', noteId),
      ready: (phone) => phone.sees('note-desk'),
      sheets: [sheet('reason-sheet', 'take-away')],
    },
  ];
}
