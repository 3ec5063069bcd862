import { simulation } from '../../simulate/year';
import { saySeed } from '../../support/seed';

test('a year done by its operations, with places given back, mistakes at the gate, late corrections and people who moved, is reported as it was done', async () => {
  await expect(simulation.run(2, saySeed())).resolves.toContain('agree');
});
