import type { TooSmall } from '../../../types/contract/organizer-activity';
import { sameValue } from '../../shell/typed-form/form-merge';
import type { PlanFaults } from './plan-faults';
import type { PlanForm, SessionForm } from './plan-form';

/** What every part of the form needs of it. */
export interface PlanEditor {
  form: PlanForm;
  /** What it was typed on. */
  base: PlanForm;
  faults: PlanFaults;
  /** Goes up when something other than typing changed the form: inputs keep their own text and begin anew then. */
  revision: number;
  /** People may have signed up already: some of it stays as it was published. */
  fixed: boolean;
  fill: (part: Partial<PlanForm>) => void;
  /** Counters (`s1`, `s1_a`) of sessions and zones that are there or were: their ids are not given again. */
  spent: readonly string[];
  /** Ids of questions that are or were asked: answers are kept by them. */
  spentQuestions: readonly string[];
}

/** What a fault of the server is about, as far as changing it may have mended it. */
function partOf(form: PlanForm, path: string): unknown {
  const [head, id, part, zone] = path.split('.');
  if (head === 'questions') return form.questions.find((question) => question.id === id);
  if (head !== 'sessions') return { ...form, sessions: [], questions: [] };
  const session = form.sessions.find((each) => each.id === id);
  return part === 'zones' && zone !== undefined ? session?.zones.find((each) => each.id === zone) : session;
}

/** Those of the server's faults whose part is still as it was sent. */
export function stillWrong(faults: PlanFaults, sent: PlanForm, now: PlanForm): PlanFaults {
  return Object.fromEntries(
    Object.entries(faults).filter(([path]) => sameValue(partOf(sent, path), partOf(now, path))),
  );
}

/** Where a zone stands that is named by its counter `s1_a`, or by its id alone where only one session has it. */
export function zoneOf(
  sessions: readonly Pick<SessionForm, 'id' | 'zones'>[],
  id: string,
): { session: string; zone: string } | undefined {
  const [session, zone] = id.split('_');
  if (session !== undefined && zone !== undefined) return { session, zone };
  const having = sessions.filter(({ zones }) => zones.some((each) => each.id === id));
  return having.length === 1 && having[0] ? { session: having[0].id, zone: id } : undefined;
}

/** The field in which a number of places stands that was too small. */
export function tooSmallField(form: PlanForm, { what, id }: TooSmall): string {
  switch (what) {
    case 'session':
      return `sessions.${id}.capacity`;
    case 'zone': {
      const at = zoneOf(form.sessions, id);
      return at ? `sessions.${at.session}.zones.${at.zone}.capacity` : 'sessions';
    }
    case 'enterprise':
      return 'quota.each';
    default:
      return what satisfies never;
  }
}
