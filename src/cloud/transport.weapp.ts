import Taro from '@tarojs/taro';
import type { Delivery, Sending, Transport } from './delivery';

async function connected(): Promise<boolean> {
  const { networkType } = await Taro.getNetworkType();
  return networkType !== 'none';
}

async function send({ area, body, timeoutMs }: Sending): Promise<Delivery> {
  if (!(await connected())) return { kind: 'offline' };
  let timer: ReturnType<typeof setTimeout> | undefined;
  const slow = new Promise<Delivery>((resolve) => {
    timer = setTimeout(() => resolve({ kind: 'lost', slow: true }), timeoutMs);
  });
  const called = Taro.cloud.callFunction({ name: area, data: body }).then(
    ({ result }): Delivery => ({ kind: 'answered', answer: result }),
    (): Delivery => ({ kind: 'lost', slow: false }),
  );
  const delivery = await Promise.race([called, slow]);
  clearTimeout(timer);
  if (delivery.kind === 'lost' && !(await connected())) return { kind: 'offline' };
  return delivery;
}

async function randomBytes(count: number): Promise<Uint8Array> {
  const { randomValues } = await Taro.getRandomValues({ length: count });
  return new Uint8Array(randomValues);
}

export const transport: Transport = { send, randomBytes };
