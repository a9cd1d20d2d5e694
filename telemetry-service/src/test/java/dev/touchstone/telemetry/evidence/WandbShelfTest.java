package dev.touchstone.telemetry.evidence;

import java.time.Clock;
import java.time.Duration;

import org.junit.jupiter.api.AfterEach;

import dev.touchstone.telemetry.wandb.ApiKey;
import dev.touchstone.telemetry.wandb.ScriptedWandb;
import dev.touchstone.telemetry.wandb.WandbHttp;

class WandbShelfTest extends ShelfKit {

    private final ScriptedWandb wandb = new ScriptedWandb();
    private final Duration limit = Duration.ofSeconds(5);
    private final Shelf shelf = new WandbShelf(new WandbHttp(WandbHttp.newClient(limit), wandb.url(),
            new ApiKey(ScriptedWandb.KEY), limit, Clock.systemUTC()), "test", limit, Duration.ofMinutes(10));

    @AfterEach
    void stop() {
        wandb.close();
    }

    @Override
    Shelf shelf() {
        return shelf;
    }
}
