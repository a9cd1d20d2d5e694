package dev.touchstone.telemetry.wandb;

/**
 * How a client shows W&amp;B who it is. These two are all that W&amp;B knows; a client has exactly one of them. What is
 * secret in it appears in requests below the base URL and nowhere else: neither in a log nor in {@code toString}.
 */
public sealed interface Credential permits ApiKey, IdentityToken {
}
