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
  `create table inbox (
     id text primary key, lane text not null, place integer not null, door text not null, sealed text not null,
     received_at integer not null, tries integer not null, answering integer not null, done_at integer);
   create index inbox_lane on inbox (lane, place);
   create table lane (name text primary key, owner text not null, held_until integer not null);`,
  `alter table confirmation add column approval text;
   alter table confirmation add column approver text;
   alter table confirmation add column approver_role text;
   create unique index confirmation_approval on confirmation (approval);
   alter table conversation_reference add column person text;
   alter table conversation_reference add column personal integer;
   alter table conversation_reference add column approves integer;
   create table approval_card (
     id text primary key, offer text not null, conversation text not null, person text not null, audience text not null,
     activity text, told integer not null, failed integer not null, due_at integer not null, tries integer not null);
   create index approval_card_offer on approval_card (offer);`,
  `alter table trail rename to trail_before;
   drop index trail_at;
   create table trail (
     seq integer primary key, at integer, event text, actor text, about text, tenant text, channel text, role text,
     account text, ability text, decision text, outcome text, reason text, count integer, stripe_request text,
     coupon text, recognised_by text, model text, tokens integer, latency integer, since_at integer, until_at integer,
     correlation text, salt text, prev text not null, digest text not null, hash text not null);
   create index trail_at on trail (at);
   create table person (pseudonym text primary key, mark text not null unique, sealed text not null);
   create table trail_checkpoint (
     kind text not null, seq integer not null, until_seq integer not null, hash text not null, count integer not null,
     at integer not null, mac text not null, primary key (kind, seq));
   create table trail_hold (
     number integer primary key, since_at integer not null, until_at integer not null, put_at integer not null,
     lifted_at integer);`,
  `alter table bot_state add column seen_at integer not null default 0;
   alter table channel_ability add column learnt_at integer not null default 0;`,
  `create table direct_line_talk (
     id text primary key, opened_at integer not null, used_at integer not null, sealed text not null);
   create index direct_line_talk_used on direct_line_talk (used_at);
   create table direct_line_activity (
     conversation text not null, place integer not null, id text not null, kind text not null, said_at integer not null,
     told_at integer not null, replaces integer not null, sealed text not null, primary key (conversation, place));
   create index direct_line_activity_id on direct_line_activity (conversation, id, place);`,
  `create table delivery (
     id text primary key, request text not null, state text not null, status integer not null, sealed text not null,
     answer text not null, accepted_at integer not null, held_until integer not null, tries integer not null);
   create index delivery_owed on delivery (state, held_until);`,
  `create index inbox_waiting on inbox (lane, place) where done_at is null;
   create index inbox_done on inbox (done_at);
   alter table confirmation add column recover_at integer;
   alter table confirmation add column card text;`,
];
