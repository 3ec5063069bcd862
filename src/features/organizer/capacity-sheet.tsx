import { View } from '@tarojs/components';
import { useState } from 'react';
import type { ManagedActivity } from '../../../types/contract/organizer-activity';
import type { RefusedBy } from '../../cloud/call';
import { toast } from '../../device/toast';
import { Button } from '../../ui/button/button';
import { Choice } from '../../ui/choice/choice';
import { Field } from '../../ui/field/field';
import { TextInput } from '../../ui/field/text-input';
import { Sheet } from '../../ui/sheet/sheet';
import { ActRefused } from './act-refused';
import { PLAN_LIMITS } from './plan-faults';
import { numberOf } from './plan-form';
import { type CapacityEffect, capacityEffect, changeable, type Pool, poolsOf, sessionWith } from './standing';
import { Target } from './target';
import { useAct } from './use-act';

/** What becomes of those who wait and of free places. */
function effectWords(effect: CapacityEffect): string | undefined {
  switch (effect.kind) {
    case 'none':
    case 'too-small':
      return undefined;
    case 'more':
      return effect.waiting > 0
        ? `多出 ${effect.added} 个，先按顺序给候补的 ${effect.waiting} 位`
        : `多出 ${effect.added} 个，马上可以报`;
    case 'fewer':
      return effect.left > 0
        ? `收回 ${effect.taken} 个空名额，还剩 ${effect.left} 个可以报`
        : `收回 ${effect.taken} 个空名额，之后就满了`;
    default:
      return effect satisfies never;
  }
}

interface Wanted {
  pool: Pool;
  typed: string;
  /** It follows another one that was changed just now. */
  following: boolean;
}

function faultOf({ pool, typed }: Wanted): string | undefined {
  const wanted = numberOf(typed);
  if (wanted === undefined || wanted > PLAN_LIMITS.capacity) return `请填 0 到 ${PLAN_LIMITS.capacity} 的整数`;
  const effect = capacityEffect(pool, wanted, 0);
  if (effect.kind === 'none') return '和现在一样';
  return effect.kind === 'too-small' ? `已给出 ${effect.used} 个，差 ${effect.missing} 个` : undefined;
}

function begin(pool: Pool | undefined): Wanted | undefined {
  return pool && { pool, typed: String(pool.capacity), following: false };
}

interface Capacity {
  options: Pool[];
  wanted: Wanted | undefined;
  fault: string | undefined;
  effect: CapacityEffect;
  whole: ReturnType<typeof sessionWith>;
  busy: boolean;
  refused: RefusedBy<'organizer.setCapacity'> | undefined;
  choose: (counter: string | undefined) => void;
  type: (typed: string) => void;
  save: () => Promise<void>;
}

function useCapacity(activity: ManagedActivity, onDone: () => void): Capacity {
  const change = useAct('organizer.setCapacity');
  const pools = poolsOf(activity);
  const options = changeable(pools);
  const [wanted, setWanted] = useState<Wanted | undefined>(() => begin(options.length === 1 ? options[0] : undefined));
  const [checked, setChecked] = useState(false);
  const number = wanted && numberOf(wanted.typed);
  const whole = wanted && number !== undefined ? sessionWith(pools, wanted.pool, number) : undefined;

  async function save(): Promise<void> {
    setChecked(true);
    if (!wanted || number === undefined || faultOf(wanted) !== undefined) return;
    const { sessionId, zoneId } = wanted.pool;
    const where = { activityId: activity.id, sessionId, ...(zoneId === undefined ? {} : { zoneId }) };
    const outcome = await change.send({ ...where, capacity: number });
    if (!outcome.ok) return;
    setChecked(false);
    toast(`已改成 ${number} 个`);
    const session = options.find((each) => each.sessionId === sessionId && each.zoneId === undefined);
    if (!whole?.small || !session) onDone();
    else setWanted({ pool: session, typed: String(whole.together), following: true });
  }

  return {
    ...{ options, wanted, whole, save, busy: change.busy, refused: change.refused },
    fault: wanted && checked ? faultOf(wanted) : undefined,
    effect:
      wanted && number !== undefined
        ? capacityEffect(wanted.pool, number, activity.counts.waitlisted ?? 0)
        : { kind: 'none' },
    choose: (counter) => {
      change.forget();
      setChecked(false);
      setWanted(begin(options.find((each) => each.counter === counter)));
    },
    type: (typed) => {
      setChecked(false);
      setWanted(wanted && { ...wanted, typed });
    },
  };
}

const givenWords = ({ used, capacity }: Pool): string => `已给出 ${used} / ${capacity}`;

/** More or fewer places for a session or a zone; says what happens to the queue before it is done. */
export function CapacitySheet({ activity, onClose }: { activity: ManagedActivity; onClose: () => void }) {
  const { options, wanted, fault, effect, whole, busy, refused, choose, type, save } = useCapacity(activity, onClose);
  const several = options.length > 1;
  return (
    <Sheet
      open
      title="改名额"
      onClose={onClose}
      testId="capacity-sheet"
      foot={
        <>
          <ActRefused refused={refused} activity={activity} />
          <Button kind="primary" busy={busy} disabled={!wanted} onPress={() => void save()} testId="save-capacity">
            {busy ? '正在保存' : '保存'}
          </Button>
        </>
      }
    >
      {several && wanted && (
        <Target
          title={wanted.pool.name}
          note={givenWords(wanted.pool)}
          other="换一处"
          onOther={() => choose(undefined)}
        />
      )}
      {several && !wanted && (
        <Field label="改哪一处">
          <Choice
            options={options.map((pool) => ({ value: pool.counter, title: pool.name, note: givenWords(pool) }))}
            chosen={undefined}
            onChoose={choose}
          />
        </Field>
      )}
      {wanted && <WantedField wanted={wanted} fault={fault} effect={effect} whole={whole} onType={type} />}
    </Sheet>
  );
}

interface WantedFieldProps {
  wanted: Wanted;
  fault: string | undefined;
  effect: CapacityEffect;
  whole: ReturnType<typeof sessionWith>;
  onType: (typed: string) => void;
}

function WantedField({ wanted, fault, effect, whole, onType }: WantedFieldProps) {
  const words = effectWords(effect);
  return (
    <Field label="改成多少个" fault={fault}>
      <TextInput
        key={wanted.pool.counter}
        initial={wanted.typed}
        label="名额"
        maxLength={6}
        keyboard="number"
        onType={onType}
        testId="places-wanted"
      />
      {wanted.following && <View className="note number">分区改好了，整场也跟着改</View>}
      {words !== undefined && (
        <View className="note number capacity__effect" data-testid="effect">
          {words}
        </View>
      )}
      {whole && effect.kind !== 'none' && effect.kind !== 'too-small' && (
        <View className="note number" data-testid="whole">
          {whole.small
            ? `各分区加起来 ${whole.together} 个，比整场多：保存后接着改整场`
            : `整场跟着变成 ${whole.together} 个`}
        </View>
      )}
    </Field>
  );
}
