/** All tests share two cores with each other and with the processes they drive: slow is no fault, stuck is. */
jest.setTimeout(60_000);
