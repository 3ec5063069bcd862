export type {
  SheetFault as Fault,
  SheetIssue as Issue,
  SheetNotices as Notices,
  SheetProblem,
} from '../../types/contract/sheet';
