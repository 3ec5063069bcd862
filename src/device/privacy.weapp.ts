import Taro from '@tarojs/taro';

/** WeChat asks for itself too, once, and gives no phone code before; `false` where the person said no there. */
export function authorizePrivacy(): Promise<boolean> {
  return new Promise((resolve) => {
    Taro.requirePrivacyAuthorize({ success: () => resolve(true), fail: () => resolve(false) });
  });
}
