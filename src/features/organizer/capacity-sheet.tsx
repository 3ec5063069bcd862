import { View } from '@tarojs/components';
import { useState } from 'react';
import type { ManagedActivity } from '../../../types/contract/organizer-activity';
import { toast } from '../../device/toast';
import { Choice } from '../../ui/choice/choice';
import { Field } from '../../ui/field/field';
import { TextInput } from '../../ui/field/text-input';
import { Sheet } from '../../ui/sheet/sheet';
import { PLAN_LIMITS } from './plan-faults';
import { numberOf } from './plan-form';
import { SaveFoot } from './save-foot';
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

const placeOf = ({ sessionId, zoneId }: Pool) => (zoneId === undefined ? { sessionId } : { sessionId, zoneId });

/** More or fewer places for a session or a zone; says what happens to the queue before it is done. */
export function CapacitySheet({ activity, onClose }: { activity: ManagedActivity; onClose: () => void }) {
  const change = useAct('organizer.setCapacity');
  const pools = poolsOf(activity);
  const options = changeable(pools);
  const [wanted, setWanted] = useState<Wanted | undefined>(() => begin(options.length === 1 ? options[0] : undefined));
  const [checked, setChecked] = useState(false);
  const number = wanted && numberOf(wanted.typed);
  const whole = wanted && number !== undefined ? sessionWith(pools, wanted.pool, number) : undefined;

  function turnTo(next: Wanted | undefined): void {
    setChecked(false);
    setWanted(next);
  }

  async function save(): Promise<void> {
    setChecked(true);
    if (!wanted || number === undefined || faultOf(wanted) !== undefined) return;
    const { sessionId } = wanted.pool;
    if (!(await change.send({ activityId: activity.id, ...placeOf(wanted.pool), capacity: number })).ok) return;
    toast(`已改成 ${number} 个`);
    const session = options.find((each) => each.sessionId === sessionId && each.zoneId === undefined);
    if (!whole?.small || !session) onClose();
    else turnTo({ pool: session, typed: String(whole.together), following: true });
  }

  const foot = { activity, refused: change.refused, onSave: () => void save() };
  return (
    <Sheet
      open
      title="改名额"
      onClose={onClose}
      testId="capacity-sheet"
      foot={<SaveFoot {...{ ...foot, busy: change.busy, off: !wanted }} testId="save-capacity" />}
    >
      {options.length > 1 && (
        <WhichPool
          options={options}
          pool={wanted?.pool}
          onChoose={(pool) => {
            if (!pool) change.forget();
            turnTo(begin(pool));
          }}
        />
      )}
      {wanted && (
        <WantedField
          wanted={wanted}
          fault={checked ? faultOf(wanted) : undefined}
          effect={
            number === undefined
              ? { kind: 'none' }
              : capacityEffect(wanted.pool, number, activity.counts.waitlisted ?? 0)
          }
          whole={whole}
          onType={(typed) => turnTo({ ...wanted, typed })}
        />
      )}
    </Sheet>
  );
}

const givenOf = ({ used, capacity }: Pool): string => `已给出 ${used} / ${capacity}`;

/** Which session or zone it is about; with the way back to the others once one is chosen. */
function WhichPool({
  options,
  pool,
  onChoose,
}: {
  options: readonly Pool[];
  pool: Pool | undefined;
  onChoose: (pool: Pool | undefined) => void;
}) {
  if (pool) {
    return <Target title={pool.name} note={givenOf(pool)} other="换一处" onOther={() => onChoose(undefined)} />;
  }
  return (
    <Field label="改哪一处">
      <Choice
        options={options.map((each) => ({ value: each.counter, title: each.name, note: givenOf(each) }))}
        chosen={undefined}
        onChoose={(counter) => onChoose(options.find((each) => each.counter === counter))}
      />
    </Field>
  );
}

function begin(pool: Pool | undefined): Wanted | undefined {
  return pool && { pool, typed: String(pool.capacity), following: false };
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
