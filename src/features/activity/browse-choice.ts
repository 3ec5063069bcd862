import { create } from 'zustand';
import type { ListActivities } from '../../../types/contract/activity';
import type { Brand, Day, Month } from '../../../types/vocabulary';

/** What somebody looks for among the activities. */
export interface BrowseChoice {
  brand: Brand | undefined;
  /** A month that was turned to; absent: whatever is still to come. */
  month: Month | undefined;
  day: Day | undefined;
  text: string;
}

interface Browse extends BrowseChoice {
  choose: (change: Partial<BrowseChoice>) => void;
}

const ALL: BrowseChoice = { brand: undefined, month: undefined, day: undefined, text: '' };

/** Kept outside the page, so that the home page can open the list on a brand. */
export const useBrowse = create<Browse>((set) => ({ ...ALL, choose: (change) => set(change) }));

/** The question to the server. Text is sought among everything to come, whatever month is shown. */
export function questionOf({ brand, month, day, text }: BrowseChoice): ListActivities {
  const sought = text.trim();
  return {
    ...(brand === undefined ? {} : { brand }),
    ...(sought !== '' ? { text: sought } : day !== undefined ? { day } : month !== undefined ? { month } : {}),
  };
}
