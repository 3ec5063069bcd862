import type { CollectionDeclaration, IndexDeclaration } from './declaration';

/** An ascending index over the fields, named after them. */
const index = (...fields: string[]): IndexDeclaration => ({
  name: fields.join('_'),
  fields: fields.map((field) => ({ field, order: 1 })),
});

const unique = (...fields: string[]): IndexDeclaration => ({ ...index(...fields), unique: true });

const collection = (name: string, keeps: string, indexes: IndexDeclaration[] = []): CollectionDeclaration => ({
  name,
  keeps,
  access: 'functions-only',
  indexes,
});

export const collections: CollectionDeclaration[] = [
  collection('callers', 'What every operation needs to know of an account, under a digest of its OPENID.'),
  collection('members', 'Who the members are: the only place with names, phones and accounts.', [
    unique('phoneKey'),
    index('status', 'askedKey'),
    index('enterpriseId', 'status', 'askedKey'),
    index('grams', 'status'),
    index('phoneTail', 'status'),
    index('grams', '_id'),
  ]),
  collection('enterprises', 'The enterprises of the park.', [index('nameKey'), index('grams', 'nameKey')]),
  collection('rosters', 'Which phone works where, as digests: enterprise id and phone key are the id.'),
  collection('activities', 'What the union offers, past and to come.', [
    index('state', 'endKey'),
    index('state', 'brand', 'endKey'),
    index('state', 'grams', 'endKey'),
    index('state', 'months', 'startKey'),
    index('state', 'days', 'startKey'),
    index('state', 'startKey'),
    index('startKey'),
    index('dueAt'),
  ]),
  collection('pools', 'The counted places of each activity, with the claims on them.', [
    index('of'),
    index('activityId'),
    index('dueAt'),
    index('queueDueAt'),
  ]),
  collection('queues', 'Who waits for a place, in order, page by page.', [index('of', 'n'), index('dueAt')]),
  collection('registrations', 'Who signed up to what.', [
    unique('holdKey'),
    index('memberId', 'startKey'),
    index('memberId', 'state', 'endsAt'),
    index('activityId', 'state', 'cameKey'),
    index('activityId', 'promiseV'),
    index('dueAt'),
  ]),
  collection('participations', 'Who took part: immutable, undone by another record alone.', [
    index('activityId', 'sessionId', 'by'),
    index('memberId', 'at'),
    index('awardDue'),
  ]),
  collection('accounts', 'The points of each member: every posting is one change of one of these.', [index('dueAt')]),
  collection('entries', 'What moved points, and why: immutable, one for each cause.', [index('memberId', 'key')]),
  collection('rulebooks', 'The rules of points, by the day from which they hold.', [index('from')]),
  collection('adjustments', 'Points that organizers grant or take back, and who decided it.', [
    index('state', 'key'),
    index('key'),
    unique('openKey'),
    index('entryId'),
    index('dueAt'),
  ]),
  collection('audits', 'What adding up all books of points came to, day by day.', [index('state')]),
  collection('messages', 'What somebody is told of what is theirs.', [index('memberId', 'key'), index('sendAt')]),
  collection('logs', 'What organizers did, with their reasons.', [index('activityId', 'key')]),
  collection('benefits', 'What points or membership give.', [
    index('key'),
    index('state', 'key'),
    index('state', 'seenBy', 'closesKey'),
    index('state', 'kind', 'seenBy', 'closesKey'),
    index('dueAt'),
  ]),
  collection('stocks', 'How much there is of each benefit, shard by shard, with the claims on it.', [
    index('of'),
    index('dueAt'),
  ]),
  collection('redemptions', 'Who redeemed what, and where it was verified.', [
    unique('digits'),
    index('memberId', 'key'),
    index('memberId', 'state', 'key'),
    index('benefitId', 'memberId'),
    index('benefitId', 'key'),
    index('benefitId', 'state', 'key'),
    index('shopId', 'verifiedKey'),
    index('dueAt'),
  ]),
  collection('codes', 'Codes of somebody else’s, each given once.', [unique('holder'), index('benefitId', 'free')]),
  collection('listed', 'Who is on the list of a benefit.', [index('benefitId', 'key')]),
  collection('shops', 'Who verifies: merchants, and stations where goods are fetched.', [index('key')]),
  collection('benefitLogs', 'What organizers did to benefits, and what they were answered.', [
    index('benefitId', 'key'),
  ]),
  collection('challenges', 'Reading challenges, past and to come.', [index('state', 'endKey'), index('endKey')]),
  collection('readers', 'What somebody has read in a challenge: accepted check-ins by day, and cards that were used.', [
    index('memberId'),
    index('challengeId'),
    index('dueAt'),
  ]),
  collection('checkIns', 'What was read and written, with what others make of it.', [
    index('memberId', 'madeKey'),
    index('memberId', 'challengeId', 'madeKey'),
    index('memberId', 'shared'),
    index('memberId', 'moderation.state'),
    index('feedKey'),
    index('challengeId', 'feedKey'),
    index('book.id', 'feedKey'),
    index('featured', 'feedKey'),
    index('queueKey'),
    index('checkAt'),
    index('settleAt'),
  ]),
  collection('comments', 'What was said of notes.', [
    index('noteId', 'feedKey'),
    index('noteId', 'memberId'),
    index('memberId', 'at'),
    index('memberId', 'moderation.state'),
    index('queueKey'),
    index('checkAt'),
    index('tellAt'),
  ]),
  collection('boards', 'Who has read how much in a day, a week or a whole challenge, shard by shard.', [index('of')]),
  collection('teams', 'Colleagues whose days add up.', [
    index('challengeId'),
    unique('invite'),
    index('dueAt'),
    index('checkAt'),
    index('captain', 'moderation.state'),
  ]),
  collection(
    'profiles',
    'What holds for a reader in every challenge: how others see them, and when they are reminded.',
    [index('dueAt')],
  ),
  collection('books', 'The park’s shelf.', [index('grams', 'titleKey'), index('titleKey')]),
  collection('census', 'How many members each enterprise has, as they were counted last.'),
  collection('leases', 'Which sweep runs now, so that it runs once.'),
];
