-- A review that has ended is reopened by a new round. Its row always holds the round that is under way or came last.
alter table review
    add column round           integer     not null default 1 check (round >= 1),
    add column workflow_run_id uuid        unique,
    add column opened_because  text        not null default 'submitted',
    add column opened_by       text, -- null where the round began with the submission
    add column opened_at       timestamptz,
    -- Since when the attempt that is waited for is as it is, and when it is offered again. Null where nothing or a
    -- person is waited for.
    add column awaited_since   timestamptz,
    add column due_at          timestamptz;

update review set
    workflow_run_id = (select cast(cast(dossier as json) -> 'review' ->> 'workflowRunId' as uuid)
                       from submission where id = submission_id),
    opened_at = (select created_at from submission where id = submission_id),
    -- What is waited for at this moment gets some time to be heard of first.
    awaited_since = case when standing = 'in_review' then updated_at end,
    due_at = case when standing = 'in_review' then clock_timestamp() + interval '10 minutes' end;

alter table review
    alter column workflow_run_id set not null,
    alter column opened_at set not null,
    drop constraint review_standing_check,
    add constraint review_standing_check
        check (standing in ('in_review', 'awaiting_decision', 'published', 'rejected', 'cancelled'));

create index review_due on review (due_at) where due_at is not null;

-- The rounds before, as they ended. Rows are only ever added.
create table earlier_round (
    workflow_run_id uuid        primary key,
    submission_id   uuid        not null references submission,
    round           integer     not null check (round >= 1),
    opened_because  text        not null,
    opened_by       text,
    opened_at       timestamptz not null,
    body            text        not null, -- JSON: the state with its history
    ended_at        timestamptz not null,
    unique (submission_id, round)
);
