import { useRouter } from '@tarojs/taro';
import { Ticket } from '../../../../features/activity/ticket';
import { useTicketTitle } from '../../../../features/activity/ticket-standing';
import { AfterCells } from '../../../../features/afterwards/after-cells';
import { VenueEntry } from '../../../../features/checkin/venue-entry';
import { Page } from '../../../../shell/page';
import { TellMeButton } from '../../../../shell/tell-me-button';

/** What somebody who waits for a place, or for a decision, wants to hear of outside the app. */
const WAITING = ['offered', 'cancelled', 'moved'] as const;
const APPLIED = ['approved', 'declined', 'cancelled'] as const;

export default function TicketPage() {
  const id = decodeURIComponent(useRouter().params.id ?? '');
  return (
    <Page title={useTicketTitle(id)}>
      <Ticket
        id={id}
        beTold={({ state }) => <TellMeButton kinds={state === 'applied' ? APPLIED : WAITING} />}
        atGate={<VenueEntry />}
        afterwards={(activityId) => <AfterCells id={activityId} />}
      />
    </Page>
  );
}
