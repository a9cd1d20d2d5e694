package dev.touchstone.local.client;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

/**
 * The events of one review as they happen. A thread of its own reads; a stream that is cut is taken up after the last
 * event that was read, and where the service has no stream the feed stays silent and says so.
 */
final class EventFeed implements AutoCloseable {

    /** Longer than services wait between two signs of life. A connection that died without a word is noticed by this. */
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(60);
    private static final Duration RETRY = Duration.ofSeconds(1);
    private static final int MOST_WAITING = 1_000;

    private final Submissions submissions;
    private final String submissionId;
    private final Pause pause;
    private final BlockingQueue<ServerEvent> events = new LinkedBlockingQueue<>(MOST_WAITING);
    private volatile boolean streaming;
    private volatile boolean closed;
    private volatile long heardAt = System.nanoTime();
    private volatile @Nullable Closeable connection;
    private @Nullable Thread thread;
    private String lastEventId = "";

    EventFeed(Submissions submissions, String submissionId, Pause pause) {
        this.submissions = submissions;
        this.submissionId = submissionId;
        this.pause = pause;
    }

    void start() {
        thread = Thread.ofVirtual().name("events").start(this::run);
    }

    /** Whether events are told by themselves now, so that nobody need ask for them. */
    boolean isStreaming() {
        return streaming;
    }

    Optional<ServerEvent> poll(Duration patience) throws InterruptedException {
        if (streaming && System.nanoTime() - heardAt > LONGEST_SILENCE.toNanos()) {
            cut();
        }
        return Optional.ofNullable(events.poll(patience.toNanos(), TimeUnit.NANOSECONDS));
    }

    @Override
    public void close() {
        closed = true;
        cut();
        Thread running = thread;
        if (running != null) {
            running.interrupt();
        }
    }

    private void run() {
        boolean supported = true;
        Duration wait = RETRY;
        while (supported && !closed) {
            EventReader reader = new EventReader(lastEventId);
            try {
                supported = connect(reader);
                wait = streaming ? RETRY : wait.multipliedBy(2);
                streaming = false;
                if (supported) {
                    pause.take(reader.retry(wait));
                }
            } catch (InterruptedException end) {
                return;
            }
        }
    }

    /** @return whether to try again when the stream has ended */
    private boolean connect(EventReader reader) throws InterruptedException {
        try {
            HttpResponse<InputStream> response = submissions.stream(submissionId, lastEventId);
            try (InputStream body = response.body()) {
                connection = body;
                boolean streams = isStream(response);
                if (streams) {
                    read(body, reader);
                }
                return streams || isBusy(response.statusCode());
            }
        } catch (IOException cut) {
            return true;
        }
    }

    private void read(InputStream body, EventReader reader) throws IOException, InterruptedException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
        heardAt = System.nanoTime();
        streaming = true;
        for (String line = lines.readLine(); line != null && !closed; line = lines.readLine()) {
            heardAt = System.nanoTime();
            Optional<ServerEvent> event = reader.line(line);
            if (event.isPresent()) {
                events.put(event.get());
                lastEventId = event.get().id();
            }
        }
    }

    private void cut() {
        Closeable open = connection;
        if (open != null) {
            try {
                open.close();
            } catch (IOException already) {
                // What matters is that nobody reads from it any more.
            }
        }
    }

    private static boolean isStream(HttpResponse<?> response) {
        return response.statusCode() == 200 && response.headers().firstValue("Content-Type")
                .filter(type -> type.startsWith("text/event-stream")).isPresent();
    }

    private static boolean isBusy(int status) {
        return status == 429 || status >= 500;
    }
}
