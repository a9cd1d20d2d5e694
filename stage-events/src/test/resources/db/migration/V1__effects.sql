create table effect (
    id       bigint generated always as identity primary key,
    event_id uuid not null
);

create table witnessed (event_id uuid not null);
