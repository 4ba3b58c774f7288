/** Tables of the first release. Migrations are never edited once released: a change is a new file. */
export const first = {
  id: '0001-first',
  statements: [
    `create table sessions (
      token_hash text primary key, subject text not null, person jsonb not null,
      expires_at timestamptz not null, created_at timestamptz not null)`,
    `create table sign_in_transactions (
      state_hash text primary key, binding_hash text not null, nonce text not null, code_verifier text not null,
      return_to text not null, page_challenge text not null, page_state text not null, expires_at timestamptz not null)`,
    `create table one_time_codes (
      code_hash text primary key, page_challenge text not null, person jsonb not null, expires_at timestamptz not null)`,
    `create table dossiers (
      code text primary key, agency_code text not null, commune text not null, slug text not null,
      definition_from text not null, definition_sha256 text not null, procedure_code text not null, procedure_name jsonb not null,
      owner_subject text not null, owner_name text not null, owner_personal_id text not null,
      owner_phone text not null, owner_email text not null, assurance smallint not null,
      answers jsonb not null, assisted_by jsonb, locale text not null,
      state smallint not null check (state between 1 and 10),
      fee_lines jsonb not null, fee_vnd bigint not null check (fee_vnd >= 0), fee_basis text not null,
      life_cycle jsonb not null, submitted_at timestamptz not null, due_at timestamptz, due_note text,
      slip_number text unique, received_by text, late_reason text,
      last_step_hash text not null, step_count integer not null, manifest text,
      national_created boolean not null default false, national_steps integer not null default 0)`,
    'create index dossiers_by_owner on dossiers (owner_subject, submitted_at desc)',
    'create index dossiers_by_agency on dossiers (agency_code, submitted_at desc)',
    `create table uploads (
      id text primary key, owner text not null, commune text not null, slug text not null, document_id text not null,
      name text not null, declared_type text not null, size bigint not null, tus jsonb,
      status text not null check (status in ('open', 'stored', 'rejected')), media_type text, sha256 text,
      dossier_code text references dossiers (code), created_at timestamptz not null, stored_at timestamptz)`,
    'create index uploads_not_filed on uploads (owner) where dossier_code is null',
    `create table upload_locks (
      upload_id text primary key, holder text not null, expires_at timestamptz not null, release_requested boolean not null)`,
    `create table attachments (
      dossier_code text not null references dossiers (code), upload_id text not null references uploads (id),
      document_id text not null, sha256 text not null, name text not null, media_type text not null, bytes bigint not null,
      current boolean not null, added_at timestamptz not null, primary key (dossier_code, upload_id))`,
    // The chain cannot fork: one step per sequence number and one successor per hash.
    `create table steps (
      dossier_code text not null references dossiers (code), seq integer not null, kind text not null, at timestamptz not null,
      state smallint not null, by_role text not null, by_name text not null, note text, sealed text not null,
      jws text not null, hash text not null, prev text not null,
      primary key (dossier_code, seq), unique (dossier_code, prev))`,
    `create table payments (
      id text primary key, dossier_code text not null references dossiers (code), provider text not null,
      amount_vnd bigint not null check (amount_vnd > 0), account jsonb not null, reference text not null unique,
      qr_payload text not null, state text not null, paid_vnd bigint not null, ledger jsonb not null, expires_at timestamptz not null, created_at timestamptz not null)`,
    'create index payments_by_dossier on payments (dossier_code, created_at desc)',
    // A transaction of a provider is recorded once, however often it is notified.
    `create table transfers (
      id text primary key, provider text not null, transaction_id text not null, payment_id text references payments (id),
      amount_vnd bigint not null, currency text not null, account_number text not null, content text not null,
      bank_reference text, booked_at timestamptz not null, reasons jsonb not null, needs_clerk boolean not null, recorded_at timestamptz not null,
      unique (provider, transaction_id))`,
    `create table receipts (
      number text primary key, payment_id text not null unique references payments (id), issued_at timestamptz not null,
      amount_vnd bigint not null, payer text not null, transaction_id text not null)`,
    `create table results (
      file_id text primary key, dossier_code text not null references dossiers (code), name text not null,
      sha256 text not null, bytes bigint not null, signed_by text not null, signed_at timestamptz,
      uploaded_by text not null, uploaded_at timestamptz not null, rejected_at timestamptz, unique (dossier_code, sha256))`,
    // No file is the result of two dossiers.
    'create table released_results (sha256 text primary key, dossier_code text not null references dossiers (code))',
    // The answer is kept as text: a repeat is the same to the byte.
    `create table idempotency (
      subject text not null, key text not null, operation text not null, request_hash text not null,
      status integer not null, response text, created_at timestamptz not null, primary key (subject, key))`,
    'create table counters (scope text not null, day text not null, value integer not null, primary key (scope, day))',
    `create table definitions_used (
      sha256 text primary key, slug text not null, effective_from text not null, body text not null, first_used_at timestamptz not null)`,
  ],
} as const
