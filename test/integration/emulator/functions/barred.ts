/** The same as `outside`, deployed without the right to any open API. */
export { main } from './outside';
