import { readFileSync } from 'node:fs';

/** The settings file as it lies there: parsed JSON, none at all, or why it cannot be read. */
export type FileRead =
  | { kind: 'none' }
  | { kind: 'read'; content: unknown }
  | { kind: 'fault'; sentence: string };

/** Reads the file that SETTINGS_FILE names, or `settings.json` where there is one. A named file must be there. */
export function readSettingsFile(named: string | undefined, usual = 'settings.json'): FileRead {
  const path = named ?? usual;
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    const gone = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    if (gone && named === undefined) return { kind: 'none' };
    const why = gone ? 'which is not there' : 'which cannot be read';
    const sentence = named
      ? `SETTINGS_FILE names ${named}, ${why}. Put a readable file there or remove the setting.`
      : `${path} is there, but cannot be read. Check that it is a file and who may read it.`;
    return { kind: 'fault', sentence };
  }
  return parsed(text, path);
}

/** Only an object is settings: `null` must not pass for "no file", which would start the demo. */
function parsed(text: string, path: string): FileRead {
  try {
    const content: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    if (typeof content === 'object' && content !== null) return { kind: 'read', content };
  } catch {}
  return {
    kind: 'fault',
    sentence: `${path} is not a JSON object that can be read. Compare it with settings.example.json.`,
  };
}
