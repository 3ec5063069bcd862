import Taro from '@tarojs/taro';

export function showTitle(title: string): void {
  void Taro.setNavigationBarTitle({ title: title === '' ? '药谷职工之家' : title });
}
