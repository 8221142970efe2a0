import { expect } from 'chai';
import { createConversations } from '../../../src/channels/directLine/conversations.js';

const holder = (conversationId: string) => ({
  portal: 'demo',
  user: { id: 'analyst', name: 'Analyst' },
  conversationId,
  trustedOrigins: [],
});

describe('Open conversations', () => {
  let now = 0;
  const make = () =>
    createConversations(() => new Date(now), { activities: 10, conversations: 2, idle: 1000 });

  it('are made once', () => {
    const conversations = make();
    const { conversation, fresh } = conversations.open(holder('a'));
    expect(fresh).to.equal(true);
    expect(conversations.open(holder('a'))).to.deep.equal({ conversation, fresh: false });
    expect(conversations.find('a')).to.equal(conversation);
    expect(conversations.find('b')).to.equal(null);
  });

  it('lapse when unused, and live on while used', () => {
    now = 0;
    const conversations = make();
    conversations.open(holder('a'));
    now = 900;
    expect(conversations.find('a')).not.to.equal(null);
    now = 1800;
    expect(conversations.find('a')).not.to.equal(null);
    now = 2800;
    expect(conversations.find('a')).to.equal(null);
    expect(conversations.open(holder('a')).fresh).to.equal(true);
  });

  it('give way, the longest unused first, when there are too many', () => {
    now = 0;
    const conversations = make();
    conversations.open(holder('a'));
    conversations.open(holder('b'));
    conversations.find('a');
    conversations.open(holder('c'));
    expect(['a', 'b', 'c'].map((id) => conversations.find(id)?.id)).to.deep.equal(['a', undefined, 'c']);
  });
});
