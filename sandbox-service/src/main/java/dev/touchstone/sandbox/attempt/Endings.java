package dev.touchstone.sandbox.attempt;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import dev.touchstone.events.ArtifactRef;
import dev.touchstone.events.EventDraft;
import dev.touchstone.events.Evidence;
import dev.touchstone.events.StageEvent;
import dev.touchstone.events.StageStatement.EscalatedToHuman;
import dev.touchstone.events.artifacts.Artifacts;
import dev.touchstone.events.jobs.Outcome;
import dev.touchstone.sandbox.attempt.EndedAttempt.File;
import io.smallrye.mutiny.Uni;

/** Turns an ending into events and stored files, all in the transaction that ends the job. */
@ApplicationScoped
public class Endings {

    private final Artifacts artifacts;
    private final Attempts attempts;
    private final Clock clock;

    Endings(Artifacts artifacts, Attempts attempts, Clock clock) {
        this.artifacts = artifacts;
        this.attempts = attempts;
        this.clock = clock;
    }

    public Outcome outcome(StageEvent request, Ending ending) {
        return outcome(request, ending, List.of());
    }

    /**
     * The same, and what it was tested with.
     *
     * @param kept files that are stored as well, for who knows their digest; the events do not point to them
     */
    public Outcome outcome(StageEvent request, Ending ending, List<Report> kept) {
        List<ArtifactRef> files = ending.reports().stream()
                .map(file -> artifacts.describe(file.name(), file.mediaType(), file.content())).toList();
        List<EventDraft> events = new ArrayList<>();
        Refusals.in(request, ending.reports()).forEach(refused -> events.add(EventDraft.after(request, refused)));
        events.add(EventDraft.after(request, ending.statement()).with(Evidence.of(files)));
        if (ending.escalation() != null) {
            events.add(EventDraft.after(request, new EscalatedToHuman(ending.escalation())).with(Evidence.of(files)));
        }
        EndedAttempt ended = new EndedAttempt(EndedAttempt.Key.of(request), files.stream().map(File::of).toList(),
                clock.instant());
        return Outcome.of(events).with(() -> store(Stream.concat(ending.reports().stream(), kept.stream()).toList())
                .chain(() -> attempts.keep(ended)));
    }

    private Uni<Void> store(List<Report> reports) {
        Uni<Void> stored = Uni.createFrom().voidItem();
        for (Report file : reports) {
            stored = stored.chain(() -> artifacts.store(file.name(), file.mediaType(), file.content()).replaceWithVoid());
        }
        return stored;
    }
}
