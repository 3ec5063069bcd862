import { create } from 'zustand';

const useCount = create<{ going: number }>(() => ({ going: 0 }));

const add = (change: 1 | -1): void => useCount.setState(({ going }) => ({ going: going + change }));

/** Whether photos are going up, from whatever field. */
export const usePhotosOnTheWay = (): boolean => useCount(({ going }) => going > 0);

/** Says that photos go up for as long as the work takes. */
export async function onTheWay<T>(work: Promise<T>): Promise<T> {
  add(1);
  try {
    return await work;
  } finally {
    add(-1);
  }
}
