import { answeredWith } from './answeredWith.js';
import { startAuthority } from './authority.js';

/** A process of its own: Microsoft's library looks for a managed identity once, and keeps to what it found. */
const names = ['MicrosoftAppId', 'MicrosoftAppType', 'MicrosoftAppTenantId'];
const variables = Object.fromEntries(names.map((name) => [name, process.env[name] ?? '']));
const authority = await startAuthority();
process.send?.(await answeredWith(variables, authority));
authority.close();
process.disconnect();
