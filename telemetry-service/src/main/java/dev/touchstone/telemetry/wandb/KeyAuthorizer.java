package dev.touchstone.telemetry.wandb;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** HTTP Basic; the user name is always {@code api}. A key that is refused stays so. */
record KeyAuthorizer(ApiKey key) implements Authorizer {

    @Override
    public Answer<String> header(Deadline deadline) {
        return Answer.accepted("Basic " + encoded());
    }

    @Override
    public boolean refused(String header) {
        return false;
    }

    @Override
    public String hidden(String text) {
        return text.replace(key.secret(), "***").replace(encoded(), "***");
    }

    private String encoded() {
        byte[] credentials = ("api:" + key.secret()).getBytes(StandardCharsets.UTF_8);
        return Base64.getEncoder().encodeToString(credentials);
    }
}
