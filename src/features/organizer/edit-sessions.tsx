import { Text, View } from '@tarojs/components';
import { Button } from '../../ui/button/button';
import { TextInput } from '../../ui/field/text-input';
import { Icon } from '../../ui/icon/icon';
import { Press } from '../../ui/press/press';
import { fieldId, type PlanEditor } from './plan-editor';
import { PLAN_LIMITS } from './plan-faults';
import { PlanField, PlanLine, PlanMoment, PlanNumber } from './plan-field';
import { newSession, nextLetter, nextNumber, type SessionForm, sumOfZones, type ZoneForm } from './plan-form';
import { planGroup } from './plan-group';
import { RemovePress } from './remove-press';

interface SessionProps {
  editor: PlanEditor;
  session: SessionForm;
  onChange: (part: Partial<SessionForm>) => void;
}

function ZoneLine({
  editor,
  path,
  zone,
  onChange,
  onRemove,
}: {
  editor: PlanEditor;
  path: string;
  zone: ZoneForm;
  onChange: (part: Partial<ZoneForm>) => void;
  onRemove: () => void;
}) {
  const [nameFault, capacityFault] = [editor.faults[`${path}.name`], editor.faults[`${path}.capacity`]];
  return (
    <View id={fieldId(path)} className="zone-line">
      <View className="zone-line__inputs">
        <View className={`zone-line__name${nameFault ? ' field--fault' : ''}`} id={fieldId(`${path}.name`)}>
          <TextInput
            key={editor.revision}
            initial={zone.name}
            label="分区名称"
            placeholder="草坪区"
            maxLength={PLAN_LIMITS.zoneName}
            onType={(name) => onChange({ name })}
            testId={`${path}.name`}
          />
        </View>
        <View className={`zone-line__places${capacityFault ? ' field--fault' : ''}`} id={fieldId(`${path}.capacity`)}>
          <TextInput
            key={editor.revision}
            initial={zone.capacity}
            label="分区名额"
            placeholder="名额"
            maxLength={6}
            keyboard="number"
            onType={(capacity) => onChange({ capacity })}
            testId={`${path}.capacity`}
          />
        </View>
        <Press className="zone-line__remove" label={`删除分区${zone.name}`} onPress={onRemove}>
          <Icon name="close" />
        </Press>
      </View>
      {[nameFault, capacityFault].map(
        (fault) =>
          fault && (
            <View key={fault} className="field__fault">
              {fault}
            </View>
          ),
      )}
    </View>
  );
}

function Zones({ editor, session, onChange }: SessionProps) {
  const path = `sessions.${session.id}.zones`;
  const { zones } = session;
  return (
    <PlanField
      editor={editor}
      path={path}
      label="分区"
      optional
      {...(zones.length === 0 ? { note: '不同区域分开算名额，比如草坪区和看台区' } : {})}
    >
      <View className="stack">
        {zones.map((zone) => (
          <ZoneLine
            key={zone.id}
            editor={editor}
            path={`${path}.${zone.id}`}
            zone={zone}
            onChange={(part) =>
              onChange({ zones: zones.map((each) => (each.id === zone.id ? { ...each, ...part } : each)) })
            }
            onRemove={() => onChange({ zones: zones.filter(({ id }) => id !== zone.id) })}
          />
        ))}
        {zones.length < PLAN_LIMITS.zones && (
          <View>
            <Button
              small
              onPress={() =>
                onChange({ zones: [...zones, { id: nextLetter(usedZones(editor, session)), name: '', capacity: '' }] })
              }
              testId={`${path}.add`}
            >
              加分区
            </Button>
          </View>
        )}
      </View>
    </PlanField>
  );
}

/** Zone ids of a session that are or were there: its counters in the pool are named by them. */
function usedZones({ spent }: PlanEditor, session: SessionForm): string[] {
  const before = spent.flatMap((counter) =>
    counter.startsWith(`${session.id}_`) ? [counter.slice(session.id.length + 1)] : [],
  );
  return [...session.zones.map(({ id }) => id), ...before];
}

function SessionCard({
  editor,
  session,
  onChange,
  title,
  onRemove,
}: SessionProps & { title: string | undefined; onRemove: (() => void) | undefined }) {
  const path = `sessions.${session.id}`;
  const zoned = session.zones.length > 0;
  return (
    <View className="card edit-card">
      {title !== undefined && (
        <View className="row row--apart">
          <Text className="strong">{title}</Text>
          {onRemove && <RemovePress words="删除这场" onRemove={onRemove} testId={`${path}.remove`} />}
        </View>
      )}
      <PlanLine
        editor={editor}
        path={`${path}.name`}
        label="场次名称"
        placeholder="周六晚场"
        maxLength={PLAN_LIMITS.sessionName}
        value={session.name}
        onType={(name) => onChange({ name })}
      />
      <PlanMoment
        editor={editor}
        path={`${path}.startsAt`}
        label="开始"
        value={session.startsAt}
        onType={(startsAt) => onChange({ startsAt })}
      />
      <PlanMoment
        editor={editor}
        path={`${path}.endsAt`}
        label="结束"
        value={session.endsAt}
        onType={(endsAt) => onChange({ endsAt })}
      />
      <Zones editor={editor} session={session} onChange={onChange} />
      <PlanNumber
        editor={editor}
        path={`${path}.capacity`}
        label={zoned ? '整场名额' : '名额'}
        optional={zoned}
        {...(zoned ? { placeholder: String(sumOfZones(session)), note: '不填就是各分区加起来' } : {})}
        value={session.capacity}
        onType={(capacity) => onChange({ capacity })}
      />
    </View>
  );
}

function EditSessionsGroup({ editor }: { editor: PlanEditor }) {
  const { form, fill, spent } = editor;
  const { sessions } = form;
  const last = sessions[sessions.length - 1];
  function add(): void {
    const id = nextNumber('s', [...sessions.map((session) => session.id), ...spent]);
    // Most further sessions are like the one before, at another time.
    const like = last ? { capacity: last.capacity, zones: last.zones } : {};
    fill({ sessions: [...sessions, { ...newSession(id), ...like }] });
  }
  return (
    <View className="edit-group" id={fieldId('sessions')}>
      <View className="title">场次和名额</View>
      {editor.faults.sessions && <View className="field__fault">{editor.faults.sessions}</View>}
      <View className="stack edit-group__cards">
        {sessions.map((session, at) => (
          <SessionCard
            key={session.id}
            editor={editor}
            session={session}
            title={sessions.length > 1 ? `第 ${at + 1} 场` : undefined}
            onChange={(part) =>
              fill({ sessions: sessions.map((each) => (each.id === session.id ? { ...each, ...part } : each)) })
            }
            onRemove={
              sessions.length > 1 ? () => fill({ sessions: sessions.filter(({ id }) => id !== session.id) }) : undefined
            }
          />
        ))}
        {sessions.length < PLAN_LIMITS.sessions && (
          <Button onPress={add} testId="sessions.add">
            再加一场
          </Button>
        )}
      </View>
    </View>
  );
}

/** When it happens and for how many: sessions, each with its zones. */
export const EditSessions = planGroup(EditSessionsGroup, ['sessions'], ['sessions']);
