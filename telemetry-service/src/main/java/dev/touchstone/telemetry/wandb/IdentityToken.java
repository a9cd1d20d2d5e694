package dev.touchstone.telemetry.wandb;

import java.nio.file.Path;

/**
 * A file that somebody else keeps fresh and that holds a JWT (federated identity). W&amp;B gives an access token for it, for
 * some time; the file is read anew for each exchange, so that a token that is rotated is taken up without a restart.
 *
 * @param file read, never written; its content is not kept
 */
public record IdentityToken(Path file) implements Credential {
}
