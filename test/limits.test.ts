import { expect } from 'chai';
import { createLimits } from '../src/limits.js';

describe('limits', () => {
  const settings = {
    messagesPerMinute: 3,
    modelCallsPerMinute: 2,
    modelCallsPerTenantPerMinute: 3,
    modelTokensPerDay: 100,
  };
  const times = async (count: number, ask: () => Promise<boolean>) =>
    await Promise.all(Array.from({ length: count }, ask));
  const allowed = (answers: boolean[]) => answers.filter(Boolean).length;

  it('let a person send so many messages a minute, and each person their own', async () => {
    const limits = createLimits(settings);
    expect(allowed(await times(1000, () => limits.message('a')))).to.equal(3);
    expect(await limits.message('b')).to.equal(true);
  });

  it('let a person and a tenant make so many model calls', async () => {
    const limits = createLimits(settings);
    expect(allowed(await times(1000, () => limits.modelCall('a', 't')))).to.equal(2);
    expect(allowed(await times(1000, () => limits.modelCall('b', 't')))).to.equal(1);
    expect(await limits.modelCall('c', 'other')).to.equal(true);
  });

  it('let nobody ask the model once the day’s tokens are spent', async () => {
    const limits = createLimits(settings);
    await limits.spend(99);
    expect(await limits.modelCall('a', 't')).to.equal(true);
    await limits.spend(1);
    expect(await limits.modelCall('b', 'u')).to.equal(false);
  });
});
