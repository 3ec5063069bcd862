import { View } from '@tarojs/components';
import { instantAt } from '../../../domain/time/shanghai';
import { moment, span } from '../../../domain/wording/dates';
import { ALLOCATION_WORDS } from '../../../domain/wording/organizer';
import { BRAND_WORDS, FORMAT_WORDS } from '../../../domain/wording/vocabulary';
import { serverNow } from '../../cloud/clock';
import { useAnswer } from '../../cloud/use-answer';
import { go } from '../../routes';
import { Cell, CellGroup } from '../../ui/cell/cell';
import { fieldName } from './plan-fields';
import { numberOf, type PlanForm, planFrom, type SessionForm, sumOfZones } from './plan-form';
import { STEP_WORDS, type Step, stepOf } from './plan-steps';
import type { PlanEditing } from './use-plan-editor';
import { WarningList } from './warning-list';

const typed = (text: string): string => (text.trim() === '' ? '还没填' : text.trim());

function whenWords(text: string): string {
  const at = instantAt(text);
  return at === undefined ? '还没填' : moment(at, serverNow());
}

interface CheckLine {
  key: string;
  title: string;
  note: string;
}

function sessionLine({ id, name, startsAt, endsAt }: SessionForm): CheckLine {
  const [from, until] = [instantAt(startsAt), instantAt(endsAt)];
  return {
    key: id,
    title: typed(name),
    note: from === undefined || until === undefined ? '时间还没填' : span(from, until, serverNow()),
  };
}

const placesOf = (session: SessionForm): number => numberOf(session.capacity) ?? sumOfZones(session);

function whoLine(form: PlanForm): CheckLine {
  const { employments, enterprises, questions, takesAttendance } = form;
  const limited = employments.length === 1 || enterprises.length > 0;
  return {
    key: 'who',
    title: limited
      ? `${enterprises.length > 0 ? `${enterprises.length} 个单位` : '部分职工'}可以报`
      : '所有会员都可以报',
    note: `${questions.length === 0 ? '不问问题' : `${questions.length} 个问题`} · ${takesAttendance ? '要签到' : '不签到'}`,
  };
}

/** What was typed in each step, in a few lines. */
function linesOf(form: PlanForm): Record<'what' | 'when' | 'places' | 'who', CheckLine[]> {
  const brand = form.brand === '' ? '还没选品牌' : BRAND_WORDS[form.brand].name;
  const format = form.format === '' ? '还没选形式' : FORMAT_WORDS[form.format];
  const places = form.sessions.reduce((sum, session) => sum + placesOf(session), 0);
  const window = form.preview
    ? '先预告，报名时间以后再定'
    : `${whenWords(form.opensAt)} 到 ${whenWords(form.closesAt)} 报名`;
  return {
    what: [{ key: 'what', title: typed(form.title), note: `${brand} · ${format}` }],
    when: [
      ...form.sessions.map(sessionLine),
      { key: 'venue', title: typed(form.venueName), note: typed(form.venueAddress) },
    ],
    places: [
      {
        key: 'places',
        title: `${places} 个名额 · ${ALLOCATION_WORDS[form.allocation].name}${form.waitlist ? ' · 可候补' : ''}`,
        note: window,
      },
    ],
    who: [whoLine(form)],
  };
}

/** What is missing, field by field. */
function Missing({ editing }: { editing: PlanEditing }) {
  const { form, faults, showField } = editing;
  const wrong = Object.entries(faults);
  if (wrong.length === 0) return null;
  return (
    <CellGroup title="还要改这几处">
      {wrong.map(([field, words]) => (
        <Cell
          key={field}
          title={fieldName(form, field)}
          note={words}
          value={STEP_WORDS[stepOf(field)]}
          onPress={() => showField(field)}
          testId={`mend-${field}`}
        />
      ))}
    </CellGroup>
  );
}

const PARTS = ['what', 'when', 'places', 'who'] as const satisfies readonly Step[];

/** All of it once more: what is missing, what may go wrong, and what it comes to. */
export function EditCheck({ editing }: { editing: PlanEditing }) {
  const { form, allFaults, managed, show, showField } = editing;
  const whole = Object.keys(allFaults).length === 0;
  const plan = planFrom(form);
  const checked = useAnswer(
    'organizer.checkPlan',
    whole ? { plan, ...(managed && { activityId: managed.id }) } : undefined,
  );
  const lines = linesOf(form);
  return (
    <View className="edit-check">
      <Missing editing={editing} />
      {whole && (
        <WarningList
          plan={plan}
          published={managed?.state === 'published'}
          checked={checked}
          onMend={({ kind, path }) =>
            kind === 'no-volunteers' && managed ? go.manageVolunteers(managed.id) : showField(path)
          }
        />
      )}
      {PARTS.map((step) => (
        <CellGroup key={step} title={STEP_WORDS[step]}>
          {lines[step].map(({ key, title, note }) => (
            <Cell key={key} title={title} note={note} onPress={() => show(step)} testId={`to-${step}`} />
          ))}
        </CellGroup>
      ))}
    </View>
  );
}
