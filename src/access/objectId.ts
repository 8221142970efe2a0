/** Whether an id has the form of Entra's object ids, a GUID, in any case. */
export function isObjectId(id: string): boolean {
  return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id);
}
