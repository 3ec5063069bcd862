import { feedbackWords } from '../../../domain/wording/afterwards';
import type { ActivityId } from '../../../types/vocabulary';
import { useAnswer } from '../../cloud/use-answer';
import { useNow } from '../../cloud/use-now';
import { go } from '../../routes';
import { Cell, CellGroup } from '../../ui/cell/cell';

/** What comes after an activity, for whoever was there; whoever was not sees nothing of it. */
export function AfterCells({ id }: { id: ActivityId }) {
  const { value } = useAnswer('afterwards.feedback', { activityId: id });
  const now = useNow(value?.opensAt);
  if (!value || now < value.opensAt || (now > value.closesAt && !value.mine)) return null;
  const { title, note } = feedbackWords(value, now);
  return (
    <CellGroup title="活动之后">
      <Cell icon="star" title={title} note={note} onPress={() => go.feedback(id)} testId="feedback" />
    </CellGroup>
  );
}
