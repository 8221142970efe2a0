import { expect } from 'chai';
import { loginOf } from '../../src/graph/logins.js';

describe('where the tokens for a Graph come from', () => {
  const cases: Record<string, string> = {
    'https://graph.microsoft.com': 'https://login.microsoftonline.com',
    'https://graph.microsoft.us': 'https://login.microsoftonline.us',
    'https://dod-graph.microsoft.us/': 'https://login.microsoftonline.us',
    'https://microsoftgraph.chinacloudapi.cn': 'https://login.chinacloudapi.cn',
    'https://toString': 'https://login.microsoftonline.com',
    'http://127.0.0.1:3000': 'https://login.microsoftonline.com',
  };
  for (const [graph, login] of Object.entries(cases))
    it(`${graph}: ${login}`, () => {
      expect(loginOf(graph)).to.equal(login);
    });
});
