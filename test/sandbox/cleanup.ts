/** Closes what a test has opened, also where the test fails: an open server keeps jest from ending. */

interface Closable {
	close(): Promise<void>;
}

const open = new Set<Closable>();

afterEach(async () => {
	await Promise.all([...open].map((thing) => thing.close()));
	open.clear();
});

/** The thing itself, which is closed after the current test; for tests alone. */
export function closedAfterTest<T extends Closable>(thing: T): T {
	open.add(thing);
	return thing;
}
