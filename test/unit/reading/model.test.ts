import { simulation } from '../../simulate/reading';
import { saySeed } from '../../support/seed';

test('whatever arrives when and in whatever order, streaks, cards and badges are what a row of letters says', async () => {
  await expect(simulation.run(300, saySeed())).resolves.toContain('300 readers');
});
