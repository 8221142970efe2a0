/** The schema, in numbered steps: a step that has landed is never edited, the next one is added below. */
export const migrations: readonly string[] = [
  `create table bot_state (key text primary key, version integer not null, body text not null);
   create table confirmation (
     id text primary key, state text not null, caller text not null, conversation text not null, channel text not null,
     account text not null, role text not null, terms text not null, coupon text not null, code text,
     issued_at integer not null, lapses_at integer not null, retry_at integer, settled_at integer, reason text);
   create table conversation_reference (conversation text primary key, channel text not null, body text not null, seen_at integer not null);
   create table trail (
     seq integer primary key, at integer not null, event text not null, actor text not null, channel text not null,
     role text not null, account text not null, ability text not null, outcome text not null, reason text,
     count integer, stripe_request text, coupon text, recognised_by text, correlation text not null);
   create index trail_at on trail (at);`,
  `create table expiry (
     id text primary key, conversation text not null, activity text not null, kind text not null,
     due_at integer not null, claimed_until integer not null, tries integer not null);
   create index expiry_due on expiry (due_at);
   create table question (id text primary key, conversation text not null, sealed text not null, forget_at integer not null);
   create table channel_ability (channel text primary key, takes_back integer not null);`,
  `alter table trail add column model text;
   alter table trail add column tokens integer;
   alter table trail add column latency integer;`,
  `create table bound_conversation (name text primary key, sealed text not null, bound_at integer not null);`,
];
