package dev.touchstone.telemetry.wandb;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * A content on its way. The HTTP client takes more of it only when it got rid of what it has, so that a reading is a sign
 * of progress. Read by the HTTP client's threads, watched by another.
 */
final class Transfer implements AutoCloseable {

    private final Content content;
    private final Duration idleLimit;
    private volatile long lastProgress = System.nanoTime();
    private volatile boolean unreadable;
    private volatile @Nullable InputStream opened;

    /**
     * @param idleLimit after which it counts as stuck
     */
    Transfer(Content content, Duration idleLimit) {
        this.content = content;
        this.idleLimit = idleLimit;
    }

    /** With its length, since storages take nothing in chunks. */
    BodyPublisher body() {
        return content.size() == 0 ? BodyPublishers.noBody()
                : BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(this::open), content.size());
    }

    /** What cannot be opened is empty, and so too short for the HTTP client. */
    private InputStream open() {
        try {
            InputStream in = new Watched(content.open());
            opened = in;
            return in;
        } catch (IOException failed) {
            unreadable = true;
            return InputStream.nullInputStream();
        }
    }

    /** Whether it failed on our own side. */
    boolean isUnreadable() {
        return unreadable;
    }

    /** How long it may go on without moving; not positive once it is stuck. */
    Duration left() {
        return idleLimit.minusNanos(System.nanoTime() - lastProgress);
    }

    @Override
    public void close() {
        try (InputStream last = opened) {
            opened = null;
        } catch (IOException ignored) {
            // It was only read.
        }
    }

    private final class Watched extends FilterInputStream {

        Watched(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            try {
                int read = super.read(buffer, offset, length);
                lastProgress = System.nanoTime();
                return read;
            } catch (IOException failed) {
                unreadable = true;
                throw failed;
            }
        }
    }
}
