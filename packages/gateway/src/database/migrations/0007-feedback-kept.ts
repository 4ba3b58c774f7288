/** The history of a feedback may go together with the name of its sender, and in no other way. */
export const feedbackKept = {
  id: '0007-feedback-kept',
  statements: [
    `alter table feedback add column erased_at timestamptz
      constraint feedback_erased_whole check (erased_at is null or (handled_at is not null and owner_subject = '' and owner_name = '' and dossier_code is null))`,
    `create or replace function feedback_acts_stay() returns trigger language plpgsql as $$
      begin
        if tg_op = 'DELETE' and exists (select from feedback where code = old.feedback_code and erased_at is not null) then return old; end if;
        raise exception 'feedback_acts is append-only';
      end $$`,
  ],
} as const
