import Taro from '@tarojs/taro';

/** Opens a file behind a link, with the menu from which it can be sent on. `false` where that did not come about. */
export async function openFile(url: string, name: string): Promise<boolean> {
  try {
    const filePath = `${Taro.env.USER_DATA_PATH}/${name}`;
    const { statusCode } = await Taro.downloadFile({ url, filePath });
    if (statusCode !== 200) return false;
    await Taro.openDocument({ filePath, fileType: 'xlsx', showMenu: true });
    return true;
  } catch {
    // No network, no room, or a phone that opens no such file: its owner hears that it did not open.
    return false;
  }
}
