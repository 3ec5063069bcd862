import '../../support/sdk-environment';
import { forEachDue } from '../../../cloudfunctions/kit/sweep';

describe('a run over what is due', () => {
  test('one that fails is left due, said in the log, and keeps nobody else from what is theirs', async () => {
    const write = jest.spyOn(console, 'log').mockImplementation(() => undefined);
    const seen: number[] = [];
    const due = Array.from({ length: 20 }, (_, at) => at);
    const done = await forEachDue('test.sweep', due, async (each) => {
      if (each === 3) throw new Error('this account is broken, 13800001234');
      seen.push(each);
    });
    const said = write.mock.calls.map(([line]) => String(line));
    write.mockRestore();
    expect(seen.sort((a, b) => a - b)).toEqual(due.filter((each) => each !== 3));
    expect(done).toHaveLength(19);
    expect(done).not.toContain(3);
    expect(said).toHaveLength(1);
    expect(said[0]).toContain('LEFT_DUE');
    expect(said[0]).not.toContain('13800001234');
  });

  test('nothing more is begun after half the function’s time', async () => {
    const clock = jest.spyOn(Date, 'now');
    let now = 1_000_000;
    clock.mockImplementation(() => now);
    const done = await forEachDue('test.sweep', Array.from({ length: 100 }), async () => {
      now += 400;
    });
    clock.mockRestore();
    expect(done.length).toBeGreaterThanOrEqual(13);
    expect(done.length).toBeLessThan(25);
  });
});
