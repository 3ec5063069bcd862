import { Button } from '@tarojs/components';
import type { SharePressProps } from './share-press-props';

export function SharePress({ className = '', children }: SharePressProps) {
  return (
    <Button className={`press ${className}`} openType="share" hoverClass="press--felt">
      {children}
    </Button>
  );
}
