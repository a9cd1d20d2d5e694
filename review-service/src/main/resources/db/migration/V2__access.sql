-- Whose submission it is, as its latest request says. Of those that were requested before that was told, only people of the
-- installation itself may know.
alter table review_case add column organization_id text not null default 'unclaimed';

create index review_case_organization on review_case (organization_id, state);

-- In which reviews events pointed to an artifact; who may see one of those reviews may have the file.
create table artifact_submission (
    digest        text not null,
    submission_id uuid not null,
    primary key (digest, submission_id)
);

-- Who is signed in to the pages. Neither the cookie's secret nor the key is here, only their digests; what the key may do is
-- asked of the directory each time.
create table page_session (
    id_digest  text        primary key check (id_digest ~ '^sha256:[0-9a-f]{64}$'),
    key_digest text        not null check (key_digest ~ '^sha256:[0-9a-f]{64}$'),
    begun_at   timestamptz not null,
    seen_at    timestamptz not null
);

create index page_session_seen on page_session (seen_at);
