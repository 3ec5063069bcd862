/** These tests drive processes of their own, which share two cores with everything else: slow is no fault, stuck is. */
jest.setTimeout(60_000);
