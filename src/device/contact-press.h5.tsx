import type { ReactNode } from 'react';
import { Press } from '../ui/press/press';
import { toast } from './toast';

export function ContactPress({ className, children }: { className?: string; children: ReactNode }) {
  return (
    <Press
      {...(className === undefined ? {} : { className })}
      onPress={() => toast('在微信里可以直接留言，这里请拨打 12351')}
    >
      {children}
    </Press>
  );
}
