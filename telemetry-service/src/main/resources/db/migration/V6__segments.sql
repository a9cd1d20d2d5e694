-- Offline run directories that are closed: somebody got them, or may have uploaded them. What one held never changes any
-- more, so that everybody who gets it again gets the same; the rows after it belong to the next one. The one that is still
-- open has no row here: it follows from the others.
create table wandb_segment (
    submission_id   uuid        not null references wandb_run,
    number          int         not null, -- from 0
    began_at        timestamptz not null, -- names the directory; never in the same second as another one of the run
    first_line      bigint      not null,
    end_line        bigint      not null, -- the line after the last
    first_step      bigint      not null, -- of line 0

    -- How the run stood at the end.
    description     text        not null, -- JSON
    summary         text        not null, -- JSON
    runtime_seconds bigint      not null,
    exit_code       int,                  -- null where the run went on

    closed_at       timestamptz not null,
    closed_by       text        not null check (closed_by in ('DOWNLOAD', 'UPLOAD', 'ONLINE')),
    given_at        timestamptz,          -- somebody got it whole; from then on nobody else is to upload it

    primary key (submission_id, number),
    check (end_line > first_line)
);
