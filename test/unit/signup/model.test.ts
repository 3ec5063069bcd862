import { simulation } from '../../simulate/sign-up';
import { saySeed } from '../../support/seed';

test('whatever members do in whatever order, the pool says what a plain list of registrations says', async () => {
  await expect(simulation.run(300, saySeed())).resolves.toContain('300 activities');
});
