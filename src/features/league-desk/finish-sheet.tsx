import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { placeWords } from '../../../domain/wording/league';
import type { OpOf } from '../../../types/contract';
import type { ManagedLeague } from '../../../types/contract/league-desk';
import type { ValueOf } from '../../../types/contract/op';
import { go } from '../../routes';
import { FailureLine } from '../../shell/failure';
import { Button } from '../../ui/button/button';
import { Sheet } from '../../ui/sheet/sheet';
import { useAct } from './use-act';

type Placings = ValueOf<OpOf<'league.finish'>>['placings'];

/** Who came where; the first is the one bold thing. */
function Podium({ placings }: { placings: Placings }) {
  const sorted = [...placings].sort((one, other) => one.place.from - other.place.from).slice(0, 8);
  return (
    <View className="league-sheet" data-testid="placings">
      {sorted.map(({ entry, place }) => (
        <View key={entry.id} className="league-line row">
          <View className="grow">
            <View className={place.to === 1 ? 'title mine' : 'strong'}>{entry.name}</View>
            {entry.enterpriseName !== undefined && <View className="note">{entry.enterpriseName}</View>}
          </View>
          <Text className="number">{place.to === 1 ? '冠军' : placeWords(place)}</Text>
        </View>
      ))}
    </View>
  );
}

/** The end of a league: what stands then, and who won. */
export function FinishSheet({ league, onClose }: { league: ManagedLeague; onClose: () => void }) {
  const act = useAct('league.finish');
  const [placings, setPlacings] = useState<Placings>();
  async function yes(): Promise<void> {
    const outcome = await act.send({ leagueId: league.id });
    if (outcome.ok) setPlacings(outcome.value.placings);
  }
  if (placings) {
    return (
      <Sheet
        open
        title="名次出来了"
        onClose={onClose}
        testId="finish-sheet"
        foot={<Button onPress={() => go.league(league.id)}>看联赛页</Button>}
      >
        <Podium placings={placings} />
      </Sheet>
    );
  }
  return (
    <Sheet
      open
      title="结束联赛"
      onClose={onClose}
      testId="finish-sheet"
      foot={
        <>
          {act.refused && <FailureLine refused={act.refused} />}
          <Button kind="primary" busy={act.busy} onPress={() => void yes()} testId="confirm-finish">
            {act.busy ? '正在结束' : '结束，公布名次'}
          </Button>
          <Button onPress={onClose}>先不结束</Button>
        </>
      }
    >
      <View>名次从此不再变，上过场的人都记一次参与，积分按规则自动发。结束前再看一眼有没有要更正的比分。</View>
    </Sheet>
  );
}
