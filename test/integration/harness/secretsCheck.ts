/** Makes every test a test of secrecy: none may end with a secret seen outside of the store of credentials. */
import { takeSightings, watchForSecrets } from './secrets';

watchForSecrets();

afterEach(() => expect(takeSightings()).toEqual([]));
