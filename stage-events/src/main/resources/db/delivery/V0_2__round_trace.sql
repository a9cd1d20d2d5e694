-- The trace of the newest round that is known here, so that what is done days later, at somebody's request, joins it.
alter table causal_clock add column round uuid;
alter table causal_clock add column traceparent text;
