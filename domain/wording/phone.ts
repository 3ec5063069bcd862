/** `138 0000 1001`: a whole number as one reads it out; anything else as it is. */
export function phoneWord(phone: string): string {
  return phone.replace(/^(\d{3})(\d{4})(\d{4})$/, '$1 $2 $3');
}
