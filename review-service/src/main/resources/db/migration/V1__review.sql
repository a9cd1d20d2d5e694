-- Every event, as it came. The order of a timeline is (sequence, occurred_at, event_id): causal first.
create table timeline (
    event_id      uuid        primary key,
    submission_id uuid        not null,
    sequence      bigint      not null,
    occurred_at   timestamptz not null,
    stage         text        not null,
    kind          text        not null, -- also of kinds that this version does not know
    severity      text        not null,
    event         text        not null  -- the JSON payload
);

create index timeline_order on timeline (submission_id, sequence, occurred_at, event_id);

-- The fold of a timeline. Only the queue needs columns; the view holds everything.
create table review_case (
    submission_id uuid        primary key,
    state         text        not null,
    waiting_since timestamptz,
    changed_at    timestamptz not null,
    search        text        not null,
    view          text        not null  -- CaseView as JSON
);

create index review_case_queue on review_case (state, waiting_since, changed_at desc);

-- Where an artifact can be fetched. One digest may be served by several services.
create table artifact_source (
    digest     text   not null check (digest ~ '^sha256:[0-9a-f]{64}$'),
    url        text   not null,
    name       text   not null,
    media_type text   not null,
    size       bigint not null,
    primary key (digest, url)
);

-- What people are asked. One row for each escalation, one decision for each row.
create table escalation (
    submission_id   uuid        not null,
    workflow_run_id uuid        not null,
    attempt         int         not null,
    request         text        not null, -- the request event, as it came
    requested_at    timestamptz not null,
    state           text        not null check (state in ('open', 'decided', 'withdrawn')),
    decision        text,
    decided_by      text,
    decided_at      timestamptz,
    primary key (submission_id, workflow_run_id, attempt),
    check ((state = 'decided') = (decided_by is not null and decided_at is not null and decision is not null))
);

create unique index escalation_open on escalation (submission_id) where state = 'open';

-- An attempt is given up once, however many people ask for it.
create table retry_request (
    submission_id   uuid        not null,
    workflow_run_id uuid        not null,
    stage           text        not null,
    attempt         int         not null,
    requested_by    text        not null,
    requested_at    timestamptz not null,
    primary key (submission_id, workflow_run_id, stage, attempt)
);

-- The ledger. All that an entry says is in its text, which is hashed; the other columns only find it.
create table ledger_entry (
    index         bigint primary key check (index >= 0),
    submission_id uuid   not null,
    event_id      uuid   not null unique,
    leaf_hash     text   not null unique check (leaf_hash ~ '^[0-9a-f]{64}$'),
    entry         text   not null -- RFC 8785 canonical JSON
);

create index ledger_entry_submission on ledger_entry (submission_id, index);

create function refuse_ledger_change() returns trigger language plpgsql as $$
begin
    raise exception 'The ledger only grows: % of ledger_entry is refused', tg_op;
end
$$;

create trigger ledger_only_grows before update or delete or truncate on ledger_entry
    for each statement execute function refuse_ledger_change();
