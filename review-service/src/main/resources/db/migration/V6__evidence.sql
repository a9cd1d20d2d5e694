-- Lines of the stages' files, so that a page of ten thousand of them needs no file. All of it is made from the files, which stay
-- with the services that made them: what is forgotten here is read again when somebody looks.
create table evidence_file (
    digest   text        not null check (digest ~ '^sha256:[0-9a-f]{64}$'),
    reading  text        not null, -- as what the file was read
    size     bigint      not null,
    told     text        not null, -- Kept as JSON: counts and what could not be read
    asked_at timestamptz not null, -- by somebody, to the hour
    primary key (digest, reading)
);

create index evidence_file_asked on evidence_file (asked_at);

create table evidence_row (
    digest     text             not null,
    reading    text             not null,
    number     int              not null, -- of the line, from 1
    rank       smallint         not null, -- 0 is the worst
    weight     double precision not null, -- among those of a rank; more is worse
    outcome    text             not null,
    category   text             not null,
    language   text             not null,
    dissenting text[]           not null, -- jurors
    search     text             not null, -- what is searched, normalised
    content    text             not null, -- JSON
    primary key (digest, reading, number),
    foreign key (digest, reading) references evidence_file on delete cascade
);

create index evidence_row_worst on evidence_row (digest, reading, rank, weight desc, number);

-- Who was given files that may hold secrets. Written before they are given, and never changed.
create table artifact_read (
    id              bigint      generated always as identity primary key,
    read_at         timestamptz not null,
    reader          text        not null,
    organization_id text        not null,
    submission_id   uuid, -- null where no event told of which review the file is
    digest          text        not null check (digest ~ '^sha256:[0-9a-f]{64}$'),
    name            text        not null,
    way             text        not null check (way in ('page', 'summary', 'download'))
);

create index artifact_read_submission on artifact_read (submission_id, read_at desc);

create function refuse_read_change() returns trigger language plpgsql as $$
begin
    raise exception 'What was read stays recorded: % of artifact_read is refused', tg_op;
end
$$;

create trigger reads_only_grow before update or delete or truncate on artifact_read
    for each statement execute function refuse_read_change();
