package dev.touchstone.telemetry.sender;

import java.util.List;
import java.util.stream.Collectors;

import dev.touchstone.events.WandbRun;
import dev.touchstone.telemetry.offline.ClosedSegment;
import dev.touchstone.telemetry.offline.Segment;

/** What the archive of an offline run says to the person who unpacks it. */
final class ArchiveReadme {

    private ArchiveReadme() {
    }

    static String of(OfflineArchives.Taken taken, long sent, List<String> missing) {
        WandbRun run = taken.held().run().review().wandbRun();
        String parts = taken.segments().stream().map(closed -> part(closed, sent)).collect(Collectors.joining("\n"));
        return """
                The W&B run %s/%s/%s of the review of submission %s.

                To upload it, in this directory:

                    WANDB_BASE_URL=%s wandb sync .

                It holds these rows of the run's history:

                %s

                wandb sync leaves alone what is marked as synced. A part is marked where an earlier archive had it, so
                that nobody uploads it twice: an upload appends, and W&B cannot tell a row that it has already. If the
                earlier archive was never uploaded, delete the file run-%s.wandb.synced of that part first.

                Files that W&B keeps as artifacts are not in it: wandb sync cannot take them from here.
                %s%s""".formatted(plain(run.entity()), plain(run.project()), run.wandbId(),
                taken.held().run().review().submissionId(), run.baseUrl(), parts, run.wandbId(), lacking(missing),
                caution(taken, sent));
    }

    private static String lacking(List<String> missing) {
        return missing.isEmpty() ? "" : """

                These tables are not in it either; a later archive may have them:

                %s
                """.formatted(missing.stream().map(each -> "    " + plain(each)).collect(Collectors.joining("\n")));
    }

    private static String part(ClosedSegment closed, long sent) {
        Segment segment = closed.segment();
        return "    part %d: lines %d to %d%s".formatted(segment.number() + 1, segment.rows().first(),
                segment.rows().end() - 1, closed.isSettled(sent) ? ", marked as synced" : "");
    }

    /** Without a key there is nobody to ask what became of the last request. */
    private static String caution(OfflineArchives.Taken taken, long sent) {
        boolean unanswered = taken.held().progress().registration() != null
                && (taken.held().progress().marks().unsure() || taken.held().progress().pace().tries() > 0);
        return !unanswered ? "" : """

                Careful: the first %d lines were sent to W&B before, and the request after them was never answered. If
                the run has more lines there, an upload doubles those.
                """.formatted(sent);
    }

    /** Names of entities and projects are anybody's text. */
    private static String plain(String text) {
        return text.replaceAll("[\\p{C}\\s]+", " ");
    }
}
