import type { ActivityId } from '../../../types/vocabulary';
import { go } from '../../routes';
import { Cell, CellGroup } from '../../ui/cell/cell';

/** The ways to what comes after it, for members: whether they were there is asked when they tap, since most who look were not. */
export function DetailAfterwards({ id }: { id: ActivityId }) {
  return (
    <CellGroup title="来过的人">
      <Cell icon="star" title="说说感受" onPress={() => go.feedback(id)} testId="feedback" />
      <Cell icon="heart" title="看活动照片" onPress={() => go.album(id)} testId="all-photos" />
    </CellGroup>
  );
}
