-- Delivery of stage events. Versions below 1 belong to stage-events, so that a service's own migrations start at 1.

-- One Lamport clock per review. Its row lock also puts the outbox rows of one review in the order of their commits.
create table causal_clock (
    submission_id uuid   primary key,
    value         bigint not null
);

create table outbox (
    position    bigint generated always as identity primary key,
    topic       text        not null,
    message_key text        not null,
    headers     text        not null, -- a JSON object of strings
    payload     bytea       not null,
    created_at  timestamptz not null
);

create table inbox (
    handler     text        not null,
    event_id    uuid        not null,
    received_at timestamptz not null default now(),
    primary key (handler, event_id)
);

create index inbox_age on inbox (received_at);

create table job (
    id            uuid        primary key,
    job_key       text        not null unique, -- submission/round/stage/attempt: never text that two jobs may share
    submission_id uuid        not null,
    stage         text        not null,
    request       bytea       not null, -- the request event, as it came
    traceparent   text,
    state         text        not null check (state in ('waiting', 'running', 'done')),
    tries         int         not null default 0,
    not_before    timestamptz not null,
    lease_owner   text,
    lease_until   timestamptz,
    fence         bigint      not null default 0, -- rises with every claim; a writer with an older one has lost its lease
    created_at    timestamptz not null,
    ended_at      timestamptz
);

create index job_open on job (not_before, created_at) where state <> 'done';

create table job_checkpoint (
    job_id   uuid        not null references job,
    item     text        not null,
    result   text        not null,
    saved_at timestamptz not null default now(),
    primary key (job_id, item)
);

create table artifact (
    digest     text        primary key check (digest ~ '^sha256:[0-9a-f]{64}$'),
    media_type text        not null,
    content    bytea       not null,
    created_at timestamptz not null default now()
);

-- The relay and the workers sleep until they are told; polling is only their safety net.
create function notify_delivery() returns trigger language plpgsql as $$
begin
    perform pg_notify('delivery', tg_table_name);
    return null;
end
$$;

create trigger outbox_written after insert on outbox for each statement execute function notify_delivery();
create trigger job_written after insert on job for each statement execute function notify_delivery();
