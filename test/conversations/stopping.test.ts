import { expect } from 'chai';
import { inEachDatabase } from '../store/databases.js';
import { type Channel, openChannel } from './connectorTalk.js';
import { type Ground, openGround, until } from './ground.js';
import { type House, openHouse } from './house.js';

const lookUp = { method: 'GET', path: '/v1/coupons' } as const;

inEachDatabase('a process that is told to stop', (kind) => {
  let ground: Ground;
  let house: House;
  let channel: Channel;
  beforeEach(async () => {
    ground = await openGround(kind);
    [house, channel] = await Promise.all([openHouse({ variables: ground.variables }), openChannel()]);
  });
  afterEach(async () => {
    await channel.close();
    await ground.drop();
  });

  it('is not ready at once, ends the turn under way, and leaves what waits to the next one', async () => {
    let release = () => {};
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    house.stripe.queueFault({ ...lookUp, kind: 'wait', until: released });
    const here = { url: house.url, app: { idle: async () => {} } };
    const talk = channel.talk(here, 'admin', { conversation: { id: 'stopping' } });
    const answers = (id: string) => channel.sent.filter(({ path }) => path.includes(`/activities/${id}#`));
    await talk.send({ id: 'under-way', text: 'list coupons' });
    await until(() => house.stripe.requests.some(({ path }) => path === lookUp.path));
    await talk.send({ id: 'waits', text: 'help' });
    const closed = house.app.close();
    expect((await fetch(`${house.url}/readyz`)).status).to.equal(503);
    await talk.send({ id: 'comes-late', text: 'help' });
    release();
    await closed;
    expect(answers('under-way').some(({ body }) => body.includes('tillkeeper.coupons'))).to.equal(true);
    expect([...answers('waits'), ...answers('comes-late')]).to.deep.equal([]);
    const next = await openHouse({ variables: ground.variables });
    await next.app.work();
    await next.app.idle();
    for (const id of ['under-way', 'waits', 'comes-late'])
      expect(answers(id).filter(({ body }) => body.includes('attachments'))).to.have.lengthOf(1);
    await next.close();
    await Promise.all([house.stripe.close(), house.openRouter.close()]);
  });
});
