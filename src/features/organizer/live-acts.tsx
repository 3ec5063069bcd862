import { useState } from 'react';
import type { ManagedActivity } from '../../../types/contract/organizer-activity';
import type { LiveActivity } from '../../../types/contract/organizer-live';
import type { Instant } from '../../../types/vocabulary';
import { go } from '../../routes';
import { Cell, CellGroup } from '../../ui/cell/cell';
import { CapacitySheet } from './capacity-sheet';
import { ExtendSheet } from './extend-sheet';
import { CloseSheet } from './publish-sheet';
import { actsOf } from './standing';

type Doing = 'capacity' | 'close' | 'extend';

const people = (count: number): string => (count === 0 ? '没有' : `${count} 位`);

/** The numbers of this moment in the sheets that change them, which were made for those of the whole activity. */
function withNumbers(activity: ManagedActivity, live: LiveActivity): ManagedActivity {
  const { applied, confirmed, waitlisted, offered, closesAt, sessions } = live;
  const used = Object.fromEntries(
    sessions.flatMap(({ id, used: whole, zones }) => [
      [id, whole],
      ...zones.map((zone) => [`${id}_${zone.id}`, zone.used]),
    ]),
  );
  return {
    ...activity,
    closesAt,
    counts: { ...activity.counts, applied, confirmed, waitlisted, offered },
    used: { ...activity.used, ...used },
  };
}

/** What can be done from here while it runs. */
export function LiveActs({ activity, live, now }: { activity: ManagedActivity; live: LiveActivity; now: Instant }) {
  const [doing, setDoing] = useState<Doing>();
  const { id, plan } = activity;
  const acts = actsOf({ ...activity, closesAt: live.closesAt }, now);
  const current = withNumbers(activity, live);
  const onClose = (): void => setDoing(undefined);
  return (
    <>
      <CellGroup>
        {(plan.allocation === 'approval' || live.applied > 0) && (
          <Cell title="审核" value={people(live.applied)} onPress={() => go.manageApprovals(id)} testId="approvals" />
        )}
        <Cell title="报名名单" onPress={() => go.manageRoll(id)} testId="roll" />
        <Cell title="给大家发消息" onPress={() => go.announce(id)} testId="announce" />
        {acts.includes('capacity') && <Cell title="改名额" onPress={() => setDoing('capacity')} testId="capacity" />}
        {acts.includes('capacity') && !plan.preview && (
          <Cell title="延长报名" onPress={() => setDoing('extend')} testId="extend" />
        )}
        {acts.includes('close') && <Cell title="提前截止报名" onPress={() => setDoing('close')} testId="close" />}
      </CellGroup>
      {doing === 'capacity' && <CapacitySheet activity={current} onClose={onClose} />}
      {doing === 'close' && <CloseSheet activity={current} onClose={onClose} />}
      {doing === 'extend' && <ExtendSheet activity={current} onClose={onClose} />}
    </>
  );
}
