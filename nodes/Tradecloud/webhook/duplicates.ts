/** A bounded memory of the messages that started the workflow, in n8n's static data. */
import type { IDataObject } from 'n8n-workflow';

const remembered = 1_000;

/** Whether a message is in the memory. */
export function isRemembered(memory: IDataObject, messageId: string): boolean {
	return messageIdsIn(memory).includes(messageId);
}

/** Puts a message into the memory, once, and the oldest out when it is full. */
export function remember(memory: IDataObject, messageId: string): void {
	const others = messageIdsIn(memory).filter((other) => other !== messageId);
	memory.messageIds = [...others, messageId].slice(-remembered);
}

function messageIdsIn({ messageIds }: IDataObject): string[] {
	return Array.isArray(messageIds) ? (messageIds as string[]) : [];
}
