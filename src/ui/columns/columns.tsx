import { View } from '@tarojs/components';
import './columns.css';

interface ColumnsProps {
  columns: readonly { key: string; value: number }[];
  /** What a reader who sees no columns hears instead. */
  label: string;
}

/** A small chart of numbers side by side; the highest fills the height. */
export function Columns({ columns, label }: ColumnsProps) {
  const most = Math.max(1, ...columns.map(({ value }) => value));
  return (
    <View className="columns" role="img" aria-label={label}>
      {columns.map(({ key, value }) => (
        <View key={key} className="columns__one">
          <View
            className={`columns__bar${value === 0 ? ' columns__bar--none' : ''}`}
            style={{ height: `${Math.round((value / most) * 100)}%` }}
          />
        </View>
      ))}
    </View>
  );
}
