package dev.touchstone.telemetry.wandb;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** HTTP Basic; the user name is always {@code api}. A key that is refused stays so. */
record KeyAuthorizer(ApiKey key) implements Authorizer {

    @Override
    public Answer<String> header(Deadline deadline) {
        byte[] credentials = ("api:" + key.secret()).getBytes(StandardCharsets.UTF_8);
        return Answer.accepted("Basic " + Base64.getEncoder().encodeToString(credentials));
    }

    @Override
    public boolean refused(String header) {
        return false;
    }

    @Override
    public String hidden(String text) {
        return text.replace(key.secret(), "***");
    }
}
