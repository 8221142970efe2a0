import type { Workflow } from '../../../scripts/n8n/nodes.js';

/** A workflow of somebody else's: what it is asked for it wants from Tillkeeper, and hands on what comes back. */
export function callerOf(onDemand: Workflow) {
  const box = (name: string, type: string, typeVersion: number, parameters: object, at: number) => ({
    id: `caller-${at}`,
    name,
    type: `n8n-nodes-base.${type}`,
    typeVersion,
    position: [at * 200, 0],
    parameters,
    ...(type === 'webhook' ? { webhookId: 'caller' } : {}),
  });
  const to = (node: string) => ({ main: [[{ node, type: 'main', index: 0 }]] });
  const wanted = ['task', 'account', 'conversation', 'count', 'days'];
  const value = Object.fromEntries(wanted.map((name) => [name, `={{ $json.body.${name} }}`]));
  return {
    id: 'caller0000000001',
    name: 'Somebody else',
    active: false,
    nodes: [
      box(
        'Webhook',
        'webhook',
        2.1,
        { httpMethod: 'POST', path: 'caller', responseMode: 'lastNode', options: {} },
        0,
      ),
      box(
        'Tillkeeper',
        'executeWorkflow',
        1.2,
        {
          source: 'database',
          workflowId: { __rl: true, mode: 'id', value: onDemand.id },
          workflowInputs: { mappingMode: 'defineBelow', value, matchingColumns: [], schema: [] },
          options: { waitForSubWorkflow: true },
        },
        1,
      ),
    ],
    connections: { Webhook: to('Tillkeeper') },
    settings: { executionOrder: 'v1' },
    pinData: {},
  };
}
