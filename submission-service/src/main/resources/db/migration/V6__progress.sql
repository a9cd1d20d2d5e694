-- Every event of every review, as it was said or heard. Rows are only ever added, and forgotten review by review.
create table review_event (
    id              uuid        primary key,
    -- Rises within a review in the order of commits: whoever adds a row holds the lock of the review's causal clock. A
    -- reader that has seen one position will never find an earlier one later.
    position        bigint      not null unique generated always as identity,
    submission_id   uuid        not null references submission,
    workflow_run_id uuid        not null,
    round           integer     not null check (round >= 1),
    stage           text        not null,
    attempt         integer     not null,
    event           text        not null,
    severity        text        not null,
    sequence        bigint      not null,
    occurred_at     timestamptz not null,
    body            text        not null -- JSON: the event as it travels
);

create index review_event_timeline on review_event (submission_id, sequence, occurred_at, id);
create index review_event_arrival on review_event (submission_id, position);

-- Those who watch a review sleep until they are told; polling is only their safety net.
create trigger review_event_written after insert on review_event
    for each statement execute function notify_delivery();

-- What an agent under review says of itself while the review lasts. Shown, and never part of a decision.
create table agent_context (
    submission_id uuid        primary key references submission,
    body          text        not null, -- JSON: a flat object
    reported_by   text        not null,
    reported_at   timestamptz not null
);
