import { Button } from '@tarojs/components';
import type { PhonePressProps } from './phone-press-props';

export function PhonePress({ className, children, onCode, onNone }: PhonePressProps) {
  return (
    <Button
      className={`press ${className}`}
      openType="getPhoneNumber"
      hoverClass="press--felt"
      onGetPhoneNumber={({ detail }) => {
        if (typeof detail.code === 'string' && detail.code !== '') onCode(detail.code, undefined);
        else onNone();
      }}
    >
      {children}
    </Button>
  );
}
