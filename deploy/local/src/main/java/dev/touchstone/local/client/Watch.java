package dev.touchstone.local.client;

import java.time.Duration;
import java.util.function.Consumer;

/**
 * Follows a review to its end. What it shows and how it ends is what the progress says; events only tell when to look
 * again, so that it works the same where there is no stream of them.
 */
public final class Watch {

    private static final int TOO_MANY = 429;
    private static final Duration POLL = Duration.ofSeconds(2);
    /** Should an event be missed. */
    private static final Duration POLL_BESIDE_STREAM = Duration.ofSeconds(15);
    /** A service may be away for a while in a review that takes an hour; the courier's own patience is for one request. */
    private static final Duration LONGEST_OUTAGE = Duration.ofMinutes(5);

    private final Submissions submissions;
    private final Pause pause;
    private final Output output;
    private final Manner manner;

    /**
     * How to watch.
     *
     * @param events is given what happens, as far as it is told before the review ends
     * @param stopAtDecision whether to leave when nothing but a person's decision is waited for
     */
    public record Manner(Looks looks, Consumer<ServerEvent> events, boolean stopAtDecision) {
    }

    /** What progress looks like. */
    public enum Looks {
        TABLE,
        LINES,
        /** Only the end is of interest. */
        NOTHING
    }

    /** @param output for progress */
    public Watch(Submissions submissions, Pause pause, Output output, Manner manner) {
        this.submissions = submissions;
        this.pause = pause;
        this.output = output;
        this.manner = manner;
    }

    /** How the watching ended. */
    public sealed interface End {

        /** The review is as far as was waited for, or the time was over first: then its state says so. */
        record Seen(Progress progress) implements End {
        }

        /** It could not be seen. */
        record Unseen(Answer why) implements End {
        }
    }

    public End follow(String id) throws InterruptedException {
        Display display = switch (manner.looks()) {
            case TABLE -> Display.on(output, true);
            case LINES -> Display.on(output, false);
            case NOTHING -> Display.none();
        };
        try (EventFeed feed = new EventFeed(submissions, id, pause)) {
            feed.start();
            return follow(id, feed, display);
        }
    }

    private End follow(String id, EventFeed feed, Display display) throws InterruptedException {
        Progress last = null;
        long seenAt = System.nanoTime();
        boolean away = false;
        while (true) {
            switch (submissions.progress(id)) {
                case Answer.Success(int status, var body) -> {
                    last = new Progress(body);
                    seenAt = System.nanoTime();
                    away = false;
                    display.show(last);
                }
                case Answer.Refusal refusal -> {
                    // Too many questions are no reason to stop asking later.
                    if (refusal.status() != TOO_MANY || last == null) {
                        return new End.Unseen(refusal);
                    }
                }
                case Answer.Silence silence -> {
                    if (last == null || isHopeless(seenAt, away)) {
                        return new End.Unseen(silence);
                    }
                    away = true;
                    tell(silence);
                }
            }
            if (isEnough(last) || submissions.deadline().isOver()) {
                return new End.Seen(last);
            }
            await(feed);
        }
    }

    private boolean isHopeless(long seenAt, boolean away) {
        return System.nanoTime() - seenAt > LONGEST_OUTAGE.toNanos() || (away && submissions.deadline().isOver());
    }

    private void tell(Answer.Silence silence) {
        // A question that the end of the time has cut short says nothing about the service.
        if (!submissions.deadline().isOver()) {
            output.note("the service cannot be reached (%s); trying again", silence.why());
        }
    }

    private boolean isEnough(Progress progress) {
        return progress.isTerminal() || (manner.stopAtDecision() && progress.awaitsDecision());
    }

    /** Returns when something may have changed. */
    private void await(EventFeed feed) throws InterruptedException {
        Duration patience = submissions.deadline().atMost(feed.isStreaming() ? POLL_BESIDE_STREAM : POLL);
        for (var event = feed.poll(patience); event.isPresent(); event = feed.poll(Duration.ZERO)) {
            manner.events().accept(event.get());
        }
    }
}
