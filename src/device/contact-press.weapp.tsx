import { Button } from '@tarojs/components';
import type { ReactNode } from 'react';

/** Opens WeChat's conversation with the union's staff. */
export function ContactPress({ className = '', children }: { className?: string; children: ReactNode }) {
  return (
    <Button className={`press ${className}`} openType="contact" hoverClass="press--felt">
      {children}
    </Button>
  );
}
