package dev.touchstone.submission.review.run;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

import dev.touchstone.events.RecordStatement;
import dev.touchstone.events.StageEvent;
import dev.touchstone.events.inbox.Receiver;
import io.smallrye.mutiny.Uni;

/** Keeps what telemetry-service says of a W&amp;B run, for every answer that shows the run. */
@ApplicationScoped
class KeepRunState {

    private final Receiver receiver;
    private final RunStates states;
    private final StoredAliases aliases;
    private final RunArtifacts artifacts;

    KeepRunState(Receiver receiver, RunStates states, StoredAliases aliases, RunArtifacts artifacts) {
        this.receiver = receiver;
        this.states = states;
        this.aliases = aliases;
        this.artifacts = artifacts;
    }

    @Incoming("telemetry-events")
    Uni<Void> handle(ConsumerRecord<String, byte[]> message) {
        return receiver.receive("KeepRunState", message, event -> event.body() instanceof RecordStatement statement
                ? keep(event, statement)
                : Uni.createFrom().voidItem());
    }

    private Uni<Void> keep(StageEvent event, RecordStatement statement) {
        return switch (statement) {
            case RecordStatement.RunStateChanged changed -> states.keep(event, changed);
            case RecordStatement.RunStopped ignored -> states.stopped(event.submissionId());
            case RecordStatement.RunAliased aliased -> aliases.keep(event, aliased);
            case RecordStatement.ArtifactLogged logged -> artifacts.keep(event, logged);
            case RecordStatement.ArtifactNotLogged refused -> artifacts.keep(event, refused);
            case RecordStatement.LedgerAppended ignored -> Uni.createFrom().voidItem();
        };
    }
}
