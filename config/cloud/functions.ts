import { EXPORT_SECONDS, FUNCTION_SECONDS } from '../../types/limits';
import type { FunctionDeclaration } from './declaration';

/** Set for every function: who is the first admin, the key under which phones are digested, and that of the tickets. */
const environment = ['FIRST_ADMIN_OPENID', 'PHONE_KEY', 'TICKET_KEY'];

export const functions: FunctionDeclaration[] = [
  {
    name: 'activity',
    timeoutSeconds: FUNCTION_SECONDS,
    memoryMb: 256,
    timers: [
      { name: 'sweepClaims', cron: '0 * * * * * *' },
      { name: 'sweepQueues', cron: '*/10 * * * * * *' },
      { name: 'sweepRegistrations', cron: '5/10 * * * * * *' },
    ],
    openapi: [],
    environment,
  },
  {
    name: 'afterwards',
    timeoutSeconds: FUNCTION_SECONDS,
    memoryMb: 256,
    timers: [{ name: 'sweepAlbums', cron: '55 * * * * * *' }],
    openapi: [],
    environment,
  },
  {
    name: 'benefit',
    timeoutSeconds: FUNCTION_SECONDS,
    memoryMb: 256,
    timers: [
      { name: 'sweepStocks', cron: '30 * * * * * *' },
      { name: 'sweepRedemptions', cron: '4/10 * * * * * *' },
      { name: 'sweepBenefits', cron: '7/10 * * * * * *' },
    ],
    openapi: [],
    environment,
  },
  { name: 'checkin', timeoutSeconds: FUNCTION_SECONDS, memoryMb: 256, timers: [], openapi: [], environment },
  {
    name: 'export',
    timeoutSeconds: EXPORT_SECONDS,
    memoryMb: 256,
    timers: [{ name: 'sweepExports', cron: '6/10 * * * * * *' }],
    openapi: [],
    environment,
  },
  {
    name: 'import',
    timeoutSeconds: FUNCTION_SECONDS,
    memoryMb: 256,
    timers: [
      { name: 'sweepImports', cron: '35 * * * * * *' },
      { name: 'sweepUploads', cron: '45 * * * * * *' },
    ],
    openapi: [],
    environment,
  },
  {
    name: 'league',
    timeoutSeconds: FUNCTION_SECONDS,
    memoryMb: 256,
    timers: [{ name: 'sweepLeagues', cron: '3/10 * * * * * *' }],
    openapi: ['security.msgSecCheck'],
    environment,
  },
  {
    name: 'member',
    timeoutSeconds: FUNCTION_SECONDS,
    memoryMb: 256,
    timers: [{ name: 'sweepInvites', cron: '15/30 * * * * * *' }],
    openapi: ['phonenumber.getPhoneNumber'],
    environment,
  },
  {
    name: 'message',
    timeoutSeconds: FUNCTION_SECONDS,
    memoryMb: 256,
    // After the sweeps that write messages.
    timers: [{ name: 'deliver', cron: '8/10 * * * * * *' }],
    openapi: ['subscribeMessage.send'],
    environment: [...environment, 'MESSAGE_TEMPLATES'],
  },
  {
    name: 'organizer',
    timeoutSeconds: FUNCTION_SECONDS,
    memoryMb: 256,
    timers: [
      { name: 'sweepActivities', cron: '2/10 * * * * * *' },
      { name: 'sweepAnnouncements', cron: '6/10 * * * * * *' },
    ],
    openapi: ['security.msgSecCheck'],
    environment,
  },
  {
    name: 'points',
    timeoutSeconds: FUNCTION_SECONDS,
    memoryMb: 256,
    timers: [
      { name: 'award', cron: '4/10 * * * * * *' },
      { name: 'sweepAccounts', cron: '6/10 * * * * * *' },
      { name: 'sweepAdjustments', cron: '30 * * * * * *' },
      // From 3 to 5 in the night, Shanghai's: the books are quiet then.
      { name: 'audit', cron: '9/10 * 3-4 * * * *' },
    ],
    openapi: [],
    environment,
  },
  {
    name: 'reading',
    timeoutSeconds: FUNCTION_SECONDS,
    memoryMb: 256,
    timers: [
      { name: 'sweepReaders', cron: '1/10 * * * * * *' },
      { name: 'sweepCheckIns', cron: '40 * * * * * *' },
      { name: 'moderate', cron: '3/10 * * * * * *' },
      { name: 'sweepBoards', cron: '50 25 * * * * *' },
      { name: 'sweepTeams', cron: '4/10 * * * * * *' },
      { name: 'remind', cron: '15 * * * * * *' },
      // Members come and go by few a day; a board says when they were counted.
      { name: 'census', cron: '20 */10 * * * * *' },
    ],
    openapi: ['security.msgSecCheck'],
    environment,
  },
  {
    name: 'report',
    timeoutSeconds: FUNCTION_SECONDS,
    memoryMb: 256,
    // After the sweeps whose records it counts.
    timers: [{ name: 'sweepTallies', cron: '9/10 * * * * * *' }],
    openapi: [],
    environment,
  },
];
