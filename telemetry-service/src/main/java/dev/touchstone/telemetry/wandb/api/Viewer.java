package dev.touchstone.telemetry.wandb.api;

/**
 * Whom the API key belongs to.
 *
 * @param entity where runs go that name none
 */
public record Viewer(String username, String entity) {
}
