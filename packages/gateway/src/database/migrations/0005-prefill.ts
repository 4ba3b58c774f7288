/** What was asked elsewhere to fill a form in for somebody, and what of it the session vouches for when they file. */
export const prefill = {
  id: '0005-prefill',
  statements: [
    // By the hash of the definition; emptied once the session is over, so that no copy of the population database grows here.
    `alter table sessions add column looked_up jsonb not null default '{}'`,
    // Who was looked up when, for what, and which questions were asked; none of the answers.
    `create table prefill_requests (
      id text primary key, subject text not null, commune text not null, slug text not null, procedure_code text not null,
      purpose text not null, sources jsonb not null, facts jsonb not null, outcome text, asked_at timestamptz not null, answered_at timestamptz)`,
    'create index prefill_requests_by_subject on prefill_requests (subject, asked_at desc)',
  ],
} as const
