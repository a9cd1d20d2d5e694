package dev.touchstone.telemetry.sender;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import dev.touchstone.events.EventBody;
import dev.touchstone.events.EventDraft;
import dev.touchstone.events.Evidence;
import dev.touchstone.events.RecordStatement.RunState;
import dev.touchstone.events.RecordStatement.RunStateChanged;
import dev.touchstone.events.RecordStatement.RunStopped;
import dev.touchstone.events.WandbRun;
import dev.touchstone.telemetry.Progress;
import dev.touchstone.telemetry.RecordedRun;
import dev.touchstone.telemetry.Standing;
import dev.touchstone.telemetry.run.ClaimedRun;

/** What others are to hear of a step: what changed with it, once. */
final class News {

    private News() {
    }

    static List<EventDraft> of(ClaimedRun claimed, Progress after) {
        List<EventDraft> news = new ArrayList<>();
        RunStateChanged before = told(claimed.run(), claimed.progress());
        RunStateChanged now = told(claimed.run(), after);
        if (now != null && !now.equals(before)) {
            news.add(draft(claimed.run(), now).with(links(claimed.run(), after)));
        }
        if (after.marks().stopped() && !claimed.progress().marks().stopped()) {
            news.add(draft(claimed.run(), new RunStopped()));
        }
        return news;
    }

    private static EventDraft draft(RecordedRun run, EventBody body) {
        return new EventDraft(run.review(), run.at(), body, Evidence.none(), Optional.empty());
    }

    private static @Nullable RunStateChanged told(RecordedRun run, Progress progress) {
        Standing standing = progress.standing();
        URI url = progress.registration() == null ? null : run.review().wandbRun().url();
        return standing == null ? null
                : new RunStateChanged(state(standing), standing.cause(), standing.reason(), url);
    }

    private static RunState state(Standing standing) {
        return switch (standing) {
            case Standing.Online ignored -> RunState.ONLINE;
            case Standing.CatchingUp ignored -> RunState.CATCHING_UP;
            case Standing.Offline ignored -> RunState.OFFLINE;
        };
    }

    /** Where people find the run; nowhere as long as W&amp;B does not have it. */
    private static Evidence links(RecordedRun run, Progress progress) {
        if (progress.registration() == null) {
            return Evidence.none();
        }
        WandbRun page = run.review().wandbRun();
        Map<String, URI> links = new LinkedHashMap<>();
        links.put("run", page.url());
        links.put("workspace", page.workspaceUrl());
        links.put("artifacts", page.artifactsUrl());
        return new Evidence(links, List.of());
    }
}
