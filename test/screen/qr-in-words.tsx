/** A picture says nothing here: what it would say stands in its place. Imported before what draws one. */
jest.mock('../../src/ui/qr/qr', () => ({
  Qr: ({ text }: { text: string }) => <span data-testid="qr">{text}</span>,
}));
