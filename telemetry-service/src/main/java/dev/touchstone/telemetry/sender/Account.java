package dev.touchstone.telemetry.sender;

import java.util.Optional;

import dev.touchstone.telemetry.WandbConfig;
import dev.touchstone.telemetry.wandb.ApiKey;
import dev.touchstone.telemetry.wandb.Credential;
import dev.touchstone.telemetry.wandb.IdentityToken;

/** Reads from the configuration as whom the operator speaks to W&amp;B. */
final class Account {

    private Account() {
    }

    /**
     * Empty where nothing is configured.
     *
     * @throws IllegalStateException if there are two, of which nobody could say which one counts
     * @throws IllegalArgumentException if the key can be none
     */
    static Optional<Credential> of(WandbConfig config) {
        Optional<Credential> key = config.apiKey().filter(text -> !text.isBlank()).map(ApiKey::new);
        Optional<Credential> identity = config.identityTokenFile().map(IdentityToken::new);
        if (key.isPresent() && identity.isPresent()) {
            throw new IllegalStateException("touchstone.wandb.api-key and touchstone.wandb.identity-token-file exclude "
                    + "each other: set one of them");
        }
        return key.or(() -> identity);
    }
}
