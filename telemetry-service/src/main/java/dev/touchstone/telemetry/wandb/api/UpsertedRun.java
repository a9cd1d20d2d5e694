package dev.touchstone.telemetry.wandb.api;

/**
 * A run as the server has it now.
 *
 * @param storageId W&amp;B's own id of it
 * @param entity as the server names it; the file stream's address is made of it
 * @param project as the server names it
 * @param historyLines how many it already has
 * @param created whether this call did that
 */
public record UpsertedRun(String storageId, String entity, String project, long historyLines, boolean created) {
}
