import { View } from '@tarojs/components';
import { answerBy } from '../../../domain/wording/dates';
import type { Primary } from '../../../domain/wording/primary';
import { STATE_WORDS } from '../../../domain/wording/vocabulary';
import type { ActivityDetail, MyPlace } from '../../../types/contract/activity';
import type { Instant } from '../../../types/vocabulary';
import { go } from '../../routes';
import { Cell, CellGroup } from '../../ui/cell/cell';

function placeWords({ sessionList }: ActivityDetail, { sessionId, zoneId }: MyPlace): string {
  const session = sessionList.find(({ id }) => id === sessionId);
  const zone = session?.zones.find(({ id }) => id === zoneId);
  return [session?.name, zone?.name].filter((part) => part !== undefined && part !== '').join(' · ');
}

/** What I hold here, a row each: wherever the one primary button does not lead there by itself. */
export function DetailMine({ detail, primary, now }: { detail: ActivityDetail; primary: Primary; now: Instant }) {
  const { mine, phase } = detail;
  const said = mine.length === 1 && mine[0]?.registrationId === primary.registrationId;
  if (mine.length === 0 || said || phase === 'cancelled') return null;
  return (
    <CellGroup title="我的报名">
      {mine.map((place) => (
        <Cell
          key={place.registrationId}
          icon="ticket"
          title={placeWords(detail, place)}
          {...(place.offerUntil === undefined ? {} : { note: answerBy(place.offerUntil, now) })}
          value={<View className="note">{STATE_WORDS[place.state]}</View>}
          onPress={() => go.ticket(place.registrationId)}
          testId={`mine-${place.registrationId}`}
        />
      ))}
    </CellGroup>
  );
}
