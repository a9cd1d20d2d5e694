package dev.touchstone.telemetry.wandb.artifact;

import java.time.Duration;
import java.util.List;

import dev.touchstone.telemetry.wandb.Answer;
import dev.touchstone.telemetry.wandb.Content;
import dev.touchstone.telemetry.wandb.Stored;
import dev.touchstone.telemetry.wandb.WandbHttp;

/** The way to the storage, one attempt a call. */
record Uploads(WandbHttp http, Duration idleLimit) {

    Answer<Stored> put(String address, List<String> headers, Content content) throws InterruptedException {
        return http.put(address, headers, content, idleLimit);
    }
}
