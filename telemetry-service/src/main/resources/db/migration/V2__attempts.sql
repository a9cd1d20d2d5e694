-- Which attempt of each stage the summary speaks of, so that one that was given up cannot overwrite it by ending late.
alter table wandb_run add column attempts text not null default '{"rounds":{},"latest":{}}'; -- JSON
