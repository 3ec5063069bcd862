import { collections } from './collections';
import type { CloudDeclaration } from './declaration';
import { functions } from './functions';

/** All that a deployment has to set up, once. */
export const cloud: CloudDeclaration = { collections, functions };
