package dev.touchstone.local.cli;

import java.io.IOException;
import java.util.List;
import java.util.Set;

import dev.touchstone.local.client.Answer;
import dev.touchstone.local.client.Events;
import dev.touchstone.local.client.ExitCode;
import dev.touchstone.local.client.Watch;
import dev.touchstone.local.client.Watch.Looks;

/** {@code watch ID}: shows a review as it goes on; {@code events ID}: what happened in it, event by event. */
public final class WatchCommand {

    private WatchCommand() {
    }

    public static ExitCode watch(List<String> arguments, Surroundings surroundings)
            throws Usage, NothingRuns, IOException, InterruptedException {
        Options options = Session.parse(arguments, Set.of("--no-wait-for-decision"), Set.of());
        Session session = Session.open(options, surroundings, Session.REVIEW);
        return new Waiting(session, markdown -> {
        }).await(session.id());
    }

    public static ExitCode events(List<String> arguments, Surroundings surroundings)
            throws Usage, NothingRuns, InterruptedException {
        Options options = Session.parse(arguments, Set.of("--follow"), Set.of());
        boolean follow = options.has("--follow");
        Session session = Session.open(options, surroundings, follow ? Session.REVIEW : Session.ANSWER);
        String id = session.id();
        Events events = new Events(session.submissions(), session.output(), session.json());
        if (!follow) {
            return events.printKept(id).map(session.report()::failed).orElse(ExitCode.DONE);
        }
        Watch watch = new Watch(session.submissions(), surroundings.pause(), session.output(),
                new Watch.Manner(Looks.NOTHING, events::print, false));
        return switch (watch.follow(id)) {
            // What was said while nobody listened, and after the last look.
            case Watch.End.Seen(var progress) -> events.printKept(id).map(session.report()::failed)
                    .orElse(progress.isTerminal() ? ExitCode.DONE : ExitCode.NOT_ENDED);
            case Watch.End.Unseen(Answer why) -> session.report().failed(why);
        };
    }
}
