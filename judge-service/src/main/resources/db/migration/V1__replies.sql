-- Replies of models, so that the same prompt to the same model is paid once. They can be deleted at any time.
create table model_reply (
    digest        text        primary key, -- SHA-256 of the prompt and of whom it was put to
    content       text        not null,    -- without secrets
    served_by     text        not null,
    input_tokens  bigint,                  -- null where the host did not count
    output_tokens bigint,
    kept_at       timestamptz not null
);

create index model_reply_age on model_reply (kept_at);
