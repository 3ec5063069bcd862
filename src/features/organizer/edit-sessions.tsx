import { Text, View } from '@tarojs/components';
import { fieldId } from '../../shell/step-form/step-plan';
import { Button } from '../../ui/button/button';
import type { PlanEditor } from './plan-editor';
import { PLAN_LIMITS } from './plan-faults';
import { PlanLine, PlanMoment } from './plan-field';
import { newSession, nextNumber, type SessionForm } from './plan-form';
import { planGroup } from './plan-group';
import { RemovePress } from './remove-press';

interface SessionProps {
  editor: PlanEditor;
  session: SessionForm;
  onChange: (part: Partial<SessionForm>) => void;
}

function SessionCard({
  editor,
  session,
  onChange,
  title,
  onRemove,
}: SessionProps & { title: string | undefined; onRemove: (() => void) | undefined }) {
  const path = `sessions.${session.id}`;
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
      <View className="title">什么时候</View>
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

/** When it happens, session by session. */
export const EditSessions = planGroup(EditSessionsGroup, ['sessions'], ['sessions']);
