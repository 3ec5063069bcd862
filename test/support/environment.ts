import { TestEnvironment as NodeEnvironment } from 'jest-environment-node';
import { Shelf } from './emulators';

/** One for all files that this process runs: the module is loaded once, outside of what is made anew for each file. */
const shelf = new Shelf();
process.once('exit', () => shelf.clear());

export default class extends NodeEnvironment {
  constructor(...given: ConstructorParameters<typeof NodeEnvironment>) {
    super(...given);
    Object.assign(this.global, { shelf });
  }
}
