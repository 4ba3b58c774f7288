/** Ratings, feedback with a history that nothing can change, and the due time as it stood after each step. */
export const feedback = {
  id: '0002-feedback',
  statements: [
    // A dossier's due time moves when its clock has stood still; what a month published must be computable later.
    'alter table steps add column due_at timestamptz',
    'create index steps_by_kind on steps (kind, at)',
    `create table ratings (
      dossier_code text primary key references dossiers (code), level text not null, reasons jsonb not null, comment text,
      rated_at timestamptz not null, changed_at timestamptz not null)`,
    'create index ratings_by_time on ratings (rated_at)',
    `create table feedback (
      code text primary key, agency_code text not null, dossier_code text references dossiers (code),
      owner_subject text not null, owner_name text not null, kind text not null check (kind in ('complaint', 'suggestion')),
      state text not null, received_at timestamptz not null, refuse_by timestamptz, ask_by timestamptz, handle_by timestamptz,
      publish_by timestamptz, handled_at timestamptz, act_count integer not null)`,
    'create index feedback_by_owner on feedback (owner_subject, received_at desc)',
    'create index feedback_by_agency on feedback (agency_code, received_at desc)',
    `create table feedback_acts (
      feedback_code text not null references feedback (code), seq integer not null, kind text not null, at timestamptz not null,
      by_role text not null check (by_role in ('citizen', 'officer')), by_name text not null, words text,
      primary key (feedback_code, seq))`,
    `create function feedback_acts_stay() returns trigger language plpgsql as $$
      begin raise exception 'feedback_acts is append-only'; end $$`,
    `create trigger feedback_acts_stay before update or delete on feedback_acts
      for each row execute function feedback_acts_stay()`,
  ],
} as const
