import type { ReactNode } from 'react';
import type { Registration } from '../../../types/contract/registration';

/**
 * Draws the button by which somebody asks to be told of changes outside the app. The page composes it in, since
 * messages are an area of their own; what it asks consent for depends on what the registration waits for.
 */
export type BeTold = (registration: Registration) => ReactNode;
