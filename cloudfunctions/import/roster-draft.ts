import { phoneKey } from '../../domain/member/phone';
import type { RosterBook } from '../../domain/member/roster';
import { settledChoice } from '../../domain/sheet/check';
import type { Issue, Notices } from '../../domain/sheet/issue';
import { planRoster, type RosterEntry, type RosterPlan } from '../../domain/sheet/roster-plan';
import { type RosterRow, rosterRows } from '../../domain/sheet/roster-rows';
import type {
  CommonRefusals,
  Refused,
  RosterRefusals,
  RosterTarget,
  SheetColumns,
  SheetFile,
} from '../../types/contract';
import type { Call } from '../kit/operation';
import { phoneSecret } from '../kit/secrets';
import { openSheet, problem } from './opened';
import { entriesIn } from './roster-book';
import { type RosterScene, sceneOf } from './roster-target';

export type RosterInput = SheetFile & RosterTarget & { columns: SheetColumns };
export type NoRoster = Refused<RosterRefusals & Pick<CommonRefusals, 'BAD_INPUT' | 'FORBIDDEN'>>;

/** A row whose phone is on the roster afterwards. */
export interface Entered extends RosterEntry {
  row: RosterRow;
}

/** What the sheet says, and what it would change of the rosters as they are now. */
export interface RosterDraft {
  scene: RosterScene;
  issues: Issue[];
  notices: Notices;
  entered: Entered[];
  book: RosterBook;
  plan: RosterPlan;
}

/** From the file to the plan: the same for being looked at and for being done. */
export async function draftRoster(
  input: RosterInput,
  call: Call,
  book: RosterBook,
): Promise<{ draft: RosterDraft } | { refused: NoRoster }> {
  const scene = await sceneOf(input, call);
  if ('refused' in scene) return scene;
  const opened = await openSheet(input, 'roster', call.caller);
  if ('refused' in opened) return opened;
  const { table, recognised } = opened.open;
  const assumed = scene.terms.assumed === undefined ? [] : (['enterprise'] as const);
  const settled = settledChoice({ recognised, chosen: input.columns, assumed }, 'roster');
  if (settled.kind === 'problem') return { refused: problem(settled.problem) };
  const { rows, issues, notices } = rosterRows(table, recognised.head, settled.choice, scene.terms);
  const secret = phoneSecret();
  const entered = rows.map((row): Entered => {
    return { row, enterpriseId: row.enterpriseId, phoneKey: phoneKey(row.phone, secret) };
  });
  const named = [...new Set(entered.map(({ enterpriseId }) => enterpriseId))];
  const plan = planRoster(issues.length > 0 ? [] : await entriesIn(book, named), entered);
  return { draft: { scene, issues, notices, entered, book, plan } };
}
