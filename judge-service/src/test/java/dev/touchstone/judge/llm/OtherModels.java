package dev.touchstone.judge.llm;

import java.time.Clock;

import dev.touchstone.judge.BoundedHttp;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

/** The models of an operator with other settings than those of the application under test. */
public final class OtherModels {

    private OtherModels() {
    }

    public static ChatModels of(LlmConfig config, BoundedHttp http) {
        Clock clock = Clock.systemUTC();
        return new ChatModels(new LibraryModels(http, new Turns(config, clock), config, clock), new RepliesInMemory(), config,
                new LlmMeters(new SimpleMeterRegistry()));
    }
}
