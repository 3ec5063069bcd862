import type { Stage } from './journey';
import {
  DEMO,
  deskPath,
  entryIn,
  entryPath,
  inviteOf,
  invitePath,
  LEAGUE,
  LEAGUE_DESK,
  leaguePath,
  pathOfMatch,
  showPart,
  strangersIn,
} from './leagues';
import { type PageOf, sheet, sheetOfFirst } from './page-of';

type Part = Parameters<typeof showPart>[1];

const part = (name: string, id: string, of: Part, more: Pick<PageOf, 'sheets'> = {}): PageOf => ({
  name,
  path: leaguePath(id),
  ready: (phone) => showPart(phone, of),
  ...more,
});

function leaguesPages(): PageOf[] {
  return [
    { name: 'leagues', path: `${LEAGUE}/leagues/index`, ready: (phone) => phone.sees('leagues') },
    { name: 'my-leagues', path: `${LEAGUE}/mine/index`, ready: (phone) => phone.sees(`mine-${DEMO.playing}`) },
    part('league-open', DEMO.open, 'overview'),
    part('league-open-entries', DEMO.open, 'entries'),
    part('league-playing', DEMO.playing, 'overview'),
    part('league-tables', DEMO.playing, 'tables', { sheets: [sheetOfFirst('why', 'row-')] }),
    part('league-groups', DEMO.playing, 'pairings'),
    part('league-schedule', DEMO.playing, 'schedule'),
    part('league-drawn', DEMO.drawn, 'overview'),
    part('league-bracket', DEMO.drawn, 'pairings'),
    part('league-finished', DEMO.finished, 'overview'),
  ];
}

/** Every page on which somebody plays along, or watches. */
export async function leaguePages(stage: Stage): Promise<PageOf[]> {
  const me = 'demo-worker';
  const mine = entryPath(DEMO.open, await entryIn(stage, DEMO.open, me));
  const theirs = entryPath(DEMO.drawn, await strangersIn(stage, DEMO.drawn, me));
  return [
    ...leaguesPages(),
    {
      name: 'entry-captain',
      path: mine,
      ready: (phone) => phone.sees('roster'),
      sheets: [sheet('rename-sheet'), sheet('withdraw-sheet'), sheetOfFirst('player-sheet', 'player-')],
    },
    { name: 'entry-stranger', path: theirs, ready: (phone) => phone.sees('follow') },
    {
      name: 'match-unplayed',
      path: await pathOfMatch(stage, 'unplayed'),
      ready: (phone) => phone.sees('act-report'),
      sheets: [sheet('result-sheet', 'act-report')],
    },
    {
      name: 'match-reported',
      path: await pathOfMatch(stage, 'reported'),
      ready: (phone) => phone.sees('act-confirm'),
      sheets: [sheet('confirm-sheet', 'act-confirm'), sheet('dispute-sheet', 'act-dispute')],
    },
    {
      name: 'match-confirmed',
      path: await pathOfMatch(stage, 'confirmed'),
      ready: (phone) => phone.sees('match-confirmed'),
    },
  ];
}

/** What a referee of the league sees of it. */
export async function refereesPages(stage: Stage): Promise<PageOf[]> {
  return [
    {
      name: 'match-disputed',
      path: await pathOfMatch(stage, 'disputed', 'demo-referee'),
      ready: (phone) => phone.sees('act-enter'),
      sheets: [sheet('result-sheet', 'act-enter')],
    },
    {
      name: 'invite',
      path: invitePath(await inviteOf(stage, DEMO.open, 'demo-worker')),
      ready: (phone) => phone.sees('join-entry'),
    },
    part('league-enter', DEMO.open, 'overview', { sheets: [sheet('enter-sheet', 'primary')] }),
  ];
}

const STEPS = ['who', 'how', 'where', 'check'] as const;

function setUpPages(): PageOf[] {
  return [
    { name: 'league-new', path: `${LEAGUE_DESK}/edit/index`, ready: (phone) => phone.sees('league-form') },
    ...STEPS.map(
      (step): PageOf => ({
        name: `league-edit-${step}`,
        path: deskPath('edit', DEMO.draft),
        async ready(phone) {
          await phone.tap(`step-${step}`);
          await phone.sees('preview');
        },
        ...(step === 'where' && { sheets: [sheet('courts-sheet', 'courts-each')] }),
        ...(step === 'check' && { sheets: [sheet('preview-sheet', 'preview')] }),
      }),
    ),
  ];
}

/** Every page on which organizers look after leagues. */
export async function leagueDesk(stage: Stage): Promise<PageOf[]> {
  const manage = (name: string, id: string, state: string, sheets: PageOf['sheets'] = []): PageOf => ({
    name,
    path: deskPath('manage', id),
    ready: (phone) => phone.sees(`league-${state}`),
    sheets,
  });
  return [
    {
      name: 'desk-leagues',
      path: `${LEAGUE_DESK}/leagues/index`,
      ready: (phone) => phone.sees(`managed-${DEMO.open}`),
    },
    ...setUpPages(),
    manage('desk-league-draft', DEMO.draft, 'draft', [sheet('publish-sheet', 'next'), sheet('log-sheet', 'log')]),
    manage('desk-league-open', DEMO.open, 'open', [sheet('reason-sheet', 'cancel')]),
    manage('desk-league-playing', DEMO.playing, 'drawn'),
    manage('desk-league-drawn', DEMO.drawn, 'drawn', [sheet('draws-sheet', 'draws')]),
    manage('desk-league-finished', DEMO.finished, 'finished'),
    {
      name: 'desk-league-entries',
      path: deskPath('entries', DEMO.open),
      ready: (phone) => phone.all('[data-testid^="entry-"]').first().waitFor(),
      sheets: [sheetOfFirst('entry-sheet', 'entry-')],
    },
    {
      name: 'desk-league-draw',
      path: `${deskPath('entries', DEMO.open)}&draw=1`,
      ready: (phone) => phone.sees('draw'),
      sheets: [sheet('draw-sheet', 'draw')],
    },
    {
      name: 'desk-league-schedule',
      path: deskPath('schedule', DEMO.playing),
      ready: (phone) => phone.sees('replan'),
      sheets: [sheet('replan-sheet', 'replan')],
    },
    { name: 'desk-league-referees', path: deskPath('referees', DEMO.playing), ready: (phone) => phone.reads('江若谷') },
    {
      name: 'desk-match-correct',
      path: await pathOfMatch(stage, 'confirmed', 'demo-organizer'),
      ready: (phone) => phone.sees('act-correct'),
      sheets: [sheet('correct-sheet', 'act-correct')],
    },
  ];
}
