import { saySeed } from '../../support/seed';
import { killRounds } from './kill-rounds';

const rounds = Number(process.env.CRASH_ROUNDS ?? 5);

test(
  `what was acknowledged is there after each of ${rounds} kills under load, and no transaction is half there`,
  async () => {
    const report = await killRounds(rounds, saySeed());
    process.stdout.write(`${report.acknowledged} acknowledged writes, ${rounds} kills\n`);
    expect(report.contradictions).toEqual([]);
    expect(report.acknowledged).toBeGreaterThan(rounds * 10);
  },
  10_000 + rounds * 10_000,
);
