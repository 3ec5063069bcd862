import { Text, View } from '@tarojs/components';
import { fieldId } from '../../shell/step-form/step-plan';
import { Button } from '../../ui/button/button';
import { TextInput } from '../../ui/field/text-input';
import { Icon } from '../../ui/icon/icon';
import { Press } from '../../ui/press/press';
import type { PlanEditor } from './plan-editor';
import { PLAN_LIMITS } from './plan-faults';
import { PlanField, PlanNumber } from './plan-field';
import { nextLetter, type SessionForm, sumOfZones, type ZoneForm } from './plan-form';
import { planGroup } from './plan-group';

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

function SessionPlaces({ editor, session, onChange, title }: SessionProps & { title: string | undefined }) {
  const path = `sessions.${session.id}`;
  const zoned = session.zones.length > 0;
  return (
    <View className="card edit-card">
      {title !== undefined && <Text className="strong">{title}</Text>}
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

function EditZonesGroup({ editor }: { editor: PlanEditor }) {
  const { sessions } = editor.form;
  return (
    <View className="edit-group">
      <View className="title">有多少名额</View>
      <View className="stack edit-group__cards">
        {sessions.map((session, at) => (
          <SessionPlaces
            key={session.id}
            editor={editor}
            session={session}
            title={sessions.length > 1 ? session.name.trim() || `第 ${at + 1} 场` : undefined}
            onChange={(part) =>
              editor.fill({
                sessions: sessions.map((each) => (each.id === session.id ? { ...each, ...part } : each)),
              })
            }
          />
        ))}
      </View>
    </View>
  );
}

/** For how many: the places of each session, by zones where it has some. */
export const EditZones = planGroup(EditZonesGroup, ['sessions'], ['sessions']);
