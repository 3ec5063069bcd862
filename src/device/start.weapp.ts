import Taro from '@tarojs/taro';

export function startCloud(): void {
  Taro.cloud.init(CLOUD_ENV === '' ? {} : { env: CLOUD_ENV });
}
