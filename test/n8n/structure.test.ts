import { expect } from 'chai';
import { shippedWorkflows } from '../../scripts/n8n/shipped.js';
import { written } from '../../scripts/n8n/written.js';
import { boxOf, shipped, shippedNames, shippedText, type WorkflowFile } from './shippedFiles.js';
import { faultsOf } from './structureRules.js';

describe('the workflows that are shipped', () => {
  const made = shippedWorkflows();

  it('are these four', () => {
    expect(shippedNames().sort()).to.deep.equal(Object.keys(made).sort()).and.to.have.length(4);
  });

  for (const [name, workflow] of Object.entries(made)) {
    it(`have no fault: ${name}`, () => {
      expect(faultsOf(shipped(name))).to.deep.equal([]);
    });

    it(`are what npm run n8n makes of the bot's own lists: ${name}`, () => {
      expect(shippedText(name), 'run npm run n8n -- shipped').to.equal(written(workflow));
    });
  }

  it('have ids and addresses of their own', () => {
    const files = shippedNames().map(shipped);
    expect(new Set(files.map(({ id }) => id)).size).to.equal(4);
    const paths = files.flatMap(({ nodes }) => nodes.flatMap(({ parameters }) => parameters.path ?? []));
    expect(paths.sort()).to.deep.equal(['tillkeeper-openrouter', 'tillkeeper-stripe-main']);
  });
});

/** Something that is done to a workflow, and what must be said of it. */
type Injected = readonly [what: string, change: (file: WorkflowFile) => void, said: string];

const inBox =
  (name: string, values: Readonly<Record<string, unknown>>) =>
  (file: WorkflowFile): void =>
    void Object.assign(boxOf(file, name).parameters, values);
const beside =
  (name: string, values: Readonly<Record<string, unknown>>) =>
  (file: WorkflowFile): void =>
    void Object.assign(boxOf(file, name), values);
const line =
  (from: string, to: string) =>
  (file: WorkflowFile): void => {
    file.connections[from] = { main: [[{ node: to, type: 'main', index: 0 }]] };
  };
const script =
  (line: string) =>
  (file: WorkflowFile): void => {
    const box = boxOf(file, 'Check request');
    box.parameters.jsCode = `${line}\n${String(box.parameters.jsCode)}`;
  };

const ofGateway: readonly Injected[] = [
  ['is active', (file) => Object.assign(file, { active: true }), 'is active'],
  [
    'keeps what succeeds',
    ({ settings }) => Object.assign(settings, { saveDataSuccessExecution: 'all' }),
    'keeps data: saveDataSuccessExecution',
  ],
  [
    'keeps what fails',
    ({ settings }) => void delete settings.saveDataErrorExecution,
    'keeps data: saveDataErrorExecution',
  ],
  ['has an open door', inBox('Webhook', { authentication: 'none' }), 'Webhook lets everybody in'],
  [
    'answers at once',
    inBox('Webhook', { responseMode: 'onReceived' }),
    'Webhook does not wait for the answer',
  ],
  [
    'sends no body',
    inBox('Stripe', { sendBody: '={{ $json.method === "POST" }}' }),
    'Stripe would drop its body',
  ],
  [
    'fails on an error of Stripe’s',
    inBox('Stripe', { options: { timeout: 1 } }),
    'Stripe loses an answer that is an error',
  ],
  ['asks Stripe twice', beside('Stripe', { retryOnFail: true }), 'Stripe asks twice'],
  [
    'hides that Stripe is down',
    beside('Stripe', { onError: 'continueRegularOutput' }),
    'Stripe hides a failure',
  ],
  [
    'names a credential',
    beside('Stripe', { credentials: { stripeApi: { id: '1', name: 'mine' } } }),
    "Stripe names a credential of somebody's n8n",
  ],
  [
    'has a box of another version',
    beside('Stripe', { typeVersion: 4.5 }),
    'Stripe: n8n-nodes-base.httpRequest 4.5 was never tried',
  ],
  ['asks without the check', line('Settings', 'Stripe'), 'Stripe is reached without the check'],
  ['gives everything away', line('Stripe', 'Answer'), 'Stripe gives its answer away whole'],
  ['has a box that nothing leads to', line('Stripe', 'Refuse'), 'Answer is never reached'],
  ['has a line to nowhere', line('Stripe', 'Nobody'), 'a line ends at Nobody, which is not there'],
  [
    'does not answer',
    (file) => void delete file.connections['Keep allowed'],
    'Keep allowed ends without an answer',
  ],
  ['holds a key', script(`const key = 'rk_${'test'}_51Habcdef';`), 'holds what looks like a key'],
  [
    'reads the environment',
    script('const base = $env.STRIPE;'),
    'reads the environment, which n8n does not let it',
  ],
  ['wants a package', script("const crypto = require('crypto');"), 'needs what a Code box does not have'],
  [
    'has a box twice',
    (file) => void file.nodes.push(structuredClone(boxOf(file, 'Refuse'))),
    'Refuse is there twice',
  ],
];

const ofTrigger: readonly Injected[] = [
  ['asks once only', beside('Ask Tillkeeper', { retryOnFail: false }), 'Ask Tillkeeper asks once only'],
  [
    'takes a refusal for an answer',
    inBox('Ask Tillkeeper', {
      options: {
        redirect: { redirect: { followRedirects: false } },
        timeout: 1,
        response: { response: { fullResponse: true, neverError: true } },
      },
    }),
    'Ask Tillkeeper takes a refusal for an answer',
  ],
  [
    'follows redirects',
    inBox('Ask Tillkeeper', { options: {} }),
    'Ask Tillkeeper follows redirects or waits for ever',
  ],
];

describe('a fault in a workflow', () => {
  const all = [
    ...ofGateway.map((one) => ['tillkeeper-stripe-main.json', one] as const),
    ...ofTrigger.map((one) => ['tillkeeper-daily-summary.json', one] as const),
  ];
  for (const [name, [what, change, said]] of all) {
    it(`is seen: one that ${what}`, () => {
      const file = shipped(name);
      change(file);
      expect(faultsOf(file)).to.include(said);
    });
  }
});
