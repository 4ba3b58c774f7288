/** Results that are signed with remote keys: files on their way, requests, evidence. */
export const signing = {
  id: '0004-signing',
  statements: [
    // No file is on its way in two dossiers.
    `create table signing_files (
      file_id text primary key, dossier_code text not null references dossiers (code), draft_id text not null,
      stage text not null check (stage in ('draft', 'signed', 'issued')), name text not null, sha256 text not null unique,
      bytes integer not null, pages integer not null, uploaded_by text not null, created_at timestamptz not null, replaced_at timestamptz)`,
    'create index signing_files_by_dossier on signing_files (dossier_code, created_at desc)',
    `create table signing_requests (
      id text primary key, dossier_code text not null references dossiers (code), draft_id text not null, file_id text not null references signing_files (file_id),
      file_sha256 text not null, act text not null check (act in ('sign', 'issue')), subject text not null, agency_code text not null,
      state text not null, protocol text not null, certificate_chain jsonb not null, algorithm text not null, signed_at timestamptz not null,
      hashes jsonb not null, service_id text, signatures jsonb not null, result_sha256 text, failure text,
      expires_at timestamptz not null, asked_at timestamptz, created_at timestamptz not null, updated_at timestamptz not null)`,
    // One request at a time, and none twice for one act.
    `create unique index signing_requests_open on signing_requests (dossier_code) where state in ('preparing', 'waiting', 'embedding', 'verified')`,
    `create unique index signing_requests_recorded on signing_requests (draft_id, act) where state = 'recorded'`,
    'create index signing_requests_by_dossier on signing_requests (dossier_code, created_at desc)',
    `create table signing_evidence (
      draft_id text not null, act text not null check (act in ('approve', 'sign', 'issue')), dossier_code text not null references dossiers (code),
      request_id text not null references signing_requests (id), at timestamptz not null, by_name text not null, thumbprint text not null,
      file_sha256 text not null, result_sha256 text, jws text not null, hash text not null, primary key (draft_id, act))`,
  ],
} as const
