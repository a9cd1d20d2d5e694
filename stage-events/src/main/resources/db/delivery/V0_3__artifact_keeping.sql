-- Reports compress to a tenth. PostgreSQL would compress as well, but worse, and would have to undo it for every reader.
alter table artifact alter column content set storage external;
alter table artifact add column encoding text not null default 'identity' check (encoding in ('identity', 'gzip'));
alter table artifact add column size bigint; -- of the content itself, in bytes
update artifact set size = length(content);
alter table artifact alter column size set not null;

-- What was forgotten leaves its digest behind: who asks for it learns that it was here, and until when.
alter table artifact alter column content drop not null;
alter table artifact add column forgotten_at timestamptz;
alter table artifact add constraint kept_or_forgotten check ((content is null) = (forgotten_at is not null));

-- One content may have been stored under several names; it is kept as long as the longest kept of them.
create table artifact_name (
    digest    text        not null references artifact,
    name      text        not null,
    stored_at timestamptz not null,
    primary key (digest, name)
);

create index artifact_name_age on artifact_name (name, stored_at);
