package dev.touchstone.local.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

    @TempDir
    Path directory;

    @Test
    void areMadeOnceForADataDirectory() throws Exception {
        Layout layout = layout("data");

        Secrets first = Secrets.of(layout);
        Secrets second = Secrets.of(layout);

        assertEquals(first.keys(), second.keys());
        assertEquals(first.serviceKey(), second.serviceKey());
        assertEquals(first.samplingSeed(), second.samplingSeed());
        assertNotEquals(first.emulatorKey(), second.emulatorKey());
        assertEquals(Optional.of(first.keys()), Keys.of(layout));
    }

    @Test
    void areOthersForEveryDataDirectoryAndEveryPurpose() throws Exception {
        Secrets one = Secrets.of(layout("one"));
        Secrets other = Secrets.of(layout("other"));

        assertEquals(8, Stream.of(one, other).flatMap(each -> Stream.of(each.serviceKey(), each.keys().client(),
                each.keys().house(), each.keys().second())).distinct().count());
    }

    @Test
    void areForTheirOwnerOnly() throws Exception {
        Layout layout = layout("data");
        Secrets.of(layout);

        for (Path file : List.of(layout.key("client"), layout.key("house"), layout.key("second"), layout.key("service"),
                layout.samplingSeed())) {
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)), file.toString());
        }
    }

    @Test
    void thereAreNoKeysWhereNothingWasStarted() {
        assertEquals(Optional.empty(), Keys.of(layout("nothing")));
    }

    @Test
    void aPersonIsToldWhatEachKeyIsForAndThatItHoldsHereOnly() throws Exception {
        Layout layout = layout("data");
        Keys keys = Secrets.of(layout).keys();

        String told = String.join("\n", keys.lines(new Settings(layout, new Ports(9_000), new Wandb.Emulated(), false)));

        assertTrue(told.contains(keys.client().secret()) && told.contains(keys.house().secret()), told);
        assertTrue(told.contains("good for nothing else") && told.contains(layout.data().toString()), told);
        assertTrue(told.contains("http://127.0.0.1:9003/") && told.contains("sign in as \"local house\""), told);
        assertFalse(keys.toString().contains(keys.client().secret()), keys.toString());
    }

    private Layout layout(String data) {
        return new Layout(directory, directory.resolve(data));
    }
}
