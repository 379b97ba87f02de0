/** Executes the chosen operation for all input items, one job after another. */
import { NodeOperationError } from 'n8n-workflow';
import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import {
	credentialName,
	generations,
	type ApiVersion,
	type TradecloudCredential,
} from '../model/credential';
import { titleOf } from '../model/names';
import { forEditor } from '../transport/explain';
import { asNodeError, failedItem, linksOf, requireNoObstacle, stopped } from './failed';
import type { Job, Operation, Output } from './operation';
import { patienceOf } from './options';
import { remembered } from './remembered';
import { operationOf } from './router';
import { goesOn } from './tool';

/** What is to be done. */
interface Work {
	operation: Operation;
	credential: TradecloudCredential;
	jobs: Job[];
}

/**
 * Each input item leaves the node once. Where the user chose to go on, what does not succeed does so as an
 * error, also what does not succeed for all items before any of them: n8n would let those pass as they came.
 */
export async function execute(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	try {
		return [await outputOf(context, await workOf(context))];
	} catch (thrown) {
		const error = asNodeError(context, thrown);
		if (!goesOn(context)) throw forEditor(error);
		return [jobsOfItems(context).map((job) => failedItem(context, error, job))];
	}
}

async function workOf(context: IExecuteFunctions): Promise<Work> {
	const operation = chosenOperation(context);
	const credential = await context.getCredentials<TradecloudCredential>(credentialName);
	requireApiVersion(context, operation, credential.apiVersion);
	const jobs = operation.jobs?.(context) ?? jobsOfItems(context);
	if (!goesOn(context)) requireNoObstacle(context, jobs);
	return { operation, credential, jobs };
}

function jobsOfItems(context: IExecuteFunctions): Job[] {
	return context.getInputData().map((_, item) => ({ items: [item] }));
}

async function outputOf(context: IExecuteFunctions, work: Work): Promise<INodeExecutionData[]> {
	const { operation, jobs } = work;
	const input = context.getInputData();
	const output: INodeExecutionData[] = [];
	for (const job of jobs) {
		try {
			const results = await remembered(input[job.items[0]], () => resultsOf(context, work, job));
			for (const result of results) output.push({ ...result, pairedItem: linksOf(job) });
		} catch (thrown) {
			const error = asNodeError(context, thrown, job);
			if (!goesOn(context)) throw stopped(error, operation, jobs, job);
			output.push(failedItem(context, error, job));
		}
	}
	return output;
}

async function resultsOf(
	context: IExecuteFunctions,
	{ operation, credential }: Work,
	job: Job,
): Promise<Output[]> {
	if (job.obstacle) throw job.obstacle;
	const caller = { context, credential, itemIndex: job.items[0] };
	return await operation.execute({ ...caller, patience: patienceOf(caller) }, job);
}

function chosenOperation(context: IExecuteFunctions): Operation {
	const resource = context.getNodeParameter('resource', 0);
	const name = context.getNodeParameter('operation', 0);
	const operation = operationOf(resource, name);
	if (operation) return operation;
	throw new NodeOperationError(
		context.getNode(),
		`The Tradecloud node has no operation '${name}' for the resource '${resource}'`,
		{ description: 'Choose the resource and the operation again, or update the package.' },
	);
}

function requireApiVersion(
	context: IExecuteFunctions,
	{ value, apiVersions = ['v2'] }: Operation,
	apiVersion: ApiVersion,
): void {
	if (apiVersions.includes(apiVersion)) return;
	throw new NodeOperationError(
		context.getNode(),
		`'${titleOf(value)}' exists only in ${generations[apiVersions[0]]}, and the credential is one of ${generations[apiVersion]}`,
		{ description: 'Choose another operation, or another Tradecloud API credential.' },
	);
}
