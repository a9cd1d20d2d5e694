-- Who may call. Nothing here is ever deleted: what was done in somebody's name must stay explicable.
create table organization (
    id            text        primary key,
    name          text        not null,
    contact_email text,
    created_at    timestamptz not null,
    created_by    text        not null
);

-- A person is known by what an identity provider calls them, and belongs to one organisation.
create table member (
    id              uuid        primary key,
    organization_id text        not null references organization,
    issuer          text        not null,
    subject         text        not null,
    name            text        not null,
    scopes          text[]      not null,
    created_at      timestamptz not null,
    created_by      text        not null,
    removed_at      timestamptz,
    removed_by      text
);

create unique index member_in_force on member (issuer, subject) where removed_at is null;
create index member_of_organization on member (organization_id, created_at, id);

create table api_key (
    id              uuid        primary key,
    organization_id text        not null references organization,
    name            text        not null,
    digest          text        not null unique, -- sha256 of the secret, which is not stored
    hint            text        not null,        -- its first characters
    scopes          text[]      not null,
    bootstrap       text        unique,          -- the configuration's name for it; null where a person created it
    created_at      timestamptz not null,
    created_by      text        not null,
    expires_at      timestamptz,
    last_used_at    timestamptz,
    revoked_at      timestamptz,
    revoked_by      text
);

create index api_key_of_organization on api_key (organization_id, created_at, id);

-- Public keys with which an organisation signs its agents' cards.
create table signing_key (
    organization_id text        not null references organization,
    key_id          text        not null, -- sha256 of the SubjectPublicKeyInfo
    name            text        not null,
    algorithm       text        not null check (algorithm in ('rsa', 'ec-p256', 'ec-p384', 'ed25519')),
    public_key      bytea       not null, -- SubjectPublicKeyInfo, DER
    created_at      timestamptz not null,
    created_by      text        not null,
    revoked_at      timestamptz,
    revoked_by      text,
    primary key (organization_id, key_id)
);

-- Two organisations with one key would be one signer under two names.
create unique index signing_key_in_force on signing_key (key_id) where revoked_at is null;

-- Whose a submission is. What was accepted before anybody was asked who they are belongs to nobody who can call.
alter table submission add column organization_id text not null default 'unclaimed';
alter table submission alter column organization_id drop default;
-- An organisation's clients choose keys without knowing of any other's.
alter table submission drop constraint submission_idempotency_key_key;
create unique index submission_idempotency_key on submission (organization_id, idempotency_key);

create index submission_of_organization on submission (organization_id, created_at desc, id);
