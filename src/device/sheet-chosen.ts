/** A file that somebody chose, where this device has it. */
export interface SheetChosen {
  path: string;
  name: string;
  bytes: number;
}
