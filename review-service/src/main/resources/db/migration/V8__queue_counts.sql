-- The queue's counts are read of one index alone. What takes two, and one of them has decided, is rare among what is open.
drop index review_case_state;
drop index review_case_section;
create index review_case_section on review_case (section, since, submission_id) include (state, reason);
create index escalation_proposed on escalation (submission_id) where state = 'open' and proposed_by is not null;
