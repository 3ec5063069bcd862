import type { Calendar } from './calendar';
import { chanceOf } from './chance';
import { ENTERPRISES, NEW_FORM_ENTERPRISES } from './enterprises';
import { nameBy } from './names';
import type { Person } from './person';

/** Members who hold the places that the demo shows as taken: twelve of each enterprise. */
const EACH = 12;

export function crowdOf(cal: Calendar): Person[] {
  const chance = chanceOf('crowd');
  return Array.from({ length: EACH * ENTERPRISES.length }, (_, at) => {
    const enterpriseId = ENTERPRISES[at % ENTERPRISES.length]?._id ?? '';
    return {
      openid: `crowd-${String(at + 1).padStart(4, '0')}`,
      name: nameBy(chance),
      phone: `1380002${String(at + 1).padStart(4, '0')}`,
      enterpriseId,
      employment: NEW_FORM_ENTERPRISES.includes(enterpriseId) ? ('new-form' as const) : ('employee' as const),
      onRoster: true,
      askedAt: cal.at(-300 - chance.below(400), '10:00') + chance.below(8 * 3_600_000),
    };
  });
}

/** One of any number of members for load: `load-000001` and so on, spread over the enterprises. */
export function loadMember(cal: Calendar, index: number): Person {
  const enterpriseId = ENTERPRISES[index % ENTERPRISES.length]?._id ?? '';
  return {
    openid: `load-${String(index).padStart(6, '0')}`,
    name: nameBy(chanceOf(`load ${index}`)),
    phone: `199${String(index).padStart(8, '0')}`,
    enterpriseId,
    employment: NEW_FORM_ENTERPRISES.includes(enterpriseId) ? 'new-form' : 'employee',
    onRoster: true,
    askedAt: cal.at(-200, '10:00') + index,
  };
}
