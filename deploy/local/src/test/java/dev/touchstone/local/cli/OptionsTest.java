package dev.touchstone.local.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

import dev.touchstone.local.system.Settings;
import dev.touchstone.local.system.Wandb;

class OptionsTest {

    @Test
    void readsOptionsInAnyOrder() throws Exception {
        Options options = Options.parse(List.of("--once", "word", "--data", "/tmp/a b", "--port-base", "9000", "--wandb",
                "offline"), Set.of("--once"));

        Settings settings = options.settings();
        assertTrue(options.has("--once"));
        assertEquals(List.of("word"), options.words());
        assertEquals(Path.of("/tmp/a b"), settings.layout().data());
        assertEquals(9_000, settings.ports().base());
        assertEquals(new Wandb.Offline(), settings.wandb());
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertThrows(Usage.class, () -> Options.parse(List.of("--twice"), Set.of("--once")));
        assertThrows(Usage.class, () -> Options.parse(List.of("--data"), Set.of()));
        assertThrows(Usage.class, () -> settings("--port-base", "many"));
        assertThrows(Usage.class, () -> settings("--port-base", "70000"));
        assertThrows(Usage.class, () -> settings("--wandb", "elsewhere"));
    }

    @Test
    void aCommandLineHasNoPlaceForAKey() {
        Usage refused = assertThrows(Usage.class, () -> settings("--wandb", "https://wandb.example.org"));

        assertTrue(String.valueOf(refused.getMessage()).contains("WANDB_API_KEY"));
    }

    private static Settings settings(String... arguments) throws Usage {
        return Options.parse(List.of(arguments), Set.of()).settings();
    }
}
