import { View } from '@tarojs/components';
import { useState } from 'react';
import { moment } from '../../../domain/wording/dates';
import { NAME_MOST, nameFault } from '../../../domain/wording/entry-name';
import { entryKind, entryWords } from '../../../domain/wording/league-card';
import type { LeagueDetail } from '../../../types/contract';
import { serverNow } from '../../cloud/clock';
import { toastOnArrival } from '../../device/toast';
import { go } from '../../routes';
import { FailureLine } from '../../shell/failure';
import { Button } from '../../ui/button/button';
import { Field } from '../../ui/field/field';
import { TextInput } from '../../ui/field/text-input';
import { Hint } from '../../ui/hint/hint';
import { Pills } from '../../ui/pills/pills';
import { Sheet } from '../../ui/sheet/sheet';
import { useLeagueAct } from './use-league-act';

interface EnterSheetProps {
  league: LeagueDetail;
  /** Of the caller: a person enters under it. */
  name: string | undefined;
  onClose: () => void;
}

function useEntering({ league, onClose }: EnterSheetProps) {
  const act = useLeagueAct('league.enter');
  const [name, setName] = useState('');
  const [region, setRegion] = useState<string>();
  const [missing, setMissing] = useState(false);
  const alone = entryKind(league.discipline) === 'person';
  const regions = league.format.regions ?? [];
  const nameWrong = alone ? undefined : nameFault(name);
  const regionWrong = regions.length > 0 && region === undefined ? '选一个赛区' : undefined;
  async function enter(): Promise<void> {
    const wrong = nameWrong !== undefined || regionWrong !== undefined;
    setMissing(wrong);
    if (wrong) return;
    const outcome = await act.send({
      leagueId: league.id,
      ...(!alone && { name: name.trim() }),
      ...(region !== undefined && { region }),
    });
    if (!outcome.ok) return;
    onClose();
    toastOnArrival(alone ? '报好了' : '报好了，去叫同事进来');
    go.leagueEntry(league.id, outcome.value.id);
  }
  const typed = (text: string): void => {
    setName(text);
    act.forget();
  };
  const faults = { name: missing ? nameWrong : undefined, region: missing ? regionWrong : undefined };
  return { act, alone, region, regions, faults, typed, setRegion, enter };
}

/** What an entry needs to begin with, and what it means. */
export function EnterSheet(props: EnterSheetProps) {
  const { league, name, onClose } = props;
  const { act, alone, region, regions, faults, typed, setRegion, enter } = useEntering(props);
  const words = entryWords(league.discipline);
  const shown = name === undefined ? '你的名字' : `“${name}”`;
  return (
    <Sheet
      open
      title={alone ? '报名' : `报一${words.unit}`}
      onClose={onClose}
      testId="enter-sheet"
      foot={
        <>
          {act.refused && <FailureLine refused={act.refused} />}
          <Button kind="primary" busy={act.busy} onPress={() => void enter()} testId="confirm-enter">
            {alone ? '报名' : '报名，我当队长'}
          </Button>
        </>
      }
    >
      {!alone && (
        <Field label="队名" fault={faults.name}>
          <TextInput label="队名" placeholder="2 到 12 个字" maxLength={NAME_MOST} onType={typed} testId="entry-name" />
        </Field>
      )}
      {regions.length > 0 && (
        <Field label="赛区" fault={faults.region}>
          <Pills
            options={regions.map(({ id, name: each }) => ({ value: id, words: each }))}
            chosen={region === undefined ? [] : [region]}
            onPress={setRegion}
          />
        </Field>
      )}
      <Hint icon="shield">
        {alone
          ? `${shown}和单位会出现在对阵和积分榜里，大家都看得到。`
          : '队名和单位会出现在对阵和积分榜里，大家都看得到；队员名单只有自己队、组织者和裁判看得到。'}
      </Hint>
      <Hint icon="clock">
        <View className="number">{moment(league.lockAt, serverNow())} 前都可以改名单和退出。</View>
      </Hint>
    </Sheet>
  );
}
