import Taro from '@tarojs/taro';
import type { Venue } from '../../types/contract/activity';

export const PLACE_HINT = '看地图';

export async function openPlace({ latitude, longitude, name, address }: Venue): Promise<void> {
  await Taro.openLocation({ latitude, longitude, name, address, scale: 16 });
}
