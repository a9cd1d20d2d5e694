package dev.touchstone.telemetry.wandb.artifact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.touchstone.telemetry.wandb.Content;
import dev.touchstone.telemetry.wandb.Md5;

/** Uploads 300 MiB in a Java of its own that may have a fraction of that on its heap, storage included. */
class LittleMemoryTest {

    private static final String HEAP = "-Xmx40m";
    private static final long SIZE = 300L << 20;

    @TempDir
    Path directory;

    @Test
    void aFileIsNeverInMemoryAsAWhole() throws Exception {
        assertEquals("accepted " + SIZE, run("whole"));
    }

    @Test
    void aFileInPartsIsNeverInMemoryAsAWhole() throws Exception {
        assertEquals("accepted " + SIZE, run("parts"));
    }

    private String run(String way) throws Exception {
        Path output = directory.resolve(way);
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), HEAP, "-cp",
                System.getProperty("java.class.path"), Main.class.getName(), way).redirectErrorStream(true)
                .redirectOutput(output.toFile()).start();
        try {
            assertTrue(process.waitFor(2, TimeUnit.MINUTES), "took too long");
            return Files.readString(output, StandardCharsets.UTF_8).strip();
        } finally {
            process.destroyForcibly();
        }
    }

    /** What the other Java runs. */
    static final class Main {

        private Main() {
        }

        public static void main(String[] arguments) throws Exception {
            PartSize partSize = arguments[0].equals("parts") ? new PartSize(SIZE, 32L << 20, 10_000) : PartSize.DEFAULT;
            try (ArtifactServer server = new ArtifactServer()) {
                Artifacts artifacts = server.artifacts(partSize, Duration.ofSeconds(30));
                artifacts.log(new ArtifactDraft("acme", "agents", "r1", "dataset", "large", "", List.of(), Map.of(),
                        List.of(new FileEntry("large.bin", Generated.of(SIZE))), 0));
                String state = server.store.state("artifact-1").equals("COMMITTED") ? "accepted " : "not committed ";
                System.out.println(state + server.store.accepted().entrySet().stream()
                        .filter(entry -> entry.getKey().startsWith("/files/"))
                        .flatMap(entry -> entry.getValue().stream()).mapToLong(Long::longValue).sum());
            }
        }
    }

    /** Bytes that are made as they are read. */
    private record Generated(long size, Md5 md5) implements Content {

        private static Generated of(long size) throws IOException {
            try (InputStream in = new Generated(size, Md5.of(new byte[0])).open()) {
                return new Generated(size, Md5.of(in));
            }
        }

        @Override
        public InputStream open() {
            return new InputStream() {
                private long position;

                private byte next() {
                    position++;
                    return (byte) ((position * 31) >>> 3);
                }

                @Override
                public int read() {
                    return position == size ? -1 : next() & 0xFF;
                }

                @Override
                public int read(byte[] buffer, int offset, int length) {
                    int count = (int) Math.min(length, size - position);
                    for (int i = 0; i < count; i++) {
                        buffer[offset + i] = next();
                    }
                    return count == 0 ? -1 : count;
                }
            };
        }
    }
}
