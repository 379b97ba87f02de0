/** Rules: what a client owes to Tradecloud, which only its own tests can show. */
import { parts } from '../parts';
import type { Rule } from '../rule';

/** What a client must do, which only its own tests can show. */
export const client: readonly Rule[] = [
	{
		page: 'api/environments.md',
		sentence: 'Production and acceptance have published base URLs',
		evidence: 'documented',
		usedBy: [parts.baseUrls],
		provedBy: 'test/unit/nodes/credential.test.ts',
	},
	{
		page: 'security/encryption.md',
		sentence: 'Only https is spoken',
		evidence: 'documented',
		usedBy: [parts.baseUrls],
		provedBy: 'test/unit/nodes/credential.test.ts',
	},
	{
		page: 'api/rules.md',
		sentence: 'A client makes at most ten requests a second',
		evidence: 'documented',
		usedBy: [parts.pace],
		provedBy: 'test/integration/get.test.ts',
	},
	{
		page: 'api/rules.md',
		sentence: 'After 429, 5xx and a time-out a client tries again, at growing intervals',
		evidence: 'documented',
		usedBy: [parts.retry],
		provedBy: 'test/integration/faultMatrix.test.ts',
	},
	{
		page: 'api/rules.md',
		sentence: 'Identifiers hold no white space',
		evidence: 'documented',
		usedBy: [parts.shape],
		provedBy: 'test/unit/nodes/shape.test.ts',
	},
	{
		page: 'api/rules.md',
		sentence: 'A list holds at most 100 elements; an order, a shipment and a forecast 500 lines',
		evidence: 'documented',
		usedBy: [parts.shape],
		provedBy: 'test/unit/nodes/shape.test.ts',
	},
	{
		page: 'api/rules.md',
		sentence: 'Account numbers must be entered in the portal’s connection first',
		evidence: 'documented',
		usedBy: [parts.explain],
		provedBy: 'test/integration/refusals.test.ts',
	},
	{
		page: 'api/compatibility.md',
		sentence: 'Fields and events may be added at any time, and are passed on',
		evidence: 'documented',
		usedBy: [parts.event],
		provedBy: 'test/integration/trigger.test.ts',
	},
];
