import Taro from '@tarojs/taro';
import type {
  ActivityId,
  BenefitId,
  BookId,
  ChallengeId,
  CheckInId,
  Day,
  EnterpriseId,
  EntryId,
  FixtureId,
  Instant,
  LeagueId,
  MemberId,
  RedemptionId,
  RegistrationId,
  RegistrationState,
  Role,
  Scope,
  SessionId,
  ShopId,
} from '../types/vocabulary';
import { withPageCode } from './device/page-code';
import type { TabPage } from './tabs';

const ACTIVITY = '/packages/activity/pages';
const MEMBER = '/packages/member/pages';
const CHECKIN = '/packages/checkin/pages';
const ORGANIZER = '/packages/organizer/pages';
const ANNOUNCE = '/packages/announce/pages';
const BENEFIT = '/packages/benefit/pages';
const MERCHANT = '/packages/merchant/pages';
const DESK = '/packages/desk/pages';
const READING = '/packages/reading/pages';
const LEAGUE = '/packages/league/pages';
const LEAGUE_DESK = '/packages/league-desk/pages';
const EXPORT = '/packages/export/pages';
const AFTERWARDS = '/packages/afterwards/pages';
const REPORT = '/packages/report/pages';
const ROLE = '/packages/role/pages';

export const benefitPath = (id: BenefitId): string => `${BENEFIT}/detail/index?id=${encodeURIComponent(id)}`;
export const detailPath = (id: ActivityId): string => `${ACTIVITY}/detail/index?id=${encodeURIComponent(id)}`;
const ticketPath = (id: RegistrationId): string => `${ACTIVITY}/ticket/index?id=${encodeURIComponent(id)}`;

const sessionPath = (page: 'gate' | 'venue', activity: ActivityId, session: SessionId): string =>
  `${CHECKIN}/${page}/index?id=${encodeURIComponent(activity)}&session=${encodeURIComponent(session)}`;
const organizerPath = (page: string, id: ActivityId): string =>
  `${ORGANIZER}/${page}/index?id=${encodeURIComponent(id)}`;

const challengePagePath = (page: string, id: ChallengeId): string =>
  `${READING}/${page}/index?id=${encodeURIComponent(id)}`;
export const challengePath = (id: ChallengeId): string => challengePagePath('challenge', id);
/** What colleagues join a team by. */
export const invitePath = (id: ChallengeId, invite: string): string =>
  `${challengePagePath('team', id)}&invite=${encodeURIComponent(invite)}`;
export const notePath = (id: CheckInId): string => `${READING}/note/index?id=${encodeURIComponent(id)}`;

export const leaguePath = (id: LeagueId): string => `${LEAGUE}/league/index?id=${encodeURIComponent(id)}`;
export const matchPath = (id: LeagueId, match: FixtureId): string =>
  `${LEAGUE}/match/index?id=${encodeURIComponent(id)}&match=${encodeURIComponent(match)}`;
export const entryPath = (id: LeagueId, entry: EntryId): string =>
  `${LEAGUE}/entry/index?id=${encodeURIComponent(id)}&entry=${encodeURIComponent(entry)}`;
/** What colleagues join an entry of a league by. */
export const entryInvitePath = (invite: string): string =>
  `${LEAGUE}/invite/index?invite=${encodeURIComponent(invite)}`;

const afterwardsPath = (page: string, id: ActivityId): string =>
  `${AFTERWARDS}/${page}/index?id=${encodeURIComponent(id)}`;
/** By which somebody takes a role for themselves. */
export const offerPath = (code: string): string => `${ROLE}/offer/index?code=${encodeURIComponent(code)}`;

/** Everybody's own: whoever opens it sees theirs. */
export const myYearPath = `${REPORT}/mine/index`;

const shopPath = (page: string, shop: ShopId): string => `${MERCHANT}/${page}/index?shop=${encodeURIComponent(shop)}`;
const deskPath = (page: string, id: BenefitId): string => `${DESK}/${page}/index?id=${encodeURIComponent(id)}`;
const leagueDeskPath = (page: string, id: LeagueId): string =>
  `${LEAGUE_DESK}/${page}/index?id=${encodeURIComponent(id)}`;

/** WeChat keeps ten pages at most; the last place is left for what comes next. */
const DEEPEST = 9;

function open(url: string): void {
  withPageCode(url, () => {
    if (Taro.getCurrentPages().length >= DEEPEST) void Taro.redirectTo({ url });
    else void Taro.navigateTo({ url });
  });
}

/** Every way from one page to another. */
export const go = {
  tab: (page: TabPage): void => withPageCode(page, () => void Taro.switchTab({ url: `/${page}` })),
  detail: (id: ActivityId): void => open(detailPath(id)),
  ticket: (id: RegistrationId): void => open(ticketPath(id)),
  registrations: (): void => open(`${ACTIVITY}/registrations/index`),
  /** For who was there: three questions, photos; what organizers read of the answers. */
  feedback: (id: ActivityId): void => open(afterwardsPath('feedback', id)),
  album: (id: ActivityId): void => open(afterwardsPath('album', id)),
  feedbackResult: (id: ActivityId): void => open(afterwardsPath('result', id)),
  join: (): void => open(`${MEMBER}/join/index`),
  profile: (): void => open(`${MEMBER}/profile/index`),
  privacy: (): void => open(`${MEMBER}/privacy/index`),
  help: (): void => open(`${MEMBER}/help/index`),
  messages: (): void => open(`${MEMBER}/messages/index`),
  duties: (): void => open(`${CHECKIN}/duties/index`),
  gate: (activity: ActivityId, session: SessionId): void => open(sessionPath('gate', activity, session)),
  venueScreen: (activity: ActivityId, session: SessionId): void => open(sessionPath('venue', activity, session)),
  /** Where a member proves presence by the code on the venue's screen. */
  venueCheckIn: (): void => open(`${CHECKIN}/at-venue/index`),
  benefit: (id: BenefitId): void => open(benefitPath(id)),
  vouchers: (): void => open(`${BENEFIT}/vouchers/index`),
  voucher: (id: RedemptionId): void => open(`${BENEFIT}/voucher/index?id=${encodeURIComponent(id)}`),
  /** The member's points: balance, entries, how to earn. */
  points: (): void => open(`${BENEFIT}/points/index`),
  /** Where a merchant verifies; with a shop the one, without it whichever they choose. */
  counter: (): void => open(`${MERCHANT}/shops/index`),
  verify: (shop: ShopId): void => open(shopPath('verify', shop)),
  /** In the place of the list of shops, where there is but one. */
  verifyInstead: (shop: ShopId): void => {
    const url = shopPath('verify', shop);
    withPageCode(url, () => void Taro.redirectTo({ url }));
  },
  tally: (shop: ShopId): void => open(shopPath('tally', shop)),
  slips: (shop: ShopId, day: Day): void => open(`${shopPath('slips', shop)}&day=${day}`),
  care: (): void => open(`${MEMBER}/care/index`),
  challenge: (id: ChallengeId): void => open(challengePath(id)),
  readingCheckIn: (id: ChallengeId): void => open(challengePagePath('check-in', id)),
  boards: (id: ChallengeId): void => open(challengePagePath('boards', id)),
  /** The caller's own check-ins: of one challenge, or of all. */
  myCheckIns: (id?: ChallengeId): void =>
    open(id === undefined ? `${READING}/mine/index` : challengePagePath('mine', id)),
  /** Notes that passed: of one challenge, or of all. */
  feed: (id?: ChallengeId): void => open(id === undefined ? `${READING}/feed/index` : challengePagePath('feed', id)),
  note: (id: CheckInId): void => open(notePath(id)),
  book: (id: BookId): void => open(`${READING}/book/index?id=${encodeURIComponent(id)}`),
  team: (id: ChallengeId): void => open(challengePagePath('team', id)),
  league: (id: LeagueId): void => open(leaguePath(id)),
  match: (id: LeagueId, match: FixtureId): void => open(matchPath(id, match)),
  leagues: (): void => open(`${LEAGUE}/leagues/index`),
  leagueEntry: (id: LeagueId, entry: EntryId): void => open(entryPath(id, entry)),
  /** In the place of the page that led into it. */
  leagueEntryInstead: (id: LeagueId, entry: EntryId): void => {
    const url = entryPath(id, entry);
    withPageCode(url, () => void Taro.redirectTo({ url }));
  },
  /** The caller's own matches, over all leagues. */
  myLeagues: (): void => open(`${LEAGUE}/mine/index`),
  readingSettings: (): void => open(`${READING}/settings/index`),
  /** What organizers do. */
  manageAll: (): void => open(`${ORGANIZER}/activities/index`),
  manage: (id: ActivityId): void => open(organizerPath('manage', id)),
  /** In the place of the page that one is on, which has done its part. */
  manageInstead: (id: ActivityId): void => {
    const url = organizerPath('manage', id);
    withPageCode(url, () => void Taro.redirectTo({ url }));
  },
  manageNew: (): void => open(`${ORGANIZER}/edit/index`),
  /** `check`: saying at once what is missing. */
  manageEdit: (id: ActivityId, check = false): void => open(`${organizerPath('edit', id)}${check ? '&check=1' : ''}`),
  manageLive: (id: ActivityId): void => open(organizerPath('live', id)),
  /** Words to all who signed up. */
  announce: (id: ActivityId): void => open(`${ANNOUNCE}/announce/index?id=${encodeURIComponent(id)}`),
  manageApprovals: (id: ActivityId): void => open(organizerPath('approvals', id)),
  manageQueue: (id: ActivityId): void => open(organizerPath('waitlist', id)),
  manageRoll: (id: ActivityId, state?: RegistrationState): void =>
    open(`${organizerPath('roll', id)}${state === undefined ? '' : `&state=${state}`}`),
  manageVolunteers: (id: ActivityId): void => open(organizerPath('volunteers', id)),
  manageLog: (id: ActivityId): void => open(organizerPath('log', id)),
  importRoster: (): void => open(`${ORGANIZER}/import/index`),
  importAttendance: (id: ActivityId): void => open(`${ORGANIZER}/import/index?activity=${encodeURIComponent(id)}`),
  /** What organizers do with benefits and points. */
  deskBenefits: (): void => open(`${DESK}/benefits/index`),
  deskBenefit: (id: BenefitId): void => open(deskPath('benefit', id)),
  /** In the place of the form that has just made it. */
  deskBenefitInstead: (id: BenefitId): void => {
    const url = deskPath('benefit', id);
    withPageCode(url, () => void Taro.redirectTo({ url }));
  },
  deskBenefitNew: (): void => open(`${DESK}/edit/index`),
  deskBenefitEdit: (id: BenefitId): void => open(deskPath('edit', id)),
  deskListed: (id: BenefitId): void => open(deskPath('listed', id)),
  deskRedemptions: (id: BenefitId): void => open(deskPath('redemptions', id)),
  deskShops: (): void => open(`${DESK}/shops/index`),
  deskPoints: (): void => open(`${DESK}/points/index`),
  deskAccount: (id: MemberId, name: string): void =>
    open(`${DESK}/account/index?id=${encodeURIComponent(id)}&name=${encodeURIComponent(name)}`),
  deskAdjustments: (): void => open(`${DESK}/adjustments/index`),
  deskRules: (): void => open(`${DESK}/rules/index`),
  /** What organizers do with reading. */
  deskChallenges: (): void => open(`${DESK}/challenges/index`),
  deskChallengeNew: (): void => open(`${DESK}/challenge-form/index`),
  deskChallengeEdit: (id: ChallengeId): void => open(`${DESK}/challenge-form/index?id=${encodeURIComponent(id)}`),
  /** In the place of the form that has just made it. */
  deskChallengeInstead: (id: ChallengeId): void => {
    const url = `${DESK}/challenge-form/index?id=${encodeURIComponent(id)}`;
    withPageCode(url, () => void Taro.redirectTo({ url }));
  },
  deskModeration: (): void => open(`${DESK}/moderation/index`),
  deskShelf: (): void => open(`${DESK}/shelf/index`),
  /** What organizers do with leagues. */
  exports: (): void => open(`${EXPORT}/exports/index`),
  /** With the lists of an activity to choose from. */
  exportsOf: (id: ActivityId, title: string): void =>
    open(`${EXPORT}/exports/index?id=${encodeURIComponent(id)}&title=${encodeURIComponent(title)}`),
  /** Of the year, of all or of that enterprise. */
  exportsYear: (year: number, of?: { id: EnterpriseId; name: string }): void =>
    open(
      `${EXPORT}/exports/index?kind=year&year=${year}${
        of === undefined ? '' : `&enterprise=${encodeURIComponent(of.id)}&title=${encodeURIComponent(of.name)}`
      }`,
    ),
  audits: (): void => open(`${EXPORT}/audits/index`),
  /** Who has which role. */
  roles: (): void => open(`${ROLE}/holders/index`),
  /** Links to roles: of one thing, to make more of them, or all there are. `ends`: when it is over; `only`: to that role. */
  roleInvites: (
    of?: Exclude<Scope, { kind: 'all' }>,
    name = '',
    { ends, only }: { ends?: Instant; only?: Role } = {},
  ): void =>
    open(
      `${ROLE}/invites/index${
        of === undefined ? '' : `?kind=${of.kind}&id=${encodeURIComponent(of.id)}&name=${encodeURIComponent(name)}`
      }${ends === undefined ? '' : `&ends=${ends}`}${only === undefined ? '' : `&only=${only}`}`,
    ),

  deskLeagues: (): void => open(`${LEAGUE_DESK}/leagues/index`),
  deskLeague: (id: LeagueId): void => open(leagueDeskPath('manage', id)),
  /** In the place of the form that has just made it. */
  deskLeagueInstead: (id: LeagueId): void => {
    const url = leagueDeskPath('manage', id);
    withPageCode(url, () => void Taro.redirectTo({ url }));
  },
  deskLeagueNew: (): void => open(`${LEAGUE_DESK}/edit/index`),
  /** `check`: saying at once what is missing. */
  deskLeagueEdit: (id: LeagueId, check = false): void =>
    open(`${leagueDeskPath('edit', id)}${check ? '&check=1' : ''}`),
  /** `draw`: choosing seeds for the draw among them. */
  deskLeagueEntries: (id: LeagueId, draw = false): void =>
    open(`${leagueDeskPath('entries', id)}${draw ? '&draw=1' : ''}`),
  deskLeagueSchedule: (id: LeagueId): void => open(leagueDeskPath('schedule', id)),
  deskLeagueReferees: (id: LeagueId): void => open(leagueDeskPath('referees', id)),
  myYear: (): void => open(myYearPath),
  /** Of all, or of the enterprise that one serves; or of that one. */
  report: (of?: EnterpriseId, year?: number): void =>
    open(`${REPORT}/year/index${of === undefined ? '' : `?enterprise=${encodeURIComponent(of)}&year=${year}`}`),
  /** Back, or home where this page was opened by a link and has nothing behind it. */
  back: (): void => {
    if (Taro.getCurrentPages().length > 1) void Taro.navigateBack();
    else go.tab('pages/home/index');
  },
};
