import Taro from '@tarojs/taro';

/** Puts a file of this device into the cloud's storage under that path; its file id, or `undefined` where it did not arrive. */
export async function upload(path: string, file: string): Promise<string | undefined> {
  try {
    const { fileID } = await Taro.cloud.uploadFile({ cloudPath: path, filePath: file });
    return fileID;
  } catch {
    // Whatever it was, the picture is not there, and its owner can choose it again.
    return undefined;
  }
}
