package dev.touchstone.telemetry.sender;

import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

import org.jboss.logging.Logger;

import dev.touchstone.telemetry.wandb.Answer;
import dev.touchstone.telemetry.wandb.Answer.Accepted;
import dev.touchstone.telemetry.wandb.api.Feature;
import dev.touchstone.telemetry.wandb.api.Viewer;
import dev.touchstone.telemetry.wandb.api.WandbApi;
import dev.touchstone.telemetry.wandb.filestream.FileStream;

/** The W&amp;B that the operator has a key for. The key is asked about once, before the first run. */
final class WandbServer {

    private static final Logger LOG = Logger.getLogger(WandbServer.class);

    private final WandbApi api;
    private final FileStream fileStream;
    private final AtomicBoolean known = new AtomicBoolean();

    WandbServer(WandbApi api, FileStream fileStream) {
        this.api = api;
        this.fileStream = fileStream;
    }

    WandbApi api() {
        return api;
    }

    FileStream fileStream() {
        return fileStream;
    }

    /** Accepted if the key is somebody's. */
    Answer<Boolean> greet() throws InterruptedException {
        if (known.get()) {
            return Answer.accepted(true);
        }
        return api.viewer().then(viewer -> {
            if (known.compareAndSet(false, true)) {
                describe(viewer);
            }
            return Answer.accepted(true);
        });
    }

    /** For operators; what the server can do besides changes nothing here. */
    private void describe(Viewer viewer) throws InterruptedException {
        Set<Feature> features = api.features() instanceof Accepted<Set<Feature>>(Set<Feature> names, var ignored) ? names
                : Set.of();
        LOG.infof("wandb connected user=%s entity=%s features=%s", viewer.username(), viewer.entity(), features);
    }
}
