package dev.touchstone.telemetry.evidence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;

import io.quarkus.runtime.StartupEvent;

/**
 * Where files lie while they are uploaded, and no longer. Each process has a directory of its own, with a lock that falls
 * with the process however it ends: what is not locked is a left-over, and goes at the next start of anybody's.
 */
@ApplicationScoped
class Desk {

    private static final Logger LOG = Logger.getLogger(Desk.class);
    private static final String LOCK = "lock";

    private final Path directory;
    private final Path own;
    private final FileChannel lock;
    private final Semaphore places;

    Desk(EvidenceConfig config) {
        this.directory = config.directory();
        this.places = new Semaphore(config.sideBySide());
        try {
            own = Files.createTempDirectory(Files.createDirectories(directory), "process-");
            lock = FileChannel.open(own.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            lock.lock();
        } catch (IOException unwritable) {
            throw new UncheckedIOException("touchstone.evidence.directory cannot be written", unwritable);
        }
    }

    /** A place on the desk, waited for if need be. */
    Place take() throws InterruptedException, IOException {
        places.acquire();
        try {
            return new Place(Files.createTempDirectory(own, "artifact-"));
        } catch (IOException full) {
            places.release();
            throw full;
        }
    }

    /** Where the files of one artifact lie; cleared when it is closed. */
    final class Place implements AutoCloseable {

        private final Path path;
        private int files;

        private Place(Path path) {
            this.path = path;
        }

        /** A file that does not exist yet. Its name is ours: what strangers call theirs is nothing for a disk. */
        Path file() {
            return path.resolve("file-" + files++);
        }

        @Override
        public void close() {
            clear(path);
            places.release();
        }
    }

    void clearLeftOvers(@Observes StartupEvent event) throws IOException {
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(directory, "process-*")) {
            for (Path process : processes) {
                if (!process.equals(own) && isLeftOver(process)) {
                    LOG.infof("left-over files removed directory=%s", process);
                    clear(process);
                }
            }
        }
    }

    private static boolean isLeftOver(Path process) {
        try (FileChannel channel = FileChannel.open(process.resolve(LOCK), StandardOpenOption.CREATE,
                StandardOpenOption.WRITE)) {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException | IOException held) {
            return false;
        }
    }

    @PreDestroy
    void close() throws IOException {
        lock.close();
        clear(own);
    }

    /** What cannot be removed now is removed at the next start. */
    private static void clear(Path path) {
        try (Stream<Path> tree = Files.walk(path)) {
            List<Path> deepestFirst = tree.sorted(Comparator.reverseOrder()).toList();
            for (Path each : deepestFirst) {
                Files.deleteIfExists(each);
            }
        } catch (IOException undeletable) {
            LOG.warnf("not removed: %s", undeletable.toString());
        }
    }
}
