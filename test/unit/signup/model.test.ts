import { simulation as queue } from '../../simulate/queue';
import { simulation as signUp } from '../../simulate/sign-up';
import { saySeed } from '../../support/seed';

test('whatever members do in whatever order, the pool says what a plain list of registrations says', async () => {
  await expect(signUp.run(200, saySeed())).resolves.toContain('200 activities');
});

test('whoever comes, waits, accepts or lets go: places, order and offers are those of a list of people', async () => {
  await expect(queue.run(100, saySeed())).resolves.toContain('100 activities');
});
