/** Files in Tradecloud’s object storage that a rule has uploaded. */
import type { Answer, Client } from './client';
import { answered, textAt } from './look';
import type { World } from './world';

/** What the text of each upload begins with. */
export const content = 'Delivery note of a contract test, which may be deleted.';

/** Uploads a text as a file. */
export async function upload(client: Client, filename: string, text: string): Promise<Answer> {
	const form = new FormData();
	form.append('file', new Blob([text], { type: 'text/plain' }), filename);
	return await client.post('/object-storage/document', form);
}

/** The id of a new file. */
export async function uploaded(world: World, client = world.somebody): Promise<string> {
	const reply = await upload(client, 'note.txt', `${content} ${world.number()}`);
	answered('the upload', reply, 200);
	return textAt(reply.data, 'id');
}

/** What Tradecloud says of a file. */
export async function metadata(client: Client, id: string): Promise<unknown> {
	const reply = await client.get(`/object-storage/document/${id}/metadata`);
	answered('the metadata', reply, 200);
	return reply.data;
}
