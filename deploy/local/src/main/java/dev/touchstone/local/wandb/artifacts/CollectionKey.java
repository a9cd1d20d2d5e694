package dev.touchstone.local.wandb.artifacts;

/** What names a collection. */
public record CollectionKey(String entity, String project, String name) {
}
