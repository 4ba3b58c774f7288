/** Appointments and tickets of the waiting room. */
export const appointments = {
  id: '0003-appointments',
  statements: [
    `create table appointments (
      code text primary key, commune text not null, agency_code text not null, kind text not null check (kind in ('booked', 'walk-in')),
      slug text, procedure_name jsonb, owner_subject text, owner_name text,
      day text not null, "time" text, counter text, ticket text not null, priority text,
      state text not null check (state in ('booked', 'arrived', 'called', 'served', 'no-show', 'cancelled')),
      calls integer not null default 0, created_at timestamptz not null, arrived_at timestamptz, called_at timestamptz, ended_at timestamptz,
      unique (commune, day, ticket))`,
    'create index appointments_by_owner on appointments (owner_subject, day) where owner_subject is not null',
    // A counter calls one at a time, however many officers press.
    `create unique index appointments_at_counter on appointments (commune, day, counter) where state = 'called'`,
    // Capacity: a place that is taken is a row, so that two cannot have it.
    `create table appointment_places (
      commune text not null, day text not null, "time" text not null, counter text not null, seat integer not null,
      appointment_code text not null references appointments (code) on delete cascade deferrable initially deferred,
      primary key (commune, day, "time", counter, seat))`,
    'create index appointment_places_by_code on appointment_places (appointment_code)',
  ],
} as const
