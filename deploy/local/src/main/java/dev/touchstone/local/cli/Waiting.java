package dev.touchstone.local.cli;

import java.io.IOException;

import dev.touchstone.local.client.ExitCode;
import dev.touchstone.local.client.Progress;
import dev.touchstone.local.client.Summary;
import dev.touchstone.local.client.Watch;
import dev.touchstone.local.client.Watch.Looks;

/** Waits for the end of a review and tells it. */
final class Waiting {

    /** Where a summary goes. */
    interface Summaries {
        void add(String markdown) throws IOException;
    }

    private final Session session;
    private final Summaries summaries;

    Waiting(Session session, Summaries summaries) {
        this.session = session;
        this.summaries = summaries;
    }

    ExitCode await(String id) throws IOException, InterruptedException {
        Looks looks = session.json() ? Looks.NOTHING : session.surroundings().terminal() ? Looks.TABLE : Looks.LINES;
        Watch watch = new Watch(session.submissions(), session.surroundings().pause(), session.output(),
                new Watch.Manner(looks, event -> {
                }, session.options().has("--no-wait-for-decision")));
        return switch (watch.follow(id)) {
            case Watch.End.Seen(Progress progress) -> tell(progress);
            case Watch.End.Unseen(var why) -> session.report().failed(why);
        };
    }

    private ExitCode tell(Progress progress) throws IOException {
        summaries.add(Summary.of(progress));
        return session.report().review(progress);
    }
}
