import type { BenefitFaults, BenefitForm } from './benefit-form';

export interface PartProps {
  form: BenefitForm;
  faults: BenefitFaults;
  /** Published already: what it is stays. */
  fixed: boolean;
  fill: (change: Partial<BenefitForm>) => void;
}

/** Fields that hold just what is typed. */
type TypedName =
  | 'title'
  | 'tagline'
  | 'description'
  | 'terms'
  | 'price'
  | 'stock'
  | 'perPerson'
  | 'quotaEach'
  | 'opensAt'
  | 'closesAt'
  | 'useUntil'
  | 'cancelHours';

/** A field at its place in the form: what stands in it, what is wrong with it, and typing fills it. */
export const typed = ({ form, faults, fill }: PartProps, name: TypedName) => ({
  value: form[name],
  fault: faults[name],
  onType: (text: string) => fill({ [name]: text }),
  testId: name,
});
