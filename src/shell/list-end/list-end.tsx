import { View } from '@tarojs/components';
import type { AnyRefused } from '../../../domain/wording/refusal';
import { FailureLine } from '../failure';
import './list-end.css';

interface ListEndProps {
  list: { refused: AnyRefused | undefined; again: () => void; asking: boolean; more: boolean };
}

/** Below a list: whether there is more, and why more did not come. */
export function ListEnd({ list: { refused, again, asking, more } }: ListEndProps) {
  if (refused) {
    return (
      <View className="pad">
        <FailureLine refused={refused} again={again} asking={asking} />
      </View>
    );
  }
  return <View className="list-tail note">{more ? '还有更多…' : '没有更多了'}</View>;
}
