import { simulation } from '../../simulate/points';
import { saySeed } from '../../support/seed';

test('whatever is earned, spent, taken and given back in whatever order, the lots say what single points say', async () => {
  await expect(simulation.run(500, saySeed())).resolves.toContain('500 members');
});
