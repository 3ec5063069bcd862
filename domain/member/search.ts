import { gramsOf } from '../search/grams';

/** The last digits of a phone, as somebody is asked for them. */
export const PHONE_TAIL = /^\d{4}$/;

/** By which staff find a member. It stands in the member document alone, since it tells the name. */
export interface SearchFields {
  grams: string[];
  phoneTail: string;
}

export function searchFields({ name, phone }: { name: string; phone: string }): SearchFields {
  return { grams: gramsOf(name), phoneTail: phone.slice(-4) };
}
