import { createServer } from 'node:http';
import { takeDataDir } from '../../emulator/server/data-lock';

/**
 * Does the work while no cloud runs on the folder, and keeps any from starting on it meanwhile: like an emulator, it
 * answers on loopback at the address that the lock names. Throws a sentence where a cloud is running there.
 */
export async function holding<T>(data: string, work: () => Promise<T>): Promise<T> {
  const server = createServer((_, response) => response.end());
  const port = await new Promise<number>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });
  try {
    const release = await takeDataDir(data, `http://127.0.0.1:${port}`);
    return await work().finally(release);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}
