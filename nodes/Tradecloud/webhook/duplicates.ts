/** A bounded memory of the messages that came already. */
import type { IDataObject } from 'n8n-workflow';

const remembered = 1_000;

/** Whether a message is in the memory; one that is not is remembered from now on. */
export function isDuplicate(memory: IDataObject, messageId: string): boolean {
	const messageIds = Array.isArray(memory.messageIds) ? (memory.messageIds as string[]) : [];
	if (messageIds.includes(messageId)) return true;
	memory.messageIds = [...messageIds, messageId].slice(-remembered);
	return false;
}
