import { fireEvent, screen } from '@testing-library/react';

/** Types into the field of that test id; what stood there is gone. */
export function type(testId: string, value: string): void {
  fireEvent.change(screen.getByTestId(testId), { target: { value } });
}

export function press(testId: string): void {
  fireEvent.click(screen.getByTestId(testId));
}

/** What stands in the field of that test id. */
export function shows(testId: string): string {
  const field = screen.getByTestId(testId);
  if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) return field.value;
  throw new Error(`${testId} is no field`);
}
