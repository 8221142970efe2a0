import { expect } from 'chai';
import { only } from './talk.js';
import { openTeams, type Teams, tenant } from './teamsHouse.js';

const ada = '7f2b1d9e-55aa-4a8b-8c63-2c9d1e3f4a5b';

describe('An activity with a proved token', () => {
  let teams: Teams;
  let count = 0;

  before(async () => {
    teams = await openTeams({
      settings: (demo) => ({
        ...demo,
        people: [...demo.people, { tenant, user: ada, roles: ['analyst', 'marketing'], accounts: ['main'] }],
      }),
    });
  });
  after(async () => await teams.close());

  const inTeams = {
    channelId: 'msteams',
    from: { id: '29:ada', aadObjectId: ada.toUpperCase() },
    conversation: { id: 'a-1', tenantId: tenant, conversationType: 'personal' },
    channelData: { tenant: { id: tenant.toUpperCase() } },
  };
  const post = async (more: object) => {
    count += 1;
    const activity = {
      type: 'message',
      id: `kind-${count}`,
      serviceUrl: teams.channel.url,
      recipient: { id: '28:bot' },
      ...inTeams,
      ...more,
    };
    const response = await fetch(`${teams.house.url}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: teams.bearer },
      body: JSON.stringify(activity),
    });
    const answer = { status: response.status, text: await response.text() };
    await teams.house.app.idle();
    return answer;
  };
  const readsOf = () => teams.house.stripe.requests.length;
  const couponsOf = () => teams.house.stripe.data('acct_demo_main')?.coupons.length;
  const talk = () =>
    teams.channel.talk(teams.house, '29:ada', {
      ...inTeams,
      conversation: { ...inTeams.conversation, id: `a-${count}` },
    });

  it('is answered by its person’s rights: the control of all that follows', async () => {
    const charges = only('charges', await talk().say('last 10 charges'));
    expect(charges.text).to.contain('10');
    expect(readsOf()).to.be.above(0);
  });

  for (const channelId of ['directline', 'webchat', 'emulator'])
    for (const from of ['admin', 'dl_admin', '29:ada'])
      it(`is nobody’s on the channel ${channelId}, though it says it is from ${from} of our portal`, async () => {
        const before = readsOf();
        const person = { id: from, aadObjectId: ada, name: 'admin', role: 'admin' };
        const answered = await teams.channel
          .talk(teams.house, from, {
            channelId,
            from: person,
            conversation: { id: `portal-${channelId}-${from.replace(':', '-')}` },
            channelData: { tillkeeper: { portal: 'demo' }, tenant: { id: tenant } },
          })
          .say('last 10 charges');
        expect(readsOf()).to.equal(before);
        expect(answered.map(({ name }) => name)).to.deep.equal(['notice']);
      });

  for (const deliveryMode of ['expectReplies', 'ephemeral', 'notification', 'EXPECTREPLIES', 7]) {
    it(`is answered in its conversation, whatever delivery it asks for: ${deliveryMode}`, async () => {
      const before = teams.channel.sent.length;
      const answer = await post({ text: 'what is our balance?', deliveryMode });
      expect(answer).to.deep.equal({ status: 200, text: '' });
      const sent = teams.channel.sent.slice(before).map(({ body }) => body);
      expect(sent.filter((body) => body.includes('tillkeeper.balance'))).to.have.length(1);
    });
  }

  const invokes: [name: string, value: unknown][] = [
    ['adaptiveCard/action', undefined],
    ['adaptiveCard/action', { action: null }],
    ['adaptiveCard/action', { action: { type: 'Action.Execute', verb: 'x', data: {} } }],
    [
      'adaptiveCard/action',
      { action: { type: 'Action.Submit', data: { tillkeeper: { act: 'ask', text: 'last 10 charges' } } } },
    ],
    ['task/fetch', { data: { tillkeeper: { act: 'ask', text: 'last 10 charges' } } }],
    ['task/submit', {}],
    ['composeExtension/query', { commandId: 'x', parameters: [] }],
    ['composeExtension/submitAction', undefined],
    ['composeExtension/queryLink', { url: 'http://169.254.169.254/' }],
    ['fileConsent/invoke', { action: 'accept', uploadInfo: { uploadUrl: 'https://evil.example/' } }],
    ['fileConsent/invoke', null],
    ['actionableMessage/executeAction', undefined],
    ['signin/verifyState', { state: '123456' }],
    ['signin/tokenExchange', { id: '1', token: 'x' }],
    ['application/search', { kind: 'search' }],
    ['message/submitAction', { actionName: 'feedback', actionValue: { reaction: 'like' } }],
    ['message/fetchTask', {}],
    ['tab/fetch', {}],
    ['config/fetch', {}],
    ['__proto__', {}],
    ['', {}],
  ];
  for (const [name, value] of invokes)
    it(`that is an invoke reads and writes nothing: ${name} ${JSON.stringify(value)}`, async () => {
      const before = [readsOf(), couponsOf(), teams.channel.sent.length];
      const { status, text } = await post({ type: 'invoke', name, value });
      expect([status, text]).to.deep.equal([501, '']);
      expect([readsOf(), couponsOf(), teams.channel.sent.length]).to.deep.equal(before);
    });

  it('that is an invoke presses no button of a card', async () => {
    const before = couponsOf();
    const mine = talk();
    const review = only('couponReview', await mine.say('create a 15% off coupon, expiring in 30 days'));
    const button = review.buttons.find(({ title }) => /create/i.test(title));
    expect(button).to.not.equal(undefined);
    const conversation = { ...inTeams.conversation, id: mine.conversation };
    const action = { type: 'Action.Execute', verb: 'coupon.create', data: button?.data };
    await post({ type: 'invoke', name: 'adaptiveCard/action', value: { action }, conversation });
    await post({ type: 'invoke', name: 'task/submit', value: { data: button?.data }, conversation });
    expect(couponsOf()).to.equal(before);
    await mine.press(review, button?.title ?? '');
    expect(couponsOf()).to.equal((before ?? 0) + 1);
  });

  const text = 'last 10 charges';
  const kinds: [type: string, more: object][] = [
    ['event', { name: 'continueConversation', text }],
    ['event', { name: 'CreateConversation', value: { text } }],
    ['event', { name: 'application/vnd.microsoft.meetingStart', value: {} }],
    ['event', { name: 'application/vnd.microsoft.readReceipt', value: {} }],
    ['typing', { text }],
    ['messageUpdate', { text, channelData: { ...inTeams.channelData, eventType: 'editMessage' } }],
    ['messageDelete', { text, channelData: { ...inTeams.channelData, eventType: 'softDeleteMessage' } }],
    ['messageReaction', { reactionsAdded: [{ type: 'like' }] }],
    ['installationUpdate', { action: 'add' }],
    ['installationUpdate', { action: 'remove' }],
    ['conversationUpdate', { channelData: { ...inTeams.channelData, eventType: 'teamDeleted' } }],
    ['endOfConversation', { text }],
    ['handoff', { text }],
    ['trace', { text }],
    ['command', { name: 'x', text }],
    ['commandResult', { name: 'x', text }],
    ['delay', { value: 60_000 }],
    ['invokeResponse', { value: { status: 200, body: text } }],
    ['contactRelationUpdate', { action: 'add' }],
    ['Message ', { text }],
    ['__proto__', { text }],
  ];
  for (const [type, more] of kinds)
    it(`of the kind ${type} asks nothing of Stripe: ${JSON.stringify(more)}`, async () => {
      const before = [readsOf(), couponsOf(), teams.channel.sent.length];
      const answer = await post({ type, ...more });
      expect(answer).to.deep.equal({ status: 200, text: '' });
      expect([readsOf(), couponsOf(), teams.channel.sent.length]).to.deep.equal(before);
    });
});
