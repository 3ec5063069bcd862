export * from './activity';
export * from './activity-operations';
export * from './afterwards';
export * from './benefit';
export * from './checkin';
export * from './export';
export * from './grant-invite';
export * from './import';
export * from './league';
export * from './league-desk';
export * from './league-operations';
export * from './league-score';
export * from './member';
export * from './message';
export * from './op';
export * from './organizer';
export * from './organizer-activity';
export * from './organizer-announce';
export * from './organizer-live';
export * from './plan';
export * from './points';
export * from './reading';
export * from './reading-board';
export * from './reading-feed';
export * from './reading-operations';
export * from './registration';
export * from './report';
export * from './sheet';

import type { ActivityContract } from './activity-operations';
import type { AfterwardsContract } from './afterwards';
import type { BenefitContract } from './benefit';
import type { CheckinContract } from './checkin';
import type { ExportContract } from './export';
import type { ImportContract } from './import';
import type { LeagueContract } from './league-operations';
import type { MemberContract } from './member';
import type { MessageContract } from './message';
import type { OrganizerContract } from './organizer';
import type { PointsContract } from './points';
import type { ReadingContract } from './reading-operations';
import type { ReportContract } from './report';

/** Every operation, by the function that serves it. */
export interface Contract {
  activity: ActivityContract;
  afterwards: AfterwardsContract;
  benefit: BenefitContract;
  checkin: CheckinContract;
  export: ExportContract;
  import: ImportContract;
  league: LeagueContract;
  member: MemberContract;
  message: MessageContract;
  organizer: OrganizerContract;
  points: PointsContract;
  reading: ReadingContract;
  report: ReportContract;
}

export type Area = keyof Contract;
/** `activity.signUp`, `member.join` … */
export type OpName = { [A in Area]: `${A}.${keyof Contract[A] & string}` }[Area];
/** The operation of that name. */
export type OpOf<N extends OpName> = N extends `${infer A extends Area}.${infer O}`
  ? O extends keyof Contract[A]
    ? Contract[A][O]
    : never
  : never;
