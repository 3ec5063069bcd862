import { go } from '../../routes';
import { Cell, CellGroup } from '../../ui/cell/cell';

/** The way to 会场签到 from wherever a member looks at what they hold. */
export function VenueEntry() {
  return (
    <CellGroup>
      <Cell
        icon="scan"
        title="会场签到"
        note="到了现场，扫屏幕上的码"
        onPress={go.venueCheckIn}
        testId="venue-check-in"
      />
    </CellGroup>
  );
}
