import { sweepTallies } from '../support/report';
import { holds } from './expect';
import type { Stage } from './journey';
import type { PageOf } from './page-of';

const REPORT = '/packages/report/pages';
export const YEAR = `${REPORT}/year/index`;
export const MINE = `${REPORT}/mine/index`;

/** A member's own year. */
export const ownYear: PageOf = { name: 'my-year', path: MINE, ready: (phone) => phone.sees('my-year') };

/** What organizers read of a year, and what an officer does of it. */
export const reportPages: PageOf[] = [{ name: 'report', path: YEAR, ready: (phone) => phone.sees('report') }];

/** Runs the sweep that counts until nothing waits for it: on a folder just seeded nothing is counted. */
export async function allCounted(stage: Stage): Promise<void> {
  for (;;) {
    const { result } = await sweepTallies(stage.cloud);
    holds(result?.ok === true, 'the sweep counts');
    if (result.value?.found === 0) return;
  }
}
