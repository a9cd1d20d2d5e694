-- A submitter can take a submission back: its review has ended and nothing was decided.
alter table wandb_run drop constraint wandb_run_outcome_check;
alter table wandb_run add constraint wandb_run_outcome_check check (outcome in ('PUBLISHED', 'REJECTED', 'CANCELLED'));
