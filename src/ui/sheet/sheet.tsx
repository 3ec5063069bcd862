import { ScrollView, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Icon } from '../icon/icon';
import { Press } from '../press/press';
import { useEscape } from './escape';
import './sheet.css';

interface SheetProps {
  open: boolean;
  title: string;
  onClose: () => void;
  children: ReactNode;
  /** Stays in sight below what scrolls: the buttons. */
  foot?: ReactNode;
  testId?: string;
}

/** Half a screen that comes up from below; a tap beside it closes it. */
export function Sheet({ open, title, onClose, children, foot, testId }: SheetProps) {
  useEscape(open, onClose);
  if (!open) return null;
  return (
    <View className="sheet" data-testid={testId}>
      <View className="sheet__mask" catchMove onClick={onClose} />
      <View className="sheet__panel" role="dialog" aria-label={title}>
        <View className="sheet__head">
          <View className="title">{title}</View>
          <Press className="sheet__close" label="关闭" onPress={onClose}>
            <Icon name="close" />
          </Press>
        </View>
        <ScrollView className="sheet__body" scrollY>
          <View className="sheet__inner">{children}</View>
        </ScrollView>
        {foot !== undefined && <View className="sheet__foot">{foot}</View>}
      </View>
    </View>
  );
}
