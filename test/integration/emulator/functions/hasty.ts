/** The same as `probe`, with a time limit of two seconds. */
export { main } from './probe';
