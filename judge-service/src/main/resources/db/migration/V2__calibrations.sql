-- How far the jurors agreed with the gold set, and when. What was measured is never changed, and never forgotten.
create function refuse_calibration_change() returns trigger language plpgsql as $$
begin
    raise exception 'rows of % are only ever added', tg_table_name using errcode = 'restrict_violation';
end $$;

create table calibration (
    id         uuid        primary key,
    wish       text        not null, -- JSON: which jurors, and which LLM was asked for
    started_by text        not null,
    started_at timestamptz not null
);

create index calibration_age on calibration (started_at);

-- A calibration without an end runs as long as somebody holds its lock; otherwise whoever ran it is gone.
create table calibration_end (
    id       uuid        primary key references calibration,
    state    text        not null check (state in ('completed', 'failed')),
    reason   text,       -- for people, of a failed one
    result   text,       -- JSON, of a completed one
    ended_at timestamptz not null,
    check ((state = 'completed') = (result is not null)),
    check ((state = 'failed') = (reason is not null))
);

create trigger calibration_is_immutable before update or delete or truncate on calibration
    for each statement execute function refuse_calibration_change();
create trigger calibration_end_is_immutable before update or delete or truncate on calibration_end
    for each statement execute function refuse_calibration_change();
