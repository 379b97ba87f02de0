/** A chat model that speaks OpenAI's API and has no mind: it calls the tool it is told to, and repeats what that says. */
import { LLMock, type ChatMessage } from '@copilotkit/aimock';

export interface ChatModel {
	/** The base URL for a credential. */
	url: string;
	/** The names of the tools that it was offered last. */
	tools(): string[];
	close(): Promise<void>;
}

/** The tool to call, and with what, for a question that matches. */
export interface Thought {
	question: RegExp;
	tool: string;
	arguments: object;
}

/** Starts it on a free port. */
export async function startChatModel(thoughts: Thought[]): Promise<ChatModel> {
	const model = new LLMock({ host: '127.0.0.1', port: 0 });
	model.on({ hasToolResult: true }, ({ messages }) => ({ content: textOf(messages.at(-1)) }));
	for (const { question, tool, arguments: values } of thoughts) {
		model.onMessage(question, { toolCalls: [{ name: tool, arguments: JSON.stringify(values) }] });
	}
	await model.start();
	return {
		url: `${model.url}/v1`,
		tools: () => {
			const { body } = model.getLastRequest() ?? {};
			const { tools = [] } = (body ?? {}) as { tools?: { function: { name: string } }[] };
			return tools.map((tool) => tool.function.name);
		},
		close: async () => await model.stop(),
	};
}

function textOf(message: ChatMessage | undefined): string {
	return typeof message?.content === 'string' ? message.content : JSON.stringify(message?.content);
}
