import { View } from '@tarojs/components';
import { useState } from 'react';
import type { ManagedLeague } from '../../../types/contract/league-desk';
import type { Instant, MemberId } from '../../../types/vocabulary';
import { serverNow } from '../../cloud/clock';
import { toast } from '../../device/toast';
import { FailureLine } from '../../shell/failure';
import { Button } from '../../ui/button/button';
import { Field } from '../../ui/field/field';
import { Pills } from '../../ui/pills/pills';
import { Sheet } from '../../ui/sheet/sheet';
import { useAct } from './use-act';

interface RefereeSheetProps {
  league: ManagedLeague;
  member: { memberId: MemberId; name: string };
  onClose: () => void;
}

const DAY_MS = 86_400_000;

/** A day after the last court closes: there is still something to enter then. */
function untilOf({ plan }: ManagedLeague, now: Instant): Instant {
  const ends = plan.courts.flatMap(({ openings }) => openings.map(({ endsAt }) => endsAt));
  return Math.max(now, ...ends) + DAY_MS;
}

/** The role and the courts are two things: both are given, or both taken back, and until then the sheet is busy. */
function useReferee({ league, member, onClose }: RefereeSheetProps) {
  const grant = useAct('organizer.grant');
  const revoke = useAct('organizer.revoke');
  const set = useAct('league.setReferee');
  const [doing, setDoing] = useState<'give' | 'take'>();
  const { id: leagueId } = league;
  const { memberId, name } = member;
  const scope = { kind: 'activity' as const, id: leagueId };

  async function given(courts: string[]): Promise<boolean> {
    const until = untilOf(league, serverNow());
    const granted = await grant.send({ memberId, role: 'referee', scope, until });
    return granted.ok && (await set.send({ leagueId, memberId, courts })).ok;
  }

  async function takenBack(): Promise<boolean> {
    const left = await set.send({ leagueId, memberId, courts: [] });
    return left.ok && (await revoke.send({ memberId, role: 'referee', scope })).ok;
  }

  async function give(courts: string[]): Promise<void> {
    revoke.forget();
    setDoing('give');
    const done = await given(courts);
    setDoing(undefined);
    if (!done) return;
    toast(`${name}是裁判了`);
    onClose();
  }

  async function takeBack(): Promise<void> {
    grant.forget();
    setDoing('take');
    const done = await takenBack();
    setDoing(undefined);
    if (!done) return;
    toast('已收回');
    onClose();
  }
  return { give, takeBack, doing, refused: grant.refused ?? set.refused ?? revoke.refused };
}

/** Which of the courts are chosen; one more choice stands for all of them. */
function useCourts(all: readonly string[], known: readonly string[]) {
  const [courts, setCourts] = useState<readonly string[]>(known);
  const press = (court: string): void => {
    if (court === '') setCourts(courts.length === all.length ? [] : all);
    else setCourts(courts.includes(court) ? courts.filter((each) => each !== court) : [...courts, court]);
  };
  return { courts, chosen: courts.length === all.length && all.length > 1 ? ['', ...courts] : courts, press };
}

/** A referee's courts: several, or all. */
export function RefereeSheet(props: RefereeSheetProps) {
  const { league, member, onClose } = props;
  const known = league.referees.find(({ memberId }) => memberId === member.memberId);
  const all = league.plan.courts.map(({ id }) => id);
  const { courts, chosen, press } = useCourts(all, known?.courts ?? []);
  const [asked, setAsked] = useState(false);
  const { give, takeBack, doing, refused } = useReferee(props);
  const missing = asked && courts.length === 0;
  const save = (): void => {
    setAsked(true);
    if (courts.length > 0) void give([...courts]);
  };
  const options = [
    ...(all.length > 1 ? [{ value: '', words: '所有场地' }] : []),
    ...league.plan.courts.map(({ id, name }) => ({ value: id, words: name })),
  ];
  return (
    <Sheet
      open
      title={member.name}
      onClose={onClose}
      testId="referee-sheet"
      foot={
        <>
          {refused && <FailureLine refused={refused} />}
          <Button
            kind="primary"
            busy={doing === 'give'}
            disabled={doing === 'take'}
            onPress={save}
            testId="save-referee"
          >
            {doing === 'give' ? '正在保存' : known ? '保存' : '授权为裁判'}
          </Button>
          {known && (
            <Button
              kind="quiet"
              busy={doing === 'take'}
              disabled={doing === 'give'}
              onPress={() => void takeBack()}
              testId="revoke"
            >
              {doing === 'take' ? '正在收回' : '不再当裁判'}
            </Button>
          )}
        </>
      }
    >
      <View className="note">可以记这些场地的比分，到比赛结束后一天</View>
      <Field label="哪些场地" fault={missing ? '请选场地' : undefined}>
        <Pills options={options} chosen={chosen} onPress={press} />
      </Field>
    </Sheet>
  );
}
