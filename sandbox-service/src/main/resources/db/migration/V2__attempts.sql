-- Which files an attempt left behind, so that it can be judged again and compared. Digests outlive the files' content.
create table attempt (
    submission_id   uuid        not null,
    workflow_run_id uuid        not null,
    stage           text        not null,
    attempt         int         not null,
    files           text        not null, -- a JSON array of name, mediaType, digest and size, in the order of the evidence
    ended_at        timestamptz not null,
    primary key (submission_id, workflow_run_id, stage, attempt)
);
