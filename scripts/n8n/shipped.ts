import { demoRoles } from '../../src/demo/people.js';
import type { Workflow } from './nodes.js';
import { openRouterGateway } from './openRouterGateway.js';
import { stripeGateway } from './stripeGateway.js';
import { dailySummary, onDemand } from './triggerWorkflows.js';

/** The workflows of the folder n8n, by file name: of the account "main" in test mode, with the usual roles. */
export function shippedWorkflows(): Readonly<Record<string, Workflow>> {
  return {
    'tillkeeper-stripe-main.json': stripeGateway({ account: 'main', mode: 'test', roles: demoRoles }),
    'tillkeeper-openrouter.json': openRouterGateway(),
    'tillkeeper-daily-summary.json': dailySummary(),
    'tillkeeper-on-demand.json': onDemand(),
  };
}
