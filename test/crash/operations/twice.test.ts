import { simulation } from '../../simulate/crash';
import { saySeed } from '../../support/seed';

test('a command that is disturbed again while it is repeated is still done exactly once', async () => {
  await expect(simulation.run(12, saySeed())).resolves.toContain('12 commands');
}, 60_000);
