import Taro from '@tarojs/taro';

/** Tells when the network is back. */
export function onNetwork(listener: () => void): void {
  Taro.onNetworkStatusChange(({ isConnected }) => {
    if (isConnected) listener();
  });
}
